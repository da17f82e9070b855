import Foundation
import Publishing
import Reporting
import RunRecord
import TestSupport
import Testing
import TinyStudy

/// Every figure on a page is a number of the run, rounded as it is printed: by a rounding of its own, from
/// the run's JSON.
struct FigureTests {
  /// What may stand on a page without being a number of the run, and why.
  private static let exceptions: [(pattern: String, because: String)] = [
    (#"`[^`]*`|<http[^>]*>"#, "addresses, code, names of files"),
    (#"\b[a-z][a-z0-9]*(?:-[a-z0-9]+)+\b"#, "ids"),
    (
      #"\b(?:FY|H[12]|Q[1-4]|9M)?-?(?:19|20)\d\d(?:-(?:H[12]|Q[1-4]|9M|\d\d(?:-\d\d)?))?\b"#,
      "days, years and periods"
    ),
    (#"\bp5\b|\bp50\b|\bp95\b|Level 0–4|SHA-256"#, "names of columns"),
    (
      #"[Bb]rier points of 100|[Oo]f 100 points|points of 100|0 to 100|nine of ten|90 %|70–90 %"#,
      "scales in sentences that are always the same"
    ),
  ]

  /// Sentences that are the same whatever the run: what words mean.
  private static let fixed = Set(
    ReportWords.all.filter {
      PhraseFilling.places($0.english).isEmpty && $0.english.contains { $0.isNumber }
    }.map { $0.english.replacing("**", with: "") })

  @Test(arguments: [
    "companies/", "paths/", "README", "map", "ranking", "unranked", "changes", "method", "sources",
  ])
  func everyFigureIsInTheRun(prefix: String) throws {
    try hold(texts(of: Self.pages.filter { $0.path.hasPrefix(prefix) }), to: Self.numbers.get())
  }

  private static let pages = ReportWriter.tree(
    of: TinyStudy.run, language: .english, since: EarlierRun.run)
  private static let numbers = Result { try RunNumbers([TinyStudy.run, EarlierRun.run]) }

  /// The page of a thesis with numbers of every kind.
  @Test func everyFigureOfAThesisIsInTheRun() throws {
    var run = TinyStudy.run
    run.theses = [Self.thesis]
    let pages = ReportWriter.tree(of: run, language: .english)
    try hold(texts(of: pages.filter { $0.path.hasPrefix("theses/") }), to: RunNumbers([run]))
  }

  /// The sample study's backtest, and the record that lies beside it.
  @Test func everyFigureOfTheBacktestIsInItsRecord() throws {
    let reports = Repository.folder.appending(path: "Reports")
    let page = try String(contentsOf: reports.appending(path: "backtest.md"), encoding: .utf8)
    let lines = page.replacing(/\]\([^)]*\)/, with: "]").split(separator: "\n").map(String.init)
    let record = try Data(contentsOf: reports.appending(path: "backtest.json"))
    try hold(lines.map { ("backtest", $0) }, to: RunNumbers(json: [record]))
  }

  private static let thesis = ThesisRecord(
    id: "toys", title: LocalizedText(["en": "Toys"]), summary: nil, sources: [],
    file: "theses/toys.yaml", sha256: "00", asOf: "2025-06-30", since: "2024-06-30", draws: 4096,
    claims: [
      ClaimRecord(
        id: "first", title: LocalizedText(["en": "First"]),
        says: LocalizedText(["en": "It does."]), holds: "a < b",
        chance: number(0.314159), before: number(0.271828),
        measures: [
          MeasureRecord(
            name: "a", title: nil, each: "result", take: "sum", path: nil, year: 2030, view: nil,
            set: ["x": "0.5"], companies: ["cloud-pipe"], leftOut: [:],
            value: .estimate(
              Estimate(
                value: 1.618e9, unit: "CNY", p5: 1.01e9, p50: 1.6e9, p95: 2.236e9,
                standardError: 5e6)), before: number(1.4142e9, "CNY"))
        ],
        hinges: [
          HingeRecord(input: "x", neutral: "0.01 to 0.06", because: "Toss.", chance: number(0.577))
        ],
        allHinges: number(0.6931),
        also: [
          ClaimFormRecord(
            id: "other", title: LocalizedText(["en": "Other"]), holds: "b < a",
            chance: number(0.1123))
        ])
    ])

  private static func number(_ value: Double, _ unit: UnitName = "") -> Quantity {
    .estimate(
      Estimate(value: value, unit: unit, p5: value, p50: value, p95: value, standardError: 0))
  }

  private func texts(of pages: [Page]) -> [(page: String, text: String)] {
    pages.flatMap { page in page.blocks.flatMap(\.saidTexts).map { (page.path, $0) } }
  }

  /// Fails for every figure in the texts that isn't among the numbers, and if there is none to look for.
  private func hold(_ texts: [(page: String, text: String)], to numbers: RunNumbers) throws {
    let exceptions = try Self.exceptions.map { try Regex($0.pattern) }
    var count = 0
    for (page, text) in texts where !Self.fixed.contains(text) {
      let rest = exceptions.reduce(text) { $0.replacing($1, with: " ") }
      for token in rest.matches(of: /[−+]?\d[\d,]*(\.\d+)?(e-?\d+)?(tn|bn|M|k)?( %)?/) {
        count += 1
        let isThere = numbers.has(String(token.output.0))
        #expect(isThere, "\(page): \(token.output.0) in “\(text)”")
      }
    }
    #expect(count > 5)
  }

  /// The test finds what isn't there: a figure that no run holds.
  @Test func whatIsNotInTheRunIsFound() throws {
    let numbers = try RunNumbers([TinyStudy.run])
    let found = ["987,654", "8.31bn", "123456789"].filter { numbers.has($0) }
    #expect(found == [])
  }
}

/// The numbers of runs, in every form in which a page may print one.
private struct RunNumbers {
  private var printed: Set<String> = []
  /// Whole numbers up to this may be counts of what the run lists: companies, inputs, draws.
  private var largestCount = 0

  init(_ runs: [RunRecord]) throws {
    try self.init(json: runs.map { try JSONEncoder().encode($0) })
  }

  init(json: [Data]) throws {
    for data in json { add(try JSONSerialization.jsonObject(with: data)) }
  }

  private mutating func add(_ value: Any, isState: Bool = false) {
    switch value {
    case let object as [String: Any]:
      largestCount = max(largestCount, object.count)
      addDerived(object)
      for (key, value) in object {
        addText(key)
        add(value, isState: isState || key == "nowcast" || key == "series")
      }
    case let list as [Any]:
      largestCount = max(largestCount, list.count)
      for value in list { add(value, isState: isState) }
    case let text as String: addText(text)
    case let number as NSNumber:
      addForms(number.doubleValue)
      // Of today's state logarithms are on record, and printed as ratios and growth.
      if isState, abs(number.doubleValue) < 3 {
        addForms(exp(number.doubleValue))
        addForms(exp(number.doubleValue) - 1)
      }
    default: break
    }
  }

  /// The only figures that pages compute themselves: the band of a level that is told by its logarithm,
  /// 1.645 deviations to either side, and what comes back of 1.00, r, of an index of 100 r/(1 + r).
  private mutating func addDerived(_ object: [String: Any]) {
    if let level = object["level"] as? Double, let deviation = object["levelSd"] as? Double {
      addForms(level * exp(1.6448536 * deviation))
      addForms(level * exp(-1.6448536 * deviation))
    }
    if let index = object["moneyBackIndex"] as? [String: Any], let middle = index["p50"] as? Double,
      middle < 100
    {
      addForms(middle / (100 - middle))
    }
  }

  /// Numbers inside texts that people or the program wrote, with the marks of their size.
  private mutating func addText(_ text: String) {
    for token in text.matches(of: /\d[\d,]*(\.\d+)?(tn|bn|M|k)?/) {
      printed.insert(String(token.output.0))
      let digits = token.output.0.filter { $0.isNumber || $0 == "." }
      if let value = Double(String(digits)) { addForms(value) }
    }
  }

  private mutating func addForms(_ value: Double) {
    let size = abs(value)
    // As it is, per cent, and months of years.
    for factor in [1.0, 100] {
      let scaled = size * factor
      guard scaled < 1e15 else { continue }
      for digits in 0...3 { insert(fixed(scaled, digits)) }
      for significant in 2...3 { insert(rounded(scaled, significant)) }
    }
    for (unit, mark) in [(1e3, "k"), (1e6, "M"), (1e9, "bn"), (1e12, "tn")] where size >= unit / 2 {
      // As many digits as the interval around it supports.
      for significant in 1...3 { insert(rounded(size / unit, significant) + mark) }
    }
    // Odds of nearly nothing and of nearly all are printed as less than 1 and more than 99.
    if size < 0.005 { insert("1") }
    if size >= 0.995, size <= 1 { insert("99") }
  }

  private mutating func insert(_ text: String) {
    printed.insert(text)
    printed.insert(trimmed(text))
  }

  private func trimmed(_ text: String) -> String {
    guard let dot = text.firstIndex(of: ".") else { return text }
    let mark = text[dot...].drop { $0 == "." || $0.isNumber }
    var digits = text.dropLast(mark.count)
    while digits.last == "0" { digits = digits.dropLast() }
    if digits.last == "." { digits = digits.dropLast() }
    return String(digits) + mark
  }

  /// By the C library: to so many digits after the point.
  private func fixed(_ value: Double, _ digits: Int) -> String {
    // Halves go away from zero, as people round.
    String(format: "%.\(digits)f", value + (value == 0 ? 0 : value * 1e-14))
  }

  /// By the C library: to so many digits in all.
  private func rounded(_ value: Double, _ digits: Int) -> String {
    guard value > 0 else { return "0" }
    let after = digits - 1 - Int(floor(log10(value)))
    guard after < 0 else { return trimmed(fixed(value, after)) }
    return fixed(value / pow(10, Double(-after)), 0) + String(repeating: "0", count: -after)
  }

  /// True if a figure is a number of the runs, or a count of what they list.
  func has(_ figure: String) -> Bool {
    var text = figure.replacing(",", with: "").replacing(" %", with: "")
    if let sign = text.first, "−+".contains(sign) { text.removeFirst() }
    if printed.contains(text) || printed.contains(figure) { return true }
    return Int(text).map { $0 <= largestCount } ?? false
  }
}

extension Block {
  /// The texts of paragraphs, items and cells.
  fileprivate var saidTexts: [String] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): [text.spoken]
    case .list(let items, _): items.flatMap { [$0.text.spoken] + $0.blocks.flatMap(\.saidTexts) }
    case .table(let table): table.rows.flatMap { $0.map(\.spoken) }
    case .quote(let blocks): blocks.flatMap(\.saidTexts)
    case .details(let summary, let blocks): [summary.spoken] + blocks.flatMap(\.saidTexts)
    case .figure, .code, .tree: []
    }
  }
}

extension [Inline] {
  /// The text without code, which isn't said.
  fileprivate var spoken: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .code: " "
      case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.spoken
      case .lineBreak: " "
      }
    }.joined()
  }
}
