import Facts
import Testing

@testable import Nowcast

/// Years of a company whose year ends in March, made up by hand.
@Suite struct FiscalYearsTests {
  private static let march = 3
  /// The end of June 2026.
  private static let asOf = Double(12 * 2026 + 6)

  private func amount(
    _ metric: String, _ value: Double, endingIn year: Int, month: Int = march, months: Int = 12,
    known: Double = 0
  ) -> ReportedAmount {
    let end = Double(12 * year + month)
    return ReportedAmount(
      metric: metric, start: end - Double(months), end: end, value: value, confidence: .high,
      usdRate: 1, knownSince: known, period: "FY\(year)", source: "\(metric)-\(year)")
  }

  private func years(_ rows: [ReportedAmount]) throws -> [FiscalYear] {
    FiscalYears.all(
      of: rows, asOf: Self.asOf, fiscalYearEnd: Self.march,
      parameters: try Reference.nowcastParameters())
  }

  @Test func yearsStandInOrderWithTheirFigures() throws {
    let found = try years([
      amount("revenue", 100, endingIn: 2025), amount("revenue", 80, endingIn: 2023),
      amount("operating_income", -20, endingIn: 2025),
      amount("cash_and_equivalents", 30, endingIn: 2025, months: 0),
      amount("cash_and_equivalents", 99, endingIn: 2025, month: 6, months: 0),
      amount("funding_round_amount", 5, endingIn: 2024, month: 4, months: 0),
      amount("funding_round_amount", 7, endingIn: 2025, months: 0),
      amount("funding_round_amount", 11, endingIn: 2025, month: 4, months: 0),
    ])
    #expect(found.map(\.year) == [2023, 2024, 2025, 2026])
    #expect(found.map { $0.revenue?.amount } == [80, nil, 100, nil])
    #expect(found.map { $0.result?.mean } == [nil, nil, -20, nil])
    #expect(found.map { $0.cash?.value } == [nil, nil, 30, nil])
    // April 2024 to March 2025 is fiscal 2025; April 2025 begins fiscal 2026.
    #expect(found.map { $0.rounds.map(\.value) } == [[], [], [5, 7], [11]])
  }

  @Test func aYearOfHalvesIsTheirSum() throws {
    let found = try years([
      amount("revenue", 40, endingIn: 2025, months: 6),
      amount("revenue", 25, endingIn: 2024, month: 9, months: 6),
    ])
    #expect(found.map(\.year) == [2025, 2026])
    #expect(found.first?.revenue?.amount == 65)
  }

  @Test func whatIsNotKnownYetIsMissing() throws {
    let later = Self.asOf + 1
    #expect(try years([amount("revenue", 100, endingIn: 2025, known: later)]).isEmpty)
    #expect(try years([amount("annualised_revenue", 100, endingIn: 2025, months: 0)]).isEmpty)
  }

  /// Of net results that bracket the operating result the year has both ends.
  @Test func standInsGiveARange() throws {
    let found = try years([
      amount("revenue", 100, endingIn: 2025), amount("adjusted_ebitda", -10, endingIn: 2025),
      amount("adjusted_net_income", -30, endingIn: 2025),
    ])
    let result = try #require(found.first?.result)
    #expect(result.low == -30 && result.high == -10 && result.isEstimate)
  }
}
