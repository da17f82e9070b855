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
  /// earlier run the index says what the odds were then, and there is a page of what moved, which says
  /// why where it is told.
  public static func pages(
    for record: RunRecord, language: Language = .english, format: ReportFormat = .markdown,
    backtest: BacktestRecord? = nil, since earlier: RunRecord? = nil,
    changes: ChangesRecord? = nil, layout: Layout = .usual, currency: ToldCurrency = .study,
    threads: Int = 1
  ) -> [ReportFile] {
    let crew = Crew(threads: threads)
    let pages = tree(
      of: record, language: language, backtest: backtest, since: earlier, changes: changes,
      layout: layout, currency: currency, crew: crew)
    let files =
      switch format {
      case .markdown: markdown(pages, language, crew)
      case .html: [HTMLReport.file(pages, language: language, crew: crew)]
      case .htmlFolder: HTMLReport.folder(pages, language: language, crew: crew)
      }
    return files.sorted { $0.path < $1.path }
  }

  /// The pages as Markdown, and their charts in files beside them.
  private static func markdown(
    _ pages: [Page], _ language: Language, _ crew: Crew
  ) -> [ReportFile] {
    let renderer = MarkdownRenderer(AnchorIndex(pages))
    let written = crew.map(pages.count) { index -> [(path: String, content: String)] in
      let page = pages[index]
      return [(LinkResolver.file(of: page.path, suffix: "md"), renderer.render(page))]
        + page.blocks.figures.map {
          ($0.path, SVGRenderer.file($0.drawing, language: language.tag))
        }
    }
    let files = Dictionary(written.joined().map { ($0.path, $0.content) }) { $1 }
    return files.map { ReportFile(path: $0.key, content: $0.value) }
  }

  /// The pages as trees, before a renderer prints them.
  package static func tree(
    of record: RunRecord, language: Language, backtest: BacktestRecord? = nil,
    since earlier: RunRecord? = nil, changes: ChangesRecord? = nil, layout: Layout = .usual,
    currency: ToldCurrency = .study, crew: Crew = Crew(threads: 1)
  ) -> [Page] {
    let context = ReportContext(
      record: record, language: language, backtest: backtest, earlier: earlier, changes: changes,
      layout: layout, currency: currency)
    let index = page(
      .index, ReportContext.indexPage, context.text(record.run.title), ReportLayout.index,
      of: ReportLayout.ofRun, record, context)
    let companies = crew.map(record.companies.count) { place in
      let company = record.companies[place]
      let own = context.page(of: company)
      return page(
        .company, own.sourcesPage, context.text(company.names), ReportLayout.company, company, own)
    }
    let paths = record.paths.map { path in
      page(
        .path, ReportContext.pathPage(path.id), context.text(path.title), ReportLayout.path, path,
        context)
    }
    let theses = (record.theses ?? []).map { thesis in
      page(
        .thesis, ReportContext.thesisPage(thesis.id), context.text(thesis.title),
        ReportLayout.thesis, thesis, context)
    }
    let others = [
      (PageKind.ranking, ReportContext.rankingPage, Pages.ranking, ReportLayout.ranking),
      (.unranked, ReportContext.unrankedPage, Pages.unranked, ReportLayout.unranked),
      (.map, ReportContext.mapPage, Pages.map, ReportLayout.map),
      (.changes, ReportContext.changesPage, Pages.changes, ReportLayout.changes),
      (.method, ReportContext.methodPage, Pages.method, ReportLayout.method),
      (.sources, ReportContext.allSourcesPage, Pages.sources, ReportLayout.sources),
    ].map { kind, path, title, sections in
      page(
        kind, path, context.text(title), sections, of: ReportLayout.ofRun, record, context)
    }.filter { $0.blocks.count > Self.frame }
    let replay = backtest.map { backtest -> Page in
      var page = BacktestPage(backtest, language: context.language).page
      page.blocks.insert(backLink(context), at: 1)
      return page
    }
    let written = { (pages: [Page]) in pages.filter { $0.blocks.count > Self.frame } }
    return [index] + written(companies) + written(paths) + written(theses)
      + [replay].compactMap(\.self) + written(others)
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
    _ kind: PageKind, _ path: String, _ name: String, _ sections: [Section<Subject>],
    of all: [Section<Subject>]? = nil, _ subject: Subject, _ context: ReportContext
  ) -> Page {
    let title = context.title(name, of: kind)
    var blocks: [Block] = [.heading(1, [.text(title)], key: nil)]
    if path != ReportContext.indexPage {
      blocks.append(backLink(context))
    }
    blocks += context.blocks(kind, sections, of: all, subject)
    // A company's page says it beside its years.
    if !(subject is CompanyRecord), let note = CurrencyNote.paragraph(for: blocks, context) {
      blocks.append(note)
    }
    // Odds of a part of the study must not pass for the study's, on whichever page one reads them.
    if blocks.count > Self.frame, let only = ConditionWords.onlyPaths(context.record, context) {
      let place = path == ReportContext.indexPage ? 1 : Self.frame
      blocks.insert(.paragraph([.strong(only)]), at: place)
    }
    var repetition = Repetition(context)
    blocks = repetition.removed(from: blocks)
    return Page(path: path, title: title, blocks: blocks)
  }
}

/// The files of a report in the language and format that the options ask for.
public func reportFiles(
  for record: RunRecord, options: ReportOptions = ReportOptions()
) -> [ReportFile] {
  ReportWriter.pages(
    for: record, language: options.language, format: options.format, layout: options.layout,
    currency: options.currency)
}
