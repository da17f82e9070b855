import Facts
import Testing

@testable import Nowcast

/// Holds what a report will complete to sums by hand.
@Suite struct ExpectedAmountTests {
  /// 2025 in CNY million: 100 in the year, 40 of it in the first half; of 2024's first half 30.
  private static let rows = [
    row(24300, 24312, 100), row(24300, 24306, 40), row(24288, 24294, 30), row(24288, 24300, 80),
  ]

  private static func row(_ start: Double, _ end: Double, _ value: Double) -> ReportedAmount {
    ReportedAmount(
      metric: "revenue", start: start, end: end, value: value, confidence: .high, usdRate: 1,
      knownSince: end + 4, period: "\(start)")
  }

  private func expected(
    _ start: Double, _ end: Double, _ rows: [ReportedAmount] = rows, asOf: Double = 24316
  ) throws -> ExpectedAmount {
    ExpectedAmount(
      of: ["revenue"], from: start, to: end, rows: rows, asOf: asOf,
      reporting: try Reference.nowcastParameters().reporting)
  }

  @Test func aHalfCompletesTwelveMonths() throws {
    // Twelve months to June 2026 are the year 2025 less its first half plus this one: 100 - 40.
    let half = try expected(24312, 24318)
    #expect(half.rest == 60)
    #expect(half.before == 40)
    #expect(half.months == 6)
  }

  @Test func aYearIsItself() throws {
    let year = try expected(24312, 24324)
    #expect(year.rest == 0)
    #expect(year.before == 100)
  }

  /// Without the half of the year before there are no twelve months to June; nine months complete
  /// none, and nobody knows what they were.
  @Test func whatCompletesNothingSaysSo() throws {
    #expect(try expected(24312, 24318, [Self.rows[0]]).rest == nil)
    let nine = try expected(24312, 24321)
    #expect(nine.rest == nil && nine.before == nil)
  }

  /// Of a year of which six months are told, the others are left.
  @Test func monthsThatAreToldAlready() throws {
    let first = Self.row(24312, 24318, 55)
    let year = try expected(24312, 24324, Self.rows + [first], asOf: 24323)
    #expect(year.told == 55 && year.toldTo == 24318)
    let half = try expected(24312, 24318)
    #expect(half.told == 0 && half.toldTo == 24312)
  }

  /// Only what is known on the day counts: in March nobody knows 2025 yet.
  @Test func onlyWhatIsKnownCounts() throws {
    #expect(try expected(24312, 24318, asOf: 24315).rest == nil)
  }

  /// Of two metrics the mean, and nothing where one of them lacks a part.
  @Test func ofSeveralMetricsTheMean() throws {
    let other = Self.rows.map { row -> ReportedAmount in
      var row = row
      row.metric = "profit"
      row.value = -row.value
      return row
    }
    let reporting = try Reference.nowcastParameters().reporting
    func both(_ rows: [ReportedAmount]) -> ExpectedAmount {
      ExpectedAmount(
        of: ["revenue", "profit"], from: 24312, to: 24318, rows: rows, asOf: 24316,
        reporting: reporting)
    }
    #expect(both(Self.rows + other).rest == 0)
    #expect(both(Self.rows + [other[0]]).rest == nil)
  }
}
