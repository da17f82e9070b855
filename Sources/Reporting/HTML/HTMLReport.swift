import Publishing
import Threads

/// The pages of a report as HTML: the list of contents, the words of the frame, and what one file
/// says once for all its pages or leaves to a folder.
enum HTMLReport {
  /// The most bytes of one file: larger ones don't travel well by mail, and open slowly on a phone.
  private static let mostBytes = 1_200_000

  /// One file that holds every page.
  ///
  /// What pages have in common stands in it once. If it is too large all the same, it leaves out
  /// kinds of folded evidence, the largest first, until it fits.
  static func file(_ tree: [Page], language: Language, crew: Crew) -> ReportFile {
    let pages = SharedEntries.moved(in: tree, to: ReportContext.allSourcesPage)
    var leftOut: Set<String> = []
    while true {
      let shown = shared(leaving(leftOut, of: pages, language), language)
      let document = document(shown, layout: .oneFile, language)
      let articles = crew.map(shown.count) { document.article(shown[$0]) }
      let content = document.file(articles)
      let excess = content.utf8.count - mostBytes
      let kinds = excess <= 0 ? [] : FoldedParts.kinds(in: shown, bytes: document.bytes(of:on:))
      if kinds.isEmpty { return ReportFile(path: "index.html", content: content) }
      // What goes takes its sources and what it shares with it: go a part of the way, look again.
      var rest = excess * 3 / 5
      for kind in kinds where rest >= 0 {
        leftOut.insert(kind.title)
        rest -= kind.bytes
      }
    }
  }

  /// A file for each page.
  static func folder(_ pages: [Page], language: Language, crew: Crew) -> [ReportFile] {
    let document = document(pages, layout: .folder, language)
    return crew.map(pages.count) { index in
      let page = pages[index]
      return ReportFile(
        path: HTMLPlaces.file(of: page.path),
        content: document.file([document.article(page)], of: page))
    }
  }

  // MARK: One file

  /// The pages without folded parts of these titles, and without the sources of those alone.
  private static func leaving(
    _ titles: Set<String>, of pages: [Page], _ language: Language
  ) -> [Page] {
    guard !titles.isEmpty else { return pages }
    let rest = FoldedParts.leftOut(titles, of: pages) { titles in
      let names = titles.joined(separator: language.text(Joining.listSeparator))
      return .paragraph(
        language.line(
          Words.leftOut,
          ["parts": [.text(names)], "command": [.code("breakeven report --format html --split")]]))
    }
    return SharedEntries.linked(in: rest, at: ReportContext.allSourcesPage)
  }

  private static func shared(_ pages: [Page], _ language: Language) -> [Page] {
    SharedRows.moved(
      in: pages,
      words: SharedRows.Words(
        title: language.text(Words.sharedTitle), intro: language.text(Words.sharedIntro)
      ) { numbers, link in
        language.line(Words.sharedNote, ["numbers": [.text(numbers)], "table": link])
      })
  }

  // MARK: The frame

  private static func document(
    _ pages: [Page], layout: HTMLPlaces.Layout, _ language: Language
  ) -> HTMLDocument {
    HTMLDocument(
      pages.map(withoutWayBack), groups: groups(pages, language), layout: layout,
      words: words(language), language: language)
  }

  /// The list of contents stands beside every page, so none needs a link back.
  private static func withoutWayBack(_ page: Page) -> Page {
    var page = page
    page.blocks.removeAll { block in
      guard case .paragraph(let text) = block, text.count == 1, case .link(_, let target) = text[0]
      else { return false }
      return target == .page(ReportContext.indexPage, anchor: nil)
    }
    return page
  }

  /// The pages in the order in which a reader asks for them.
  private static func groups(_ pages: [Page], _ language: Language) -> [HTMLDocument.Group] {
    let paths = pages.map(\.path)
    func under(_ folder: String) -> [String] { paths.filter { $0.hasPrefix(folder + "/") } }
    let evidence = [ReportContext.methodPage, ReportContext.allSourcesPage, SharedRows.page]
    return [
      HTMLDocument.Group(
        title: nil, pages: paths.filter { !$0.contains("/") && !evidence.contains($0) }),
      HTMLDocument.Group(title: language.text(Words.companies), pages: under("companies")),
      HTMLDocument.Group(title: language.text(Words.paths), pages: under("paths")),
      HTMLDocument.Group(title: language.text(Words.theses), pages: under("theses")),
      HTMLDocument.Group(
        title: language.text(Words.evidence), pages: paths.filter { evidence.contains($0) }),
    ]
  }

  private static func words(_ language: Language) -> HTMLWords {
    // The script fills the places.
    HTMLWords(
      contents: language.wording(Words.contents), skip: language.wording(Words.skip),
      search: language.wording(Words.search), found: language.wording(Words.found),
      allPages: language.wording(Words.allPages), sort: language.wording(Words.sort),
      filter: language.wording(Words.filter), shown: language.wording(Words.shown),
      rows: language.wording(Words.rows))
  }
}

extension HTMLReport {
  enum Words: String, Phrases {
    static let topic = "HTMLReport"

    case contents = "Contents"
    case companies = "Companies"
    case paths = "Paths"
    case theses = "Theses"
    case evidence = "Method and evidence"
    case skip = "Skip to the text"
    case search = "Find a page or heading"
    case found = "{count} found"
    case allPages = "All pages one under another"
    case sort = "Sort by: {title}"
    case filter = "Filter rows"
    case shown = "{count} of {total} rows"
    case rows = "Show {count} rows"
    case sharedTitle = "What pages have in common"
    case sharedIntro = """
      Rows of evidence that more than one page rests on; pages name them by their numbers.
      """
    case sharedNote = "The same as on other pages: {numbers} of {table}"
    case leftOut = """
      Not in this file, so that it stays small enough to send: {parts}. A folder of pages has them \
      ({command}), and so has a report of fewer companies.
      """
  }
}
