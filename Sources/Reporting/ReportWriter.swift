public import RunRecord

/// Writes the report of a finished run: an index with the answer, one page a company, one page a
/// path, the method, the sources, and charts.
///
/// The same run gives the same bytes: nothing depends on the clock, the locale or the order of
/// dictionaries.
public enum ReportWriter {
  /// The files of a report, sorted by path.
  public static func pages(
    for record: RunRecord, language: ReportLanguage = .english, format: ReportFormat = .markdown
  ) -> [ReportFile] {
    let pages = tree(of: record, language: language)
    let anchors = AnchorIndex(pages)
    var files: [String: String] = [:]
    let renderer: any PageRenderer =
      switch format {
      case .markdown: MarkdownRenderer(anchors)
      case .html: HTMLRenderer(anchors, language: language.rawValue)
      }
    for page in pages {
      let suffix = format == .markdown ? "md" : "html"
      files[LinkResolver.file(of: page.path, suffix: suffix)] = renderer.render(page)
      guard format == .markdown else { continue }
      for figure in page.blocks.figures { files[figure.path] = SVGRenderer.file(figure.drawing) }
    }
    return files.map { ReportFile(path: $0.key, content: $0.value) }.sorted { $0.path < $1.path }
  }

  /// The pages as trees, before a renderer prints them.
  package static func tree(of record: RunRecord, language: ReportLanguage) -> [Page] {
    let context = ReportContext(record: record, language: language)
    var pages = [
      page(
        ReportContext.indexPage, context.text(record.run.title), ReportLayout.index, record,
        context)
    ]
    for company in record.companies {
      var own = context
      own.sourcesPage = ReportContext.companyPage(company.id)
      pages.append(
        page(own.sourcesPage, context.text(company.names), ReportLayout.company, company, own))
    }
    for path in record.paths {
      pages.append(
        page(
          ReportContext.pathPage(path.id), context.text(path.title), ReportLayout.path, path,
          context))
    }
    pages.append(
      page(
        ReportContext.methodPage, context.text(.methodTitle), ReportLayout.method, record, context))
    pages.append(
      page(
        ReportContext.allSourcesPage, context.text(.sourcesTitle), ReportLayout.sources, record,
        context))
    return pages
  }

  private static func page<Subject>(
    _ path: String, _ title: String, _ sections: [Section<Subject>], _ subject: Subject,
    _ context: ReportContext
  ) -> Page {
    var blocks: [Block] = [.heading(1, [.text(title)], key: nil)]
    if path != ReportContext.indexPage {
      blocks.append(
        .paragraph([
          .link(
            [.text(context.text(.backToIndex))], to: .page(ReportContext.indexPage, anchor: nil))
        ]))
    }
    for section in sections { blocks += section.blocks(subject, context) }
    return Page(path: path, title: title, blocks: blocks)
  }
}

/// The files of a report in the language and format that the options ask for.
public func reportFiles(
  for record: RunRecord, options: ReportOptions = ReportOptions()
) -> [ReportFile] {
  ReportWriter.pages(for: record, language: options.language, format: options.format)
}
