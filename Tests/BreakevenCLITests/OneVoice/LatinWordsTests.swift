import Foundation
import Publishing
import Reporting
import RunRecord
import RunStore
import Testing

/// No sentence that the program writes stands in English where Chinese is spoken.
///
/// Latin words may come from the record (ids, names, units, what teams wrote, titles, formulas)
/// and from what the translation itself says, such as SHA-256.
struct LatinWordsTests {
  private static let chinese = LanguageCatalogue.shipped.languages.filter { $0 != .english }

  @Test(arguments: Study.allCases, chinese)
  func areOfTheRecord(_ study: Study, _ language: Language) throws {
    let run = study.run
    let context = ReportContext(record: run, language: language)
    let known = try KnownText(run, language)
    var pages = ReportWriter.tree(of: run, language: language)
    pages += [
      LeagueNote.page(context), ComparisonNote(run.companies, context).page,
      Glossary.page(language),
    ]
    for company in run.companies {
      pages += [false, true].map { CompanyNote.page(company, isFull: $0, context) }
      pages += company.paths.map { PathNote(company, on: $0, isFull: true, context).page }
    }
    for page in pages {
      let foreign = page.blocks.flatMap(\.texts).flatMap(known.foreignWords)
      #expect(foreign.isEmpty, "\(page.path): \(Set(foreign).sorted().prefix(20))")
    }
  }

  /// The test would see a sentence that isn't translated.
  @Test func findsWhatIsNotTranslated() throws {
    let known = try KnownText(Study.tiny.run, .traditionalChinese)
    #expect(known.foreignWords("Money back in 20 % of draws") != [])
    #expect(known.foreignWords("雲管：模型 20%") == [])
  }
}

/// The Latin words that a record, and the translation itself, bring into a text.
private struct KnownText {
  /// The texts of the record that have Latin words, by their longest word.
  private let texts: [String: [String]]
  /// What the translation says itself, and the marks of numbers and distributions.
  private let words: Set<String>

  init(_ run: RunRecord, _ language: Language) throws {
    let data = Data(try RunCoder.encode(run).utf8)
    var strings: Set<String> = []
    Self.collect(try JSONSerialization.jsonObject(with: data), into: &strings)
    strings.formUnion(strings.map { $0.replacing("_", with: " ") })
    var texts: [String: [String]] = [:]
    for string in strings {
      let longest = Self.words(string).max { ($0.count, $0) < ($1.count, $1) }
      if let longest { texts[longest, default: []].append(string) }
    }
    self.texts = texts.mapValues { $0.sorted { $0.count > $1.count } }
    words = Set(language.translations.values.flatMap(Self.words)).union(["to"])
  }

  /// What people and files say: not what the program says in English for readers of JSON, nor its
  /// words for kinds and states.
  private static func collect(_ value: Any, into strings: inout Set<String>) {
    if let text = value as? String { strings.insert(text) }
    if let list = value as? [Any] { for item in list { collect(item, into: &strings) } }
    guard let object = value as? [String: Any] else { return }
    for (key, item) in object where !programs.contains(key) {
      if named.contains(key), let names = item as? [String: Any] { strings.formUnion(names.keys) }
      if key == "kind", StatementKind(rawValue: item as? String ?? "") != nil { continue }
      if key == "kind", InputKind(rawValue: item as? String ?? "") != nil { continue }
      collect(item, into: &strings)
    }
  }

  /// Objects whose keys are names from files.
  private static let named: Set<String> = ["overrides", "weights", "central_weights"]

  private static let programs: Set<String> = [
    "message", "unknown", "status", "level", "verdict", "confidence", "scope", "direction",
  ]

  private static func words(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }.filter { $0.count > 1 }
  }

  /// The words that neither the record nor the translation brings in.
  func foreignWords(_ text: String) -> [String] {
    let found = Set(Self.words(text).filter { !words.contains($0) })
    if found.isEmpty { return [] }
    var rest = text
    let known = Self.words(text).flatMap { texts[$0] ?? [] }.sorted { $0.count > $1.count }
    for part in known where rest.contains(part) { rest = rest.replacing(part, with: "·") }
    return Self.words(rest).filter { !words.contains($0) }
  }
}

extension Block {
  /// Its running texts, those of charts too; code stays as it is written.
  fileprivate var texts: [String] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): [text.said]
    case .list(let items, _): items.flatMap { [$0.text.said] + $0.blocks.flatMap(\.texts) }
    case .table(let table):
      table.columns.map { $0.title.said } + table.rows.flatMap { $0.map(\.said) }
    case .quote(let blocks): blocks.flatMap(\.texts)
    case .details(let summary, let blocks): [summary.said] + blocks.flatMap(\.texts)
    case .tree(let root): root.texts
    case .figure(let figure): [figure.alternative]
    case .code: []
    }
  }
}

extension TreeNode {
  fileprivate var texts: [String] {
    [text.said] + details.map(\.said) + children.flatMap(\.texts)
  }
}

extension [Inline] {
  /// The text without code.
  fileprivate var said: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let text), .emphasis(let text), .link(let text, _): text.said
      case .code: "·"
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
