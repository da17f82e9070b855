import Diagnostics
import Facts
import Testing
import Units

/// Facts and rates that can't be right.
@Suite struct DoubtfulFactsTests {
  private static func models(
    _ fact: String, of metric: String = "margin", rates: [String] = []
  ) throws -> ModelFiles {
    try ModelFiles([
      "metrics.yaml": """
      metrics:
        margin: {unit: "1", kind: rate, title: Margin, plausible: [-5, 1]}
        stake: {unit: "1", kind: rate, domain: share, title: Stake}
        total_debt: {unit: money, kind: stock, title: Debt}
        cash_and_equivalents: {unit: money, kind: stock, domain: number, title: Cash}

      """,
      "sources.yaml": """
      sources:
        ar: {title: Report, publisher: Acme, date: 2026-04-20, kind: filing, reference: none}
        early: {title: Report, publisher: Acme, date: 2025-04-20, kind: filing, reference: none}

      """,
      "companies/acme.yaml": """
      id: acme
      names: {en: Acme}
      region: china
      fiscal_year_end: 12-31
      financing: listed
      facts:
        - {metric: \(metric), period: FY2025, source: ar, confidence: low, \(fact)}

      """,
      "markets/exchange-rates.yaml": "rates: ["
        + rates.map { "{confidence: high, \($0)}" }.joined(separator: ", ") + "]\n",
    ])
  }

  private static func units() throws -> UnitRegistry {
    try UnitRegistry([
      UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "USD", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "JPY", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "percent", meaning: .scaled(factor: 0.01, of: "1")),
    ])
  }

  private func problems(
    _ fact: String, of metric: String = "margin", rates: [String] = []
  ) throws -> [Diagnostic] {
    let models = try Self.models(fact, of: metric, rates: rates)
    do {
      return try FactBase.load(folders: [models.path], units: try Self.units()).warnings
    } catch let error as DiagnosticError {
      return error.diagnostics
    }
  }

  /// Nobody can say whether 40 % or 0.4 % is meant.
  @Test func perCentIsSaidOnce() throws {
    #expect(
      try problems("value: 40%, unit: percent").map(\.message) == [
        "\"40%\" in the unit \"percent\" says per cent twice"
      ])
    #expect(try problems("low: 30%, high: 50%, unit: percent").count == 2)
    #expect(try problems("value: 40%, unit: \"1\"").isEmpty)
    #expect(try problems("value: 40, unit: percent").isEmpty)
  }

  /// A stake lies between 0 and 1, in whatever unit; an end of a range outside is as wrong.
  @Test(arguments: [
    ("value: 1.2, unit: \"1\"", "1.2"), ("value: -0.1, unit: \"1\"", "-0.1"),
    ("value: 120, unit: percent", "120 percent"), ("low: 0.5, high: 1.5, unit: \"1\"", "1.5"),
    ("value: 100, unit: percent", nil), ("low: 0, high: 1, unit: \"1\"", nil),
  ])
  func whatCannotBeIsAMistake(_ fact: String, _ wrong: String?) throws {
    let found = try problems(fact, of: "stake")
    #expect(found.map(\.message) == (wrong.map { ["stake is a share, 0 to 1, not \($0)"] } ?? []))
    #expect(found.allSatisfy { $0.severity == .error && $0.location?.line == 7 })
  }

  /// Of what the method reads as an amount nobody needs to say that it isn't below 0, but may say that it can be.
  @Test func amountsOfTheMethodAreNeverNegative() throws {
    #expect(
      try problems("value: -3e-92, unit: CNY", of: "total_debt").map(\.message) == [
        "total_debt is 0 or more, not -3e-92"
      ])
    #expect(try problems("value: 0, unit: CNY", of: "total_debt").isEmpty)
    #expect(try problems("value: -5, unit: CNY", of: "cash_and_equivalents").isEmpty)
  }

  /// What lies outside the plausible range is marked on the fact, in whatever unit.
  @Test func implausibleFactsAreMarked() throws {
    for (fact, isPlausible) in [
      ("value: 40, unit: \"1\"", false), ("value: 40, unit: percent", true),
      ("value: 400, unit: percent", false), ("low: 0.5, high: 1.5, unit: \"1\"", false),
    ] {
      let models = try Self.models(fact)
      let base = try FactBase.load(folders: [models.path], units: try Self.units())
      #expect(base.company("acme")?.facts.map(\.isPlausible) == [isPlausible], "\(fact)")
    }
  }

  /// 7 and 1e-308 are more times apart than a double can say.
  @Test func ratesFarApartAreNamedInNumbers() throws {
    func rate(_ period: String, _ value: String) -> String {
      "from: USD, to: CNY, period: \(period), source: ar, value: \(value)"
    }
    let found = try problems(
      "value: 0.4, unit: \"1\"", rates: [rate("2025-12-31", "7"), rate("2026-03-31", "1e-308")])
    #expect(found.contains { $0.message.contains(" times off the other rates") })
    #expect(!found.contains { $0.message.contains("inf") })
  }

  /// One dollar is one dollar, whatever a file says.
  @Test func aRateOfACurrencyToItselfIsAnError() throws {
    let problems = try problems(
      "value: 0.4, unit: \"1\"", rates: ["from: USD, to: USD, period: FY2024, value: 2, source: ar"]
    )
    #expect(
      problems.map(\.message) == ["an exchange rate is between two currencies, not from USD to USD"]
    )
    #expect(problems.map(\.severity) == [.error])
    #expect(problems.first?.location?.line == 1)
  }

  private static let good = [
    "from: USD, to: CNY, period: FY2023, value: 7, source: ar",
    "from: USD, to: CNY, period: FY2024, value: 7.1, source: ar",
  ]

  /// 0.14 where others say 7: its inverse, 7.14, fits; 71 is ten times too much.
  @Test(arguments: [
    ("from: USD, to: CNY, period: FY2025, value: 0.14, source: ar", true),
    ("from: CNY, to: USD, period: FY2025, value: 7.2, source: ar", true),
    ("from: USD, to: CNY, period: FY2025, value: 71, source: ar", false),
  ])
  func ratesAreHeldAgainstEachOther(_ rate: String, _ isUpsideDown: Bool) throws {
    for earlier in [Self.good, [Self.good[0]]] {
      let found = try problems("value: 0.4, unit: \"1\"", rates: earlier + [rate])
      #expect(found.map(\.severity) == [isUpsideDown ? .error : .warning])
      #expect(found.first?.message.contains("the wrong way round") == isUpsideDown)
    }
  }

  @Test func ratesThatMoveOrAreWrittenTheOtherWayAreFine() throws {
    let found = try problems(
      "value: 0.4, unit: \"1\"",
      rates: Self.good + [
        "from: CNY, to: USD, period: FY2025, value: 0.14, source: ar",
        "from: USD, to: CNY, period: 2025-12-31, value: 9, source: ar",
      ])
    #expect(found.isEmpty)
  }

  /// 14 where rates of the same year say 7; over five years a rate may double.
  @Test func aRateTwiceTheOthersOfItsYearIsNamed() throws {
    let twice = try problems(
      "value: 0.4, unit: \"1\"",
      rates: Self.good + ["from: USD, to: CNY, period: FY2025, value: 14, source: ar"])
    #expect(
      twice.map(\.message) == [
        "USD/CNY 14.0 (average of FY2025) is 2 times off the other rates between the two, such as "
          + "USD/CNY 7.1 (average of FY2024)"
      ])
    let slow = ["FY2019", "FY2021", "FY2023", "FY2025"].enumerated().map { index, year in
      "from: USD, to: CNY, period: \(year), value: \(7 << index), source: ar"
    }
    #expect(try problems("value: 0.4, unit: \"1\"", rates: slow).isEmpty)
  }

  /// A yen of 21 yuan, where 150 yen and 7 yuan are a dollar: 7/150 is 0.0467, and 21 is 450 times that.
  @Test func ratesAreHeldAgainstAThirdCurrency() throws {
    func found(_ rate: String) throws -> [Diagnostic] {
      try problems(
        "value: 0.4, unit: \"1\"",
        rates: Self.good + [
          "from: USD, to: JPY, period: FY2024, value: 150, source: ar",
          "from: JPY, to: CNY, period: FY2024, value: \(rate), source: ar",
        ])
    }
    let wrong = try found("21")
    #expect(
      wrong.map(\.message) == [
        "JPY/CNY 21.0 (average of FY2024) is 444 times off what USD/JPY 150.0 (average of FY2024) and "
          + "USD/CNY 7.1 (average of FY2024) make of it"
      ])
    #expect(wrong.map(\.severity) == [.warning])
    #expect(try found("0.0467").isEmpty)
    #expect(try found("0.06").isEmpty)
  }

  /// The average of a year can't be published within it.
  @Test func ratesAreKnownAfterTheirPeriod() throws {
    let found = try problems(
      "value: 0.4, unit: \"1\"",
      rates: ["from: USD, to: CNY, period: FY2025, value: 7, source: early"])
    #expect(
      found.map(\.message) == [
        "the rate USD/CNY of FY2025 is reported by early of 2025-04-20, before 2025-12-31"
      ])
  }
}
