import Diagnostics
import Documents
@testable import Facts
import Testing

@testable import Nowcast

/// Holds what becomes of a company's facts.
@Suite struct CompanyRowsTests {
  @Test(arguments: [
    ("FY2025", 24300.0, 24312.0), ("TTM-2025-09", 24297, 24309), ("2025-Q1", 24300, 24303),
    ("2025-H2", 24306, 24312), ("2025-9M", 24300, 24309), ("2025", 24300, 24312),
    ("2025-03", 24303, 24303), ("FY2024/FY2025", 24288, 24312),
    ("2025-04/2026-03", 24303, 24315), ("2025-01/2025-12", 24300, 24312),
    ("2024-07/2025-06", 24294, 24306), ("2025-01-01/2025-12-31", 24300, 24312),
    ("2024-03-01/2025-02-28", 24290, 24302), ("2024-12-29/2025-12-27", 24300, 24312),
    // The months that it names: April is the fourth of 2025 and begins three months after 24300.
    ("2025-04/2025-09", 24303, 24309), ("2025-09/2025-11", 24308, 24311),
    ("2025-03/2025-03", 24302, 24303),
    ("2025-09/2025-Q4", 24308, 24312), ("2024-11/2025-12", 24298, 24312),
  ])
  func periodsInMonths(text: String, start: Double, end: Double) throws {
    let span = Months.span(of: try #require(Period(text)), fiscalYearEnd: .calendarYear)
    #expect(span.start == start)
    #expect(span.end == end)
  }

  @Test func fiscalYearsEndWithTheirMonthAndDaysAreParts() throws {
    let february = try #require(FiscalYearEnd("02-28"))
    let year = Months.span(of: try #require(Period("FY2025")), fiscalYearEnd: february)
    #expect(year.start == 24290)
    #expect(year.end == 24302)
    let day = Months.span(of: try #require(Period("2025-03-31")), fiscalYearEnd: .calendarYear)
    #expect(agrees(day.end, 24302 + 31 / 30.44))
    #expect(Months.end(of: try #require(Day("2025-05-31"))) == 24305)
    #expect(Months.end(of: try #require(Day("2026-09-30"))) == 24321)
    #expect(Months.end(of: try #require(Day("2026-09-15"))) == 24320.5)
  }

  @Test func factsBecomeRowsInTheCurrencyOfTheNewestRevenue() throws {
    let company = company([
      fact("revenue", "FY2023", 100, "CNY"), fact("revenue", "FY2024", 20, "USD"),
      fact("cash_and_equivalents", "2024-12-31", 70, "CNY"),
    ])
    let rates = ExchangeRates([
      rate("FY2023", 7), rate("FY2024", 7.1), rate("2024-12-31", 7.3),
    ])
    let found = try #require(
      try CompanyRows(company, metrics: metrics, rates: rates, asOf: day("2025-06-30")))
    #expect(found.currency == "USD")
    #expect(found.usdRate == 1)
    // An amount at the average of its year, a balance at the rate of its day.
    #expect(found.rows.count == 3)
    #expect(zip(found.rows, [100 / 7.0, 20, 70 / 7.3]).allSatisfy { agrees($0.value, $1) })
    #expect(found.unconverted.isEmpty)
  }

  @Test func aMovingRateIsNoGrowth() throws {
    let company = company([
      fact("revenue", "FY2023", 100, "CNY"), fact("revenue", "FY2024", 100, "CNY"),
    ])
    let rates = ExchangeRates([rate("2023-12-31", 7), rate("2024-12-31", 8)])
    let found = try #require(
      try CompanyRows(company, metrics: metrics, rates: rates, asOf: day("2025-06-30")))
    #expect(found.usdRate == 1 / 8.0)
    #expect(Set(found.rows.map(\.usdRate)) == [1 / 8.0])
    let state = try #require(
      Nowcast(
        rows: found.rows, asOf: 24306, regionScale: 1,
        parameters: try Reference.nowcastParameters()))
    #expect(state.growth == 0)
  }

  @Test func whatIsNotKnownOrForetoldOrOverLaterDaysIsNoRow() throws {
    var forecast = fact("revenue", "FY2024", 9, "USD")
    forecast.kind = .forecast
    let company = company([
      fact("revenue", "FY2023", 1, "USD", published: "2024-03-20"), forecast,
      fact("revenue", "FY2024", 2, "USD", published: "2025-03-20"),
      fact("number_of_employees", "FY2023", 2, "people"),
    ])
    func values(_ asOf: String, _ timing: CompanyRows.Timing) throws -> [Double]? {
      try CompanyRows(
        company, metrics: metrics, rates: ExchangeRates(), asOf: day(asOf), timing: timing)?
        .rows.map(\.value)
    }
    #expect(try values("2024-03-19", .published) == nil)
    #expect(try values("2024-03-20", .published) == [1])
    #expect(try values("2025-03-20", .published) == [1, 2])
    // By the usual delay the row is there, and known when four months have gone by.
    let late = try #require(
      try CompanyRows(
        company, metrics: metrics, rates: ExchangeRates(), asOf: day("2025-02-28"),
        timing: .usualDelay))
    let reporting = try Reference.nowcastParameters().reporting
    #expect(late.rows.map { $0.isKnown(at: 24302, reporting) } == [true, false])
    #expect(late.rows.map { $0.isKnown(at: 24304, reporting) } == [true, true])
  }

  @Test func oneFactWithoutARateLeavesTheOthers() throws {
    let company = company([
      fact("revenue", "FY2024", 20, "USD"), fact("valuation", "2024-06", 5, "XYZ"),
    ])
    let found = try #require(
      try CompanyRows(
        company, metrics: metrics, rates: ExchangeRates(), asOf: day("2025-06-30")))
    #expect(found.rows.map(\.metric) == ["revenue"])
    #expect(
      found.unconverted.map(\.reason) == [
        "no exchange rate between XYZ and USD is known by 2025-06-30"
      ])
    let foreign = self.company([fact("revenue", "FY2024", 20, "XYZ")])
    #expect(
      throws: CurrencyMistake(
        reason: "no exchange rate between XYZ and USD is known by 2025-06-30")
    ) {
      try CompanyRows(
        foreign, metrics: metrics, rates: ExchangeRates(), asOf: day("2025-06-30"))
    }
  }

  private var metrics: [String: Metric] {
    [
      "revenue": Metric(name: "revenue", unit: "money", kind: .flow, title: .init(en: "r")),
      "cash_and_equivalents": Metric(
        name: "cash_and_equivalents", unit: "money", kind: .stock, title: .init(en: "c")),
      "valuation": Metric(
        name: "valuation", unit: "money", kind: .stock, title: .init(en: "v")),
    ]
  }

  private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  private func source(_ date: String) -> Source {
    guard let date = Period(date) else { preconditionFailure("no date: \(date)") }
    return Source(
      id: "s", title: "s", publisher: "p", date: date, kind: .filing, reference: "none")
  }

  private func fact(
    _ metric: String, _ period: String, _ value: Double, _ unit: String,
    published: String = "2025-01-31"
  ) -> Fact {
    guard let written = Period(period) else { preconditionFailure("no period: \(period)") }
    let days = written.days(fiscalYearEnd: .calendarYear)
    let source = source(published)
    return Fact(
      kind: .observation, metric: metric, period: written, days: days, value: value, unit: unit,
      source: source, confidence: .high, knownSince: source.knownSince(about: days),
      location: SourceLocation(file: "x.yaml", line: 1, column: 1))
  }

  private func rate(_ period: String, _ value: Double) -> ExchangeRate {
    guard let written = Period(period) else { preconditionFailure("no period: \(period)") }
    return ExchangeRate(
      from: "USD", to: "CNY", period: written, days: written.days(fiscalYearEnd: .calendarYear),
      value: value, source: source("2025-01-31"), confidence: .high,
      knownSince: day("2025-01-31"), location: SourceLocation(file: "x.yaml", line: 1, column: 1))
  }

  private func company(_ facts: [Fact]) -> Company {
    Company(
      id: "acme", names: .init(en: "Acme"), region: "china", fiscalYearEnd: .calendarYear,
      financing: .listed, markets: [:], facts: facts,
      location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
  }
}
