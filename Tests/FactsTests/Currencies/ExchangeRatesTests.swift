import Diagnostics
@testable import Facts
import Testing

@Suite struct ExchangeRatesTests {
  private typealias T = TestFacts

  private static func rate(
    _ from: String, _ period: String, _ value: Double, published: String = "2020-01-01"
  ) -> ExchangeRate {
    let source = TestFacts.source("bank", published)
    let days = TestFacts.period(period).days(fiscalYearEnd: .calendarYear)
    return ExchangeRate(
      from: from, to: "CNY", period: TestFacts.period(period), days: days, value: value,
      source: source, confidence: .high, knownSince: source.knownSince(about: days),
      location: SourceLocation(file: "rates.yaml", line: 1, column: 1))
  }

  private static let rates = ExchangeRates([
    rate("USD", "FY2022", 6.5), rate("USD", "FY2023", 7), rate("USD", "FY2024", 8),
    rate("USD", "2023-12-31", 7.5), rate("USD", "2024-12-31", 9), rate("EUR", "FY2023", 10),
    rate("HKD", "2024-12-31", 0.9), rate("USD", "FY2025", 99, published: "2026-01-05"),
  ])

  struct Case: Sendable {
    var from: String
    var to: String
    var period: String
    var yearEnd = "12-31"
    var isFlow: Bool
    var value: Double
    var standIn: CurrencyConversion.Step.Wanted?
  }

  /// 560 of the first currency; expected values by hand.
  @Test(arguments: [
    Case(from: "USD", to: "CNY", period: "FY2023", isFlow: true, value: 3920),
    Case(from: "CNY", to: "USD", period: "FY2023", isFlow: true, value: 80),
    Case(from: "CNY", to: "CNY", period: "FY1999", isFlow: true, value: 560),
    // Alibaba's fiscal year 2025, April 2024 to March 2025, lies mostly in 2024.
    Case(
      from: "USD", to: "CNY", period: "FY2025", yearEnd: "03-31", isFlow: true, value: 4480),
    Case(from: "USD", to: "CNY", period: "TTM-2023-09", isFlow: true, value: 3920),
    Case(from: "USD", to: "CNY", period: "FY2023", isFlow: false, value: 4200),
    Case(from: "USD", to: "CNY", period: "2024-12-31", isFlow: false, value: 5040),
    Case(
      from: "USD", to: "CNY", period: "FY2025", isFlow: true, value: 4480,
      standIn: .average(of: 2025)),
    Case(
      from: "USD", to: "CNY", period: "FY2021", isFlow: true, value: 3640,
      standIn: .average(of: 2021)),
    Case(
      from: "USD", to: "CNY", period: "2024-09-30", isFlow: false, value: 4200,
      standIn: .rate(of: TestFacts.day("2024-09-30"))),
    Case(
      from: "EUR", to: "CNY", period: "2023-12-31", isFlow: false, value: 5600,
      standIn: .rate(of: TestFacts.day("2023-12-31"))),
    // No rate of its own: by way of CNY, 560 × 10 / 7.
    Case(from: "EUR", to: "USD", period: "FY2023", isFlow: true, value: 800),
  ])
  func conversions(_ example: Case) throws {
    let days = T.period(example.period).days(
      fiscalYearEnd: try #require(FiscalYearEnd(example.yearEnd)))
    let result = try Self.rates.convert(
      560, from: example.from, to: example.to, days: days, isFlow: example.isFlow,
      asOf: T.day("2025-12-31")
    ).get()
    #expect(result.value == example.value)
    #expect(result.steps.compactMap(\.standInFor) == (example.standIn.map { [$0] } ?? []))
    #expect(result.isStandIn == (example.standIn != nil))
    #expect(abs(result.factor * 560 - example.value) < 1e-9)
  }

  /// A rate counts from the day it was published, like any fact.
  @Test func laterRatesDontExistYet() throws {
    let days = T.period("FY2025").days(fiscalYearEnd: .calendarYear)
    for (day, value) in [("2026-01-04", 8.0), ("2026-01-05", 99)] {
      let result = Self.rates.convert(
        1, from: "USD", to: "CNY", days: days, isFlow: true, asOf: T.day(day))
      #expect(try result.get().value == value)
    }
  }

  @Test func unknownPairs() {
    let days = T.period("FY2025").days(fiscalYearEnd: .calendarYear)
    let result = Self.rates.convert(
      1, from: "JPY", to: "CNY", days: days, isFlow: true, asOf: T.day("2025-12-31"))
    #expect(
      result
        == .failure(
          CurrencyMistake(
            reason: "no exchange rate between JPY and CNY is known by 2025-12-31")))
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    let days = T.period("2024-12-31").days(fiscalYearEnd: .calendarYear)
    let other = ExchangeRates(Self.rates.rates.reversed())
    for isFlow in [true, false] {
      let results = [Self.rates, other].map {
        $0.convert(1, from: "EUR", to: "HKD", days: days, isFlow: isFlow, asOf: T.day("2027-01-01"))
      }
      #expect(results[0] == results[1])
    }
  }
}
