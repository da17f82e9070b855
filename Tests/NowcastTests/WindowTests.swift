import Facts
import Testing

@testable import Nowcast

/// Holds windows to hand calculation.
@Suite struct WindowTests {
  /// December 2024, in months since the year 0.
  static let end2024 = 24300.0

  @Test func twelveMonthsAreTheYearLessTheOldHalfAndTheNew() throws {
    // 100 - 40 + 55 to June 2025.
    let found = try windows([
      amount("FY2024", -12, 0, 100), amount("2024-H1", -12, -6, 40),
      amount("2025-H1", 0, 6, 55),
    ])
    let window = try #require(found[243_060])
    #expect(window.amount == 115)
    #expect(
      window.terms == [
        Window.Term(sign: -1, period: "2024-H1", source: "s", value: 40),
        Window.Term(sign: 1, period: "FY2024", source: "s", value: 100),
        Window.Term(sign: 1, period: "2025-H1", source: "s", value: 55),
      ])
    // Medium confidence leaves 1 % of each: 0.4² + 1² + 0.55² = 1.4625.
    #expect(agrees(window.deviation, 1.4625.squareRoot()))
    #expect(found[243_000]?.amount == 100)
    #expect(found.count == 2)
  }

  @Test func fourQuartersAndNineMonthsAndAQuarterMakeAYear() throws {
    let quarters = try windows([
      amount("2024-Q1", -12, -9, 1), amount("2024-Q2", -9, -6, 2), amount("2024-Q3", -6, -3, 3),
      amount("2024-Q4", -3, 0, 4),
    ])
    #expect(quarters[243_000]?.amount == 10)
    #expect(quarters[243_000]?.terms.count == 4)
    let both = try windows([
      amount("2024-9M", -12, -3, 6), amount("2024-10/2024-12", -3, 0, 4),
    ])
    #expect(both[243_000]?.amount == 10)
  }

  @Test func moreThanFiveTermsAreNoWindow() throws {
    // Six times two months.
    let pairs = stride(from: -12.0, to: 0, by: 2).map { start in
      amount("from \(start)", start, start + 2, 1)
    }
    #expect(try windows(pairs).isEmpty)
  }

  @Test func fewerTermsThenConfidenceThenTheLaterSourceThenTheSmallerRelativeErrorDecide() throws {
    let halves = [amount("2024-H1", -12, -6, 40), amount("2024-H2", -6, 0, 62)]
    let year = amount("FY2024", -12, 0, 100, .low)
    #expect(try windows(halves + [year])[243_000]?.amount == 100)
    let exact = amount("2024", -12, 0, 101)
    #expect(try windows([year, exact])[243_000]?.amount == 101)
    // The same printed range.
    let low = amount("FY2024", -12, 0, 100, .low, deviation: 9)
    let high = amount("FY2024", -12, 0, 102, .high, deviation: 9)
    #expect(try windows([low, high])[243_000]?.amount == 102)
    let later = amount("FY2024", -12, 0, 103, .high, deviation: 9, day: 20)
    #expect(try windows([high, later, low])[243_000]?.amount == 103)
    let narrow = amount("FY2024", -12, 0, 104, .high, deviation: 8, day: 20)
    #expect(try windows([high, later, narrow])[243_000]?.amount == 104)
  }

  /// Losses, so that the larger has the larger deviation and the lower amount: of each pair the second is right
  /// by the order in which facts answer (`FactChooser`): confidence, then the later source.
  @Test(arguments: [-1.0, 1])
  func ofOnePeriodTheSizeOfTheAmountNeverDecides(sign: Double) throws {
    let pairs = [
      (amount("FY2024", -12, 0, sign * 561, day: 1), amount("FY2024", -12, 0, sign * 600, day: 2)),
      (
        amount("FY2024", -12, 0, sign * 561, day: 2),
        amount("FY2024", -12, 0, sign * 2000, .high, day: 1)
      ),
      (amount("FY2024", -12, 0, sign * 600, day: 1), amount("FY2024", -12, 0, sign * 561, day: 2)),
    ]
    for (worse, better) in pairs {
      #expect(try windows([worse, better])[243_000]?.amount == better.value)
      #expect(try windows([better, worse])[243_000]?.amount == better.value)
    }
  }

  /// Of two tellings of one balance the more trusted counts, not the larger; of two metrics the wider.
  @Test func ofOneBalanceTheBestTellingCounts() throws {
    func balance(_ metric: String, _ value: Double, _ confidence: Confidence, day: Int = 0)
      -> ReportedAmount
    {
      var row = amount("2024-12-31", 0, 0, value, confidence, day: day)
      row.metric = metric
      return row
    }
    func cash(_ rows: [ReportedAmount]) throws -> Double? {
      try Nowcast(
        rows: [amount("FY2024", -12, 0, 100)] + rows, asOf: Self.end2024 + 6, regionScale: 1,
        parameters: Reference.nowcastParameters())?.cash?.balance
    }
    let right = balance("cash_and_equivalents", 50, .high)
    let wrong = balance("cash_and_equivalents", 500, .medium, day: 9)
    #expect(try cash([right, wrong]) == 50)
    #expect(try cash([wrong, right, balance("cash_and_investments", 80, .low)]) == 80)
    // Two rounds of one day are two rounds: three quarters of what came in (`cash_of_rounds`).
    let rounds = [30.0, 70].map { balance("funding_round_amount", $0, .high) }
    #expect(try cash(rounds) == 75)
  }

  @Test func anyPermutationGivesTheSameWindows() throws {
    let rows = try #require(Reference.rows["cloudwalk"]).filter { $0.metric == "revenue" }
    let found = try windows(rows)
    #expect(found.count > 8)
    for shift in 1..<rows.count {
      #expect(try windows(Array(rows[shift...] + rows[..<shift])) == found)
    }
    #expect(try windows(rows.reversed()) == found)
  }

  @Test func windowsOfOtherLengths() throws {
    let found = WindowFinder(
      [amount("FY2024", -12, 0, 100), amount("2024-H1", -12, -6, 40)],
      try Reference.nowcastParameters().reporting)
    #expect(found.windows(months: 6)[243_000]?.amount == 60)
  }

  private func windows(_ rows: [ReportedAmount]) throws -> [Int: Window] {
    WindowFinder(rows, try Reference.nowcastParameters().reporting).windows()
  }

  private func amount(
    _ period: String, _ start: Double, _ end: Double, _ value: Double,
    _ confidence: Confidence = .medium, deviation: Double = 0, day: Int = 0
  ) -> ReportedAmount {
    ReportedAmount(
      metric: "revenue", start: Self.end2024 + start, end: Self.end2024 + end, value: value,
      printedDeviation: deviation, confidence: confidence, usdRate: 1, period: period,
      source: "s", sourceDay: day)
  }
}
