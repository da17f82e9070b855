import Publishing
import Reporting
import RunRecord
import Testing

/// Where Chinese is spoken, the sample study's pages have no English sentences: what people wrote
/// into its files is translated too.
///
/// Four Latin words in a row make a sentence. Links, code, the titles and publishers of sources, and
/// the names of things with such long names stay as they are published.
struct EnglishRunsTests {
  private static let chinese = LanguageCatalogue.shipped.languages.filter { $0 != .english }

  @Test(arguments: [Study.today, .earlier], chinese)
  func pagesHaveNone(_ study: Study, _ language: Language) {
    let run = study.run
    let names = Self.names(in: run)
    let context = ReportContext(record: run, language: language)
    var pages = ReportWriter.tree(of: run, language: language)
    pages += [BriefNote.page(context), ComparisonNote(run.companies, context).page]
    for company in run.companies {
      pages.append(CompanyNote.page(company, isFull: true, context))
      pages += company.paths.map { PathNote(company, on: $0, isFull: true, context).page }
    }
    for page in pages {
      let runs = page.blocks.flatMap(\.saidInWords).flatMap { Self.runs(of: $0, without: names) }
      #expect(runs == [], "\(page.path)")
    }
  }

  @Test func findsWhatIsNotTranslated() {
    #expect(Self.runs(of: "收入 up by a third part；", without: []) == ["up by a third"])
    #expect(Self.runs(of: "Google Cloud 與 API", without: []) == [])
    #expect(Self.runs(of: "見 The Way It Was", without: ["The Way It Was"]) == [])
  }

  /// Titles and publishers, as published, and names in English.
  private static func names(in run: RunRecord) -> [String] {
    let sources = run.sources.flatMap { [$0.title, $0.publisher, $0.reference] }
    let names = run.companies.map(\.name)
    return (sources + names).filter { $0.split(separator: " ").count > 2 }
      .sorted { $0.count > $1.count }
  }

  /// The rows of at least four words in Latin letters.
  private static func runs(of text: String, without names: [String]) -> [String] {
    // Few texts have any, and names are many.
    if rows(of: text).isEmpty { return [] }
    var rest = text
    for name in names where rest.contains(name) { rest = rest.replacing(name, with: "·") }
    return rows(of: rest)
  }

  private static func rows(of text: String) -> [String] {
    var runs: [String] = []
    var row: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if word.allSatisfy({ $0.isASCII && ($0.isLetter || "'-,;.".contains($0)) }) {
        row.append(word)
      } else {
        if row.count > 3 { runs.append(row.joined(separator: " ")) }
        row = []
      }
    }
    return row.count > 3 ? runs + [row.joined(separator: " ")] : runs
  }
}

extension Block {
  /// Its texts, without code and links.
  fileprivate var saidInWords: [String] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): [text.words]
    case .list(let items, _): items.flatMap { [$0.text.words] + $0.blocks.flatMap(\.saidInWords) }
    case .table(let table):
      table.columns.map { $0.title.words } + table.rows.flatMap { $0.map(\.words) }
    case .quote(let blocks): blocks.flatMap(\.saidInWords)
    case .details(let summary, let blocks): [summary.words] + blocks.flatMap(\.saidInWords)
    case .tree(let root): root.words
    case .figure(let figure): [figure.alternative]
    case .code: []
    }
  }
}

extension TreeNode {
  fileprivate var words: [String] {
    [text.words] + details.map(\.words) + children.flatMap(\.words)
  }
}

extension [Inline] {
  fileprivate var words: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let text), .emphasis(let text): text.words
      case .code, .link: "·"
      case .lineBreak: "·"
      }
    }.joined()
  }
}
