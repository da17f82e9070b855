import Diagnostics
import Documents
@testable import Facts

/// Short ways to make facts by hand.
enum TestFacts {
  static func day(_ text: String) -> Day {
    Day(text) ?? Day(number: 0)
  }

  static func period(_ text: String) -> Period {
    guard let period = Period(text) else { preconditionFailure("no period: \(text)") }
    return period
  }

  static func source(_ id: String, _ date: String, _ kind: Source.Kind = .filing) -> Source {
    Source(
      id: id, title: id, publisher: "somebody", date: period(date), kind: kind, reference: "none")
  }

  static func fact(
    _ metric: String, _ period: String, _ value: Double, _ source: Source,
    _ confidence: Confidence = .high, kind: Fact.Kind = .observation, unit: String = "CNY",
    yearEnd: FiscalYearEnd = .calendarYear, line: Int = 1
  ) -> Fact {
    let written = self.period(period)
    let days = written.days(fiscalYearEnd: yearEnd)
    return Fact(
      kind: kind, metric: metric, period: written, days: days, value: value, unit: unit,
      source: source, confidence: confidence, knownSince: source.knownSince(about: days),
      location: SourceLocation(file: "x.yaml", line: line, column: 5))
  }

  /// A fact base with one company, `acme`, and one region, `china`, that have the same facts.
  static func base(_ facts: [Fact], rates: [ExchangeRate] = []) -> FactBase {
    let kinds: [(String, Metric.Kind)] = [
      ("revenue", .flow), ("cash", .stock), ("gross_margin", .rate),
    ]
    let metrics = kinds.map {
      ($0.0, Metric(name: $0.0, unit: "money", kind: $0.1, title: .init(en: $0.0)))
    }
    let company = Company(
      id: "acme", names: .init(en: "Acme"), region: "china", fiscalYearEnd: .calendarYear,
      financing: .listed, markets: ["chat": "world"], notPursued: [], facts: facts, ratings: [],
      events: [], location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
    return FactBase(
      metrics: Dictionary(uniqueKeysWithValues: metrics), sources: [:], companies: [company],
      markets: ["china": MarketFacts(region: "china", facts: facts)],
      exchangeRates: ExchangeRates(rates), events: [], referenceClasses: [], warnings: [])
  }
}
