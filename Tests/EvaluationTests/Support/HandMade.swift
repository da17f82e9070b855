import Diagnostics
import Documents
import Evaluation
@testable import Facts
import Testing
import Units

/// Short ways to make facts, models and markets by hand.
enum HandMade {
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func source(_ id: String, _ date: String, _ kind: Source.Kind = .filing) throws -> Source {
    Source(
      id: id, title: id, publisher: "somebody", date: try #require(Period(date)), kind: kind,
      reference: "none")
  }

  /// A fact in CNY, or in the unit given, from a report of the spring after its period.
  static func fact(
    _ metric: String, _ period: String, _ value: Double? = nil, low: Double? = nil,
    high: Double? = nil, unit: String = "CNY", source: Source? = nil
  ) throws -> Fact {
    let written = try #require(Period(period))
    let days = written.days(fiscalYearEnd: .calendarYear)
    let source =
      try source ?? self.source("report-\(period)", days.end.adding(days: 90).description)
    return Fact(
      kind: .observation, metric: metric, period: written, days: days, value: value, low: low,
      high: high, unit: unit, source: source, confidence: .medium,
      knownSince: source.knownSince(about: days),
      location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
  }

  static func company(_ facts: [Fact] = [], markets: [String: String] = [:]) -> Company {
    Company(
      id: "acme", names: Translations(en: "Acme"), region: "china", fiscalYearEnd: .calendarYear,
      financing: .listed, markets: markets, facts: facts,
      location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
  }

  static func units() throws -> UnitRegistry {
    try UnitRegistry([
      UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "USD", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "user", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "device", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "year", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "month", meaning: .scaled(factor: 1.0 / 12, of: "year")),
    ])
  }

  /// What is known on a day: one company, and one region's facts.
  static func context(
    _ company: Company, asOf: String = "2025-05-31", marketFacts: [Fact] = [],
    markets: [String: MarketFile] = [:], rates: [ExchangeRate] = [],
    overrides: [String: InputOverrideValue] = [:]
  ) throws -> EvaluationContext {
    let kinds: [Metric.Kind: [String]] = [
      .flow: [
        "revenue", "operating_income", "adjusted_ebitda", "adjusted_net_income", "net_income",
        "net_income_attributable", "operating_cash_flow", "capital_expenditure", "grants",
        "interest_expense",
      ],
      .stock: [
        "cash_and_short_term_investments", "cash_and_equivalents", "short_term_investments",
        "users",
      ],
      .rate: ["price", "old_price", "shipments"],
    ]
    var metrics: [String: Metric] = [:]
    for (kind, names) in kinds {
      for name in names {
        metrics[name] = Metric(
          name: name, unit: "money", kind: kind, title: Translations(en: name))
      }
    }
    let day = try self.day(asOf)
    return EvaluationContext(
      asOf: day, years: Array(day.year...2030), currency: "CNY",
      facts: FactBase(
        metrics: metrics, sources: [:], companies: [company],
        markets: ["china": MarketFacts(region: "china", facts: marketFacts)],
        exchangeRates: ExchangeRates(rates), events: [], referenceClasses: [], warnings: []),
      markets: markets, units: try units(), defaultRegion: "china", overrides: overrides)
  }

  /// A model with the given inputs and variables; its outputs are nothing unless given.
  static func model(
    inputs: String, variables: String = "  {}", revenue: String = "0 [CNY/year]"
  ) throws -> ModelFile {
    let text = """
      path: toys
      version: 1
      title: {en: Toys}
      currency: CNY
      inputs:
      \(inputs)
      variables:
      \(variables)
      outputs:
        revenue: \(revenue)
        contribution: 0 [CNY/year]
        investment: 0 [CNY/year]

      """
    return try ModelFileReader(units: units(), sourceIDs: nil).read(
      YAMLDocument(SourceText(text, file: "Models/paths/toys.yaml")),
      relativeFile: "paths/toys.yaml", sha256: "none")
  }

  /// A region's market with the given inputs.
  static func market(_ region: String, _ inputs: String) throws -> MarketFile {
    try MarketFileReader(units: units(), sourceIDs: nil).read(
      YAMLDocument(
        SourceText("region: \(region)\ninputs:\n\(inputs)\n", file: "Models/markets/\(region).yaml")
      ),
      relativeFile: "markets/\(region).yaml")
  }
}
