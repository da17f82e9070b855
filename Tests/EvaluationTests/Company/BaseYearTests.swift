import Evaluation
import Facts
import Formulas
import RunRecord
import Testing

@Suite struct BaseYearTests {
  private func find(
    _ facts: [Fact], asOf: String = "2025-05-31"
  ) throws -> Result<BaseYear, MissingBaseYear> {
    let company = HandMade.company(facts)
    return try BaseYearFinder(
      company: company, context: HandMade.context(company, asOf: asOf)
    ).find()
  }

  private func brokeEven(_ facts: [Fact]) throws -> String? {
    let company = HandMade.company(facts)
    return try BaseYearFinder(company: company, context: HandMade.context(company)).brokeEven()?
      .message
  }

  private func fact(_ metric: String, _ period: String, _ value: Double) throws -> Fact {
    try HandMade.fact(metric, period, value)
  }

  private func cash() throws -> Fact {
    try fact("cash_and_short_term_investments", "2024-12-31", 500)
  }

  @Test func latestYearWithResult() throws {
    let found = try find([
      fact("revenue", "FY2023", 100), fact("operating_income", "FY2023", -20),
      fact("revenue", "FY2024", 120), fact("operating_income", "FY2024", -30),
      fact("grants", "FY2024", 5), fact("interest_expense", "FY2024", 2), cash(),
    ]).get()
    #expect(found.period.text == "FY2024")
    #expect(found.revenue.distribution == .constant(120))
    #expect(found.isResultReported)
    #expect(found.results.map(\.distribution) == [.constant(-30)])
    #expect(found.resultBefore?.distribution == .constant(-20))
    #expect(found.grants?.distribution == .constant(5))
    #expect(found.interest?.distribution == .constant(2))
    #expect(found.notes.isEmpty)
  }

  /// Twelve months that end later than the fiscal year come before it.
  @Test func trailingYear() throws {
    let found = try find([
      fact("revenue", "FY2023", 100), fact("operating_income", "FY2023", -20),
      fact("revenue", "TTM-2024-09", 110), fact("operating_income", "TTM-2024-09", -25), cash(),
    ]).get()
    #expect(found.period.text == "TTM-2024-09")
    #expect(found.resultBefore == nil)
  }

  @Test func halfYearsNeverStandIn() throws {
    let found = try find([
      fact("revenue", "FY2023", 100), fact("operating_income", "FY2023", -20),
      fact("revenue", "2024-H1", 60), fact("operating_income", "2024-H1", -10), cash(),
    ]).get()
    #expect(found.period.text == "FY2023")
  }

  @Test func laterYearWithoutResultIsNoted() throws {
    let found = try find([
      fact("revenue", "FY2023", 100), fact("operating_income", "FY2023", -20),
      fact("revenue", "FY2024", 120), cash(),
    ]).get()
    #expect(found.period.text == "FY2023")
    #expect(
      found.notes.map(\.message) == [
        "Revenue of FY2024 is known, but no result of that period: FY2023 is the base year."
      ])
  }

  /// What wasn't known on the day doesn't exist for it: FY2024 was reported on 31 March 2025.
  @Test(arguments: [("2025-03-30", "FY2023"), ("2025-03-31", "FY2024")])
  func asOf(day: String, period: String) throws {
    let found = try find(
      [
        fact("revenue", "FY2023", 100), fact("operating_income", "FY2023", -20),
        fact("revenue", "FY2024", 120), fact("operating_income", "FY2024", -30),
        fact("cash_and_short_term_investments", "2023-12-31", 500),
      ], asOf: day
    ).get()
    #expect(found.period.text == period)
  }

  /// Method 4.1: without an operating result, what the same year has of other results.
  @Test func bracket() throws {
    let found = try find([
      fact("revenue", "FY2024", 120), fact("net_income", "FY2024", -40),
      fact("adjusted_ebitda", "FY2024", -15), fact("adjusted_net_income", "FY2023", 99), cash(),
    ]).get()
    #expect(!found.isResultReported)
    #expect(found.results.map(\.fact.metric) == ["adjusted_ebitda", "net_income"])
    #expect(found.results.map(\.lowest) == [-15, -40])
    #expect(
      found.notes.map(\.message) == [
        "No operating result of FY2024 is known: it is an estimate by adjusted_ebitda and "
          + "net_income."
      ])
  }

  @Test func cashRules() throws {
    let base = [
      try fact("revenue", "FY2024", 120), try fact("operating_income", "FY2024", -30),
    ]
    let whole = try fact("cash_and_short_term_investments", "2024-06-30", 500)
    let cash = try fact("cash_and_equivalents", "2024-12-31", 200)
    let invested = try fact("short_term_investments", "2024-12-31", 250)
    let earlier = try fact("short_term_investments", "2024-06-30", 240)
    func found(_ facts: Fact...) throws -> [String] {
      try find(base + facts).get().cash.map(\.fact.metric)
    }
    #expect(try found(whole, cash, invested) == ["cash_and_short_term_investments"])
    #expect(try found(cash, invested) == ["cash_and_equivalents", "short_term_investments"])
    #expect(try found(cash, earlier) == ["cash_and_equivalents"])
    #expect(try found(cash) == ["cash_and_equivalents"])
    guard case .failure(let missing) = try find(base + [invested]) else {
      Issue.record("investments alone are no cash")
      return
    }
    #expect(missing.reason.message == "no cash balance is known")
    #expect(missing.metrics == ["cash_and_short_term_investments"])
  }

  @Test func missing() throws {
    guard case .failure(let nothing) = try find([]) else {
      Issue.record("nothing is known")
      return
    }
    #expect(nothing.reason.message == "no revenue of a full year is known")
    #expect(
      nothing.metrics == ["revenue", "operating_income", "cash_and_short_term_investments"])
    guard case .failure(let noResult) = try find([fact("revenue", "FY2024", 120), cash()]) else {
      Issue.record("no result is known")
      return
    }
    #expect(noResult.reason.message == "no result of a year with known revenue (FY2024) is known")
    #expect(noResult.metrics == ["operating_income"])
  }

  /// Cash flow of the same year, else of the nearest within two years.
  @Test func cashFlowOfTheNearestYear() throws {
    let base = [
      try fact("revenue", "FY2024", 120), try fact("operating_income", "FY2024", -30), try cash(),
    ]
    func flow(_ periods: String...) throws -> String? {
      let facts = try periods.map { try fact("operating_cash_flow", $0, -10) }
      return try find(base + facts).get().operatingCashFlow?.fact.period.text
    }
    #expect(try flow("FY2022", "FY2023", "FY2024") == "FY2024")
    #expect(try flow("FY2022", "FY2023") == "FY2023")
    #expect(try flow("FY2022") == "FY2022")
    #expect(try flow("FY2021") == nil)
    #expect(try flow("2024-H1") == nil)
    #expect(try flow() == nil)
  }

  /// Method 4.3: the last two reported years at or above zero, by the whole bracket.
  @Test func alreadyBrokeEven() throws {
    let revenue = [
      try fact("revenue", "FY2022", 80), try fact("revenue", "FY2023", 100),
      try fact("revenue", "FY2024", 120),
    ]
    func result(_ facts: (String, String, Double)...) throws -> String? {
      try brokeEven(revenue + facts.map { try fact($0.0, $0.1, $0.2) })
    }
    #expect(
      try result(("operating_income", "FY2023", 0), ("operating_income", "FY2024", 10))
        == "operating_income of FY2023 and FY2024 not below zero")
    #expect(
      try result(("operating_income", "FY2023", -1), ("operating_income", "FY2024", 10)) == nil)
    #expect(
      try result(("operating_income", "FY2023", 10), ("operating_income", "FY2024", -1)) == nil)
    // A year between without a result: they are not the last two.
    #expect(
      try result(("operating_income", "FY2022", 5), ("operating_income", "FY2024", 10)) == nil)
    #expect(
      try result(
        ("operating_income", "FY2023", 5), ("net_income", "FY2024", 10),
        ("adjusted_ebitda", "FY2024", 20))
        == "adjusted_ebitda and net_income of FY2023 and FY2024 not below zero")
    #expect(
      try result(
        ("operating_income", "FY2023", 5), ("net_income", "FY2024", -10),
        ("adjusted_ebitda", "FY2024", 20)) == nil)
  }

  /// Money in another currency comes at the average rate of its year, a balance at its day's.
  @Test func currencies() throws {
    func rate(_ period: String, _ value: Double) throws -> ExchangeRate {
      let source = try HandMade.source("parity-\(period)", "2025-01-15")
      let written = try #require(Period(period))
      let days = written.days(fiscalYearEnd: .calendarYear)
      return ExchangeRate(
        from: "USD", to: "CNY", period: written, days: days, value: value, source: source,
        confidence: .high, knownSince: source.knownSince(about: days),
        location: HandMade.company().location)
    }
    let company = HandMade.company([
      try HandMade.fact("revenue", "FY2024", 10, unit: "USD"),
      try HandMade.fact("operating_income", "FY2024", low: -3, high: -2, unit: "USD"),
      try HandMade.fact("cash_and_short_term_investments", "2024-12-31", 5, unit: "USD"),
    ])
    let context = try HandMade.context(
      company, rates: [rate("FY2024", 7.2), rate("2024-12-31", 7.3)])
    let found = try BaseYearFinder(company: company, context: context).find().get()
    #expect(found.revenue.distribution == .constant(72))
    #expect(abs(found.results[0].lowest + 21.6) < 1e-12)
    #expect(abs(found.results[0].highest + 14.4) < 1e-12)
    #expect(found.cash.map(\.distribution) == [.constant(36.5)])
    #expect(found.revenue.sources.sorted() == ["parity-FY2024", "report-FY2024"])
  }
}
