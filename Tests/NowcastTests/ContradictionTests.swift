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

  /// Revenue can't be below zero, so that of 2026 no quarter is more than its half, no half more than twelve
  /// months that hold it, and no two quarters more than a year: 50 > 20, 900 > 500, 30 + 30 > 50.
  @Test func partsOfMoreThanTheWholeAreSaid() throws {
    let reporting = try Reference.nowcastParameters().reporting
    func found(_ rows: [ReportedAmount], _ metrics: Set<String> = ["revenue"]) -> [Contradiction] {
      Contradiction.all(in: rows, asOf: 24324, reporting: reporting, neverNegative: metrics)
    }
    let quarter = [amount("2026-Q1", 24312, 24315, 50), amount("2026-H1", 24312, 24318, 20)]
    let half = [amount("2026-H1", 24312, 24318, 900), amount("TTM-2026-06", 24306, 24318, 500)]
    let two = [
      amount("2025-Q1", 24300, 24303, 30), amount("2025-Q3", 24306, 24309, 30),
      amount("2025-Q2", 24303, 24306, 0),
      amount("FY2025", 24300, 24312, 50),
    ]
    for (rows, whole, parts, sum) in [
      (quarter, "2026-H1", ["2026-Q1"], 50.0), (half, "TTM-2026-06", ["2026-H1"], 900),
      (two, "FY2025", ["2025-Q1", "2025-Q3"], 60),
    ] {
      for order in [rows, rows.reversed()] {
        let one = found(order)
        #expect(one.map(\.amount.period) == [whole])
        #expect(one.map(\.kind) == [.months])
        #expect(one.first?.others.terms.map(\.period).filter { $0 != "2025-Q2" } == parts)
        #expect(one.first?.others.amount == sum)
      }
      // A result may be larger in a quarter than in the half: the next lost.
      #expect(found(rows, []).isEmpty)
    }
    // 2 % more is rounding.
    #expect(
      found([amount("2026-Q1", 24312, 24315, 20.3), amount("2026-H1", 24312, 24318, 20)]).isEmpty)
    // What other periods of the same months contradict is named once: 50 + 90 isn't 120.
    let years = [
      amount("FY2024", 24288, 24300, 120), amount("2024-H1", 24288, 24294, 50),
      amount("2024-H2", 24294, 24300, 90),
    ]
    #expect(found(years).map(\.kind) == [.sameMonths])
  }

  /// Cash is in cash with investments: 500 in 300 of the same day can't be, 500 of another day may.
  @Test func aBalanceOfMoreThanWhatHoldsItIsSaid() throws {
    let wide = amount("2025-12-31", 24312, 24312, 300, metric: "cash_and_short_term_investments")
    func cash(_ value: Double, at end: Double = 24312) -> ReportedAmount {
      amount("2025-12-31", end, end, value, metric: "cash_and_equivalents")
    }
    let one = try #require(try found([cash(500), wide]).first)
    #expect(one.metric == wide.metric && one.kind == .metric("cash_and_equivalents"))
    #expect(one.others.amount == 500)
    #expect(one.reaches([], balance: "2025-12-31"))
    #expect(!one.reaches([Window.Term(wide)], balance: "2026-06-30"))
    #expect(try found([cash(299), wide]).isEmpty)
    #expect(try found([cash(500, at: 24309), wide]).isEmpty)
  }
}
