public import Publishing
public import RunRecord
package import Threads

/// Writes the report of a finished run: an index with the answer, one page a company, one page a
/// path, one a thesis that was tested, the ranking, the method, the sources, and charts.
///
/// The same run gives the same bytes: nothing depends on the clock, the locale or the order of
/// dictionaries.
public enum ReportWriter {
  /// The files of a report, sorted by path; so many threads write them.
  ///
  /// With a backtest there is a page of how past forecasts held, and a line on the index; with an
  /// earlier run the index says what the odds were then.
  public static func pages(
    for record: RunRecord, language: Language = .english, format: ReportFormat = .markdown,
    backtest: BacktestRecord? = nil, since earlier: RunRecord? = nil, threads: Int = 1
  ) -> [ReportFile] {
    let crew = Crew(threads: threads)
    let pages = tree(
      of: record, language: language, backtest: backtest, since: earlier, crew: crew)
    let files =
      switch format {
      case .markdown: markdown(pages, crew)
      case .html: [HTMLReport.file(pages, language: language, crew: crew)]
      case .htmlFolder: HTMLReport.folder(pages, language: language, crew: crew)
      }
    return files.sorted { $0.path < $1.path }
  }

  /// The pages as Markdown, and their charts in files beside them.
  private static func markdown(_ pages: [Page], _ crew: Crew) -> [ReportFile] {
    let renderer = MarkdownRenderer(AnchorIndex(pages))
    let written = crew.map(pages.count) { index -> [(path: String, content: String)] in
      let page = pages[index]
      return [(LinkResolver.file(of: page.path, suffix: "md"), renderer.render(page))]
        + page.blocks.figures.map { ($0.path, SVGRenderer.file($0.drawing)) }
    }
    let files = Dictionary(written.joined().map { ($0.path, $0.content) }) { $1 }
    return files.map { ReportFile(path: $0.key, content: $0.value) }
  }

  /// The pages as trees, before a renderer prints them.
  package static func tree(
    of record: RunRecord, language: Language, backtest: BacktestRecord? = nil,
    since earlier: RunRecord? = nil, crew: Crew = Crew(threads: 1)
  ) -> [Page] {
    let context = ReportContext(
      record: record, language: language, backtest: backtest, earlier: earlier)
    let index = page(
      ReportContext.indexPage, context.text(record.run.title), ReportLayout.index, record, context)
    let companies = crew.map(record.companies.count) { place in
      let company = record.companies[place]
      var own = context
      own.sourcesPage = ReportContext.companyPage(company.id)
      return page(
        own.sourcesPage, context.text(company.names), ReportLayout.company, company, own)
    }
    let paths = record.paths.map { path in
      page(
        ReportContext.pathPage(path.id), context.text(path.title), ReportLayout.path, path, context)
    }
    let theses = (record.theses ?? []).map { thesis in
      page(
        ReportContext.thesisPage(thesis.id), context.text(thesis.title), ReportLayout.thesis,
        thesis, context)
    }
    let others = [
      (ReportContext.rankingPage, Pages.ranking, ReportLayout.ranking),
      (ReportContext.unrankedPage, Pages.unranked, ReportLayout.unranked),
      (ReportContext.mapPage, Pages.map, ReportLayout.map),
      (ReportContext.methodPage, Pages.method, ReportLayout.method),
      (ReportContext.allSourcesPage, Pages.sources, ReportLayout.sources),
    ].map { path, title, sections in
      page(path, context.text(title), sections, record, context)
    }.filter { $0.blocks.count > Self.frame }
    let replay = backtest.map { backtest -> Page in
      var page = BacktestPage(backtest, language: language).page
      page.blocks.insert(backLink(context), at: 1)
      return page
    }
    return [index] + companies + paths + theses + [replay].compactMap(\.self) + others
  }

  /// The blocks that every page but the index has: its title and the way back.
  private static let frame = 2

  private static func backLink(_ context: ReportContext) -> Block {
    .paragraph([
      .link(
        [.text(context.text(Pages.backToIndex))],
        to: .page(ReportContext.indexPage, anchor: nil))
    ])
  }

  private static func page<Subject>(
    _ path: String, _ title: String, _ sections: [Section<Subject>], _ subject: Subject,
    _ context: ReportContext
  ) -> Page {
    var blocks: [Block] = [.heading(1, [.text(title)], key: nil)]
    if path != ReportContext.indexPage {
      blocks.append(backLink(context))
    }
    for section in sections { blocks += section.blocks(subject, context) }
    var repetition = Repetition(context)
    blocks = repetition.removed(from: blocks)
    return Page(path: path, title: title, blocks: blocks)
  }
}

/// The files of a report in the language and format that the options ask for.
public func reportFiles(
  for record: RunRecord, options: ReportOptions = ReportOptions()
) -> [ReportFile] {
  ReportWriter.pages(for: record, language: options.language, format: options.format)
}
