import Facts
import Testing

@testable import Nowcast

/// Periods that don't add up; expected values by hand.
@Suite struct ContradictionTests {
  private func amount(
    _ period: String, _ start: Double, _ end: Double, _ value: Double, sd: Double = 0,
    metric: String = "revenue"
  ) -> ReportedAmount {
    ReportedAmount(
      metric: metric, start: start, end: end, value: value, printedDeviation: sd,
      confidence: .high, usdRate: 1, period: period)
  }

  private func found(_ rows: [ReportedAmount]) throws -> [Contradiction] {
    try Contradiction.all(
      in: rows, asOf: 24321, reporting: Reference.nowcastParameters().reporting)
  }

  @Test func aYearAndItsHalvesAreSaidOnce() throws {
    let rows = [
      amount("FY2024", 24288, 24300, 120), amount("2024-H1", 24288, 24294, 50),
      amount("2024-H2", 24294, 24300, 90),
    ]
    for order in [rows, rows.reversed()] {
      let contradictions = try found(order)
      #expect(contradictions.count == 1)
      let first = try #require(contradictions.first)
      #expect(first.amount.period == "FY2024")
      #expect(first.others.amount == 140)
      #expect(first.others.terms.map(\.period) == ["2024-H1", "2024-H2"])
      #expect(first.reaches([Window.Term(rows[1])]))
      #expect(!first.reaches([Window.Term(amount("FY2023", 24276, 24288, 100))]))
    }
  }

  /// 1 % apart is rounding; 10 % apart with a standard deviation of 10 % is no contradiction either.
  @Test func whatAgreesIsNotSaid() throws {
    let halves = [amount("2024-H1", 24288, 24294, 50), amount("2024-H2", 24294, 24300, 70)]
    #expect(try found(halves + [amount("FY2024", 24288, 24300, 121)]).isEmpty)
    #expect(try found(halves + [amount("FY2024", 24288, 24300, 132, sd: 12)]).isEmpty)
    #expect(try found(halves + [amount("FY2024", 24288, 24300, 132)]).count == 1)
    // Another metric is another matter.
    #expect(
      try found(halves + [amount("FY2024", 24288, 24300, 200, metric: "net_income")]).isEmpty)
  }

  /// A half of 2025 that contradicts isn't known in June 2025.
  @Test func whatIsNotKnownYetContradictsNothing() throws {
    let rows = [
      amount("FY2024", 24288, 24300, 120), amount("2024-H1", 24288, 24294, 50),
      amount("2024-H2", 24294, 24300, 90),
    ]
    let reporting = try Reference.nowcastParameters().reporting
    #expect(Contradiction.all(in: rows, asOf: 24302, reporting: reporting).isEmpty)
    #expect(Contradiction.all(in: rows, asOf: 24304, reporting: reporting).count == 1)
  }
}
