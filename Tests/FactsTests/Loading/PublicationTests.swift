import Diagnostics
import Documents
import Facts
import Foundation
import Testing

/// When a fact became public, and what can't have been public when it is said to have been.
@Suite struct PublicationTests {
  private static func models(_ facts: String) throws -> ModelFiles {
    try ModelFiles([
      "metrics.yaml": """
      metrics:
        revenue: {unit: money, kind: flow, title: Revenue}
        cash: {unit: money, kind: stock, title: Cash}
        margin: {unit: "1", kind: rate, title: Margin}

      """,
      "sources.yaml": """
      sources:
        ar: {title: Report, publisher: Acme, date: 2025-04-20, kind: filing, reference: none}
        page: {title: Data page, publisher: Seer, date: 2026-08-25, kind: aggregator, reference: none}
        sums: {title: Sums, publisher: us, date: 2026-11, kind: calculation, reference: none}

      """,
      "companies/acme.yaml": """
      id: acme
      names: {en: Acme}
      region: china
      fiscal_year_end: 12-31
      financing: listed
      facts:
      \(facts.split(separator: "\n").map { "  - {\($0), unit: CNY, confidence: low}" }
          .joined(separator: "\n"))

      """,
    ])
  }

  /// The facts of lines without unit and confidence.
  private func facts(_ lines: String) throws -> [Fact] {
    let models = try Self.models(lines)
    return try #require(FactBase.load(folders: [models.path]).company("acme")).facts
  }

  private func message(_ lines: String) throws -> String {
    let models = try Self.models(lines)
    let error = #expect(throws: DiagnosticError.self) {
      try FactBase.load(folders: [models.path])
    }
    return models.shown(error?.description ?? "")
  }

  /// Without a day of its own a page that repeats reports counts 120 days after the year's end and
  /// arithmetic from the period's end, which is too early for a prospectus that came out later.
  @Test func factsAreKnownSinceTheyWerePublished() throws {
    let facts = try facts(
      """
      metric: revenue, period: FY2024, value: 1, source: page
      metric: revenue, period: FY2023, value: 1, source: page, published: 2025-12-19
      metric: revenue, period: 2025-H2, value: 1, source: sums
      metric: revenue, period: 2025-H1, value: 1, source: sums, published: 2026-06
      metric: cash, period: FY2024, value: 1, source: ar
      """)
    #expect(
      facts.map(\.knownSince.description) == [
        "2025-04-30", "2025-12-19", "2025-12-31", "2026-06-30", "2025-04-20",
      ])
  }

  @Test func nothingIsPublicBeforeItIsOver() throws {
    let text = try message("metric: revenue, period: FY2025, value: 1, source: ar")
    #expect(
      text.hasPrefix(
        "Models/companies/acme.yaml:7:5: error: "
          + "revenue of FY2025 is reported by ar of 2025-04-20, before 2025-12-31\n"))
    #expect(text.hasSuffix("help: mend the period or the date, or write kind: forecast"))
    #expect(
      try message("metric: cash, period: 2026-H1, value: 1, source: page, published: 2026-06-29")
        .contains("cash of 2026-H1 is published on 2026-06-29, before 2026-06-30"))
    // Arithmetic has no day of its own, but one that is written must be right.
    #expect(
      try message("metric: revenue, period: 2025-Q3, value: 1, source: sums, published: 2025-09-29")
        .contains("is published on 2025-09-29, before 2025-09-30"))
  }

  /// A round of May, said on 9 May, is seen within its month; what is said of the future is no
  /// observation.
  @Test(arguments: [
    "metric: cash, period: 2025-04, value: 1, source: ar",
    "metric: cash, period: 2025-04-20, value: 1, source: ar",
    "metric: cash, period: 2025, value: 1, source: ar",
    "kind: forecast, metric: revenue, period: FY2027, value: 1, source: ar",
    "kind: guidance, metric: revenue, period: FY2027, value: 1, source: ar, published: 2025-03",
    "metric: revenue, period: 2026-04, value: 1, source: page, published: 2026-04-30",
  ])
  func whatCanBe(_ line: String) throws {
    #expect(try facts(line).count == 1)
  }

  @Test func nothingIsPublicAfterItsSource() throws {
    #expect(
      try message("metric: cash, period: FY2024, value: 1, source: ar, published: 2025-04-21")
        .contains("published on 2025-04-21, after ar of 2025-04-20, which reports it"))
  }

  /// A rate between two others on a straight line is known only with the later one.
  @Test func ratesAreKnownSinceTheyWerePublished() throws {
    let models = try Self.models("metric: cash, period: FY2024, value: 1, source: ar")
    let rates = try ModelFiles([
      "markets/exchange-rates.yaml": """
      rates:
        - {from: USD, to: CNY, period: 2026-06-30, value: 6.82, source: sums, confidence: low}
        - {from: USD, to: CNY, period: 2026-07-31, value: 6.8, source: sums, published: 2026-08-07, confidence: low}

      """
    ])
    let base = try FactBase.load(folders: [models.path, rates.path])
    #expect(
      base.exchangeRates.rates.map(\.knownSince.description) == ["2026-06-30", "2026-08-07"])
  }

  @Test func promisesHaveADayAndAProbability() throws {
    let line =
      "kind: commitment, metric: cash, period: 2025-04, value: 30, source: ar, paid_by: 2025-12, "
      + "probability: 0.75, because: they signed"
    let fact = try #require(try facts(line).first)
    #expect(fact.kind == .commitment)
    let commitment = try #require(fact.commitment)
    #expect(commitment.paidBy.description == "2025-12-31")
    #expect(commitment.probability == 0.75)
    #expect(commitment.because == "they signed")
    // A promise is no balance.
    let models = try Self.models(line)
    let base = try FactBase.load(folders: [models.path])
    let answer = try base.answer(company: "acme", metric: "cash", asOf: TestFacts.day("2026-06-30"))
    #expect(answer.chosen == nil)
    #expect(answer.candidates.map(\.because) == [.commitment])
  }

  @Test(arguments: [
    ("probability: 0.75", "probability: 75", "a probability is from 0 to 1, found 75"),
    ("paid_by: 2025-12, ", "", "\"paid_by\" is missing"),
    (", because: they signed", "", "\"because\" is missing"),
    ("kind: commitment, ", "", "\"paid_by\" belongs to a fact of kind: commitment"),
  ])
  func promisesWithMistakes(_ old: String, _ new: String, _ expected: String) throws {
    let line =
      "kind: commitment, metric: cash, period: 2025-04, value: 30, source: ar, paid_by: 2025-12, "
      + "probability: 0.75, because: they signed"
    let text = try message(line.replacingOccurrences(of: old, with: new))
    #expect(text.contains(expected))
  }
}
