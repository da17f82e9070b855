import Facts
import MethodCases
import Testing

@testable import Nowcast

/// Holds the state of all reference cases, and what it must not depend on.
@Suite struct NowcastTests {
  @Test(arguments: MethodCases.all)
  func isThatOfTheReference(of one: MethodCase) throws {
    let state = try #require(
      try nowcast(one.reported, one.as_of_month, one.expected.region_scale[0]))
    let expected = one.expected
    #expect(agrees(state.base?.end, expected.window_end))
    #expect(agrees(state.base.map { $0.amount * state.usdRate }, expected.revenue_window_usd))
    #expect(agrees(state.growth, expected.growth))
    #expect(agrees(state.state.level, expected.level))
    #expect(agrees(state.state.trend, expected.trend))
    #expect(agrees(state.state.trendVariance.squareRoot(), expected.trend_sd))
    #expect(agrees(state.state.time, expected.time))
    #expect(agrees(state.costRatio?.low, expected.k?[0]))
    #expect(agrees(state.costRatio?.high, expected.k?[1]))
    #expect(agrees(state.costRatio?.reportedLow, expected.k_reported?[0]))
    #expect(agrees(state.costRatio?.reportedHigh, expected.k_reported?[1]))
    #expect(agrees(state.gap?.value, expected.gap))
    #expect(state.isLosing == (expected.loss == 1))
  }

  @Test(arguments: Reference.states)
  func isThatOfTheReferenceOnOtherDays(_ one: Reference.State) throws {
    let rows = try #require(Reference.rows[one.company])
    let state = try #require(try nowcast(rows, one.as_of_month, one.region_scale))
    let expected = one.expected
    #expect(agrees(state.state.time, expected.time))
    #expect(agrees(state.state.level, expected.level))
    #expect(agrees(state.state.trend, expected.trend))
    #expect(agrees(state.state.levelVariance, expected.covariance[0]))
    #expect(agrees(state.state.covariance, expected.covariance[1]))
    #expect(agrees(state.state.trendVariance, expected.covariance[3]))
    #expect(agrees(state.growth, expected.growth))
    #expect(state.isLosing == (expected.loss == 1))
    #expect(agrees(state.base?.end, expected.end))
    #expect(agrees(state.base.map { $0.amount * state.usdRate }, expected.rev))
    #expect(agrees(state.result?.low, expected.op?[0]))
    #expect(agrees(state.result?.high, expected.op?[1]))
    #expect(agrees(state.resultWindow?.end, expected.op_end))
    #expect(agrees(state.costRatio?.low, expected.k?[0]))
    #expect(agrees(state.costRatio?.high, expected.k?[1]))
    #expect(agrees(state.costRatio?.deviation, expected.k_sd))
    #expect(agrees(state.gap?.value, expected.gap))
    #expect(agrees(state.gap?.end, expected.gap_end))
    #expect(agrees(state.cash?.balance, expected.cash))
    #expect(agrees(state.cash?.deviation, expected.cash_sd))
    #expect(agrees(state.cash?.at, expected.cash_at))
    #expect(agrees(state.cash?.moneySince, expected.money))
    #expect(agrees(state.cash?.debt, expected.debt))
    #expect(agrees(state.worth, expected.worth))
    #expect(state.observations.count == expected.observations.count)
    for (seen, wanted) in zip(state.observations, expected.observations) {
      #expect(agrees(seen.time, wanted[0]))
      #expect(agrees(seen.logRate, wanted[1]))
      #expect(agrees(seen.deviation, wanted[2]))
    }
  }

  @Test(arguments: MethodCases.all)
  func doesNotDependOnTheOrderOfTheFacts(of one: MethodCase) throws {
    let rows = one.reported
    let scale = one.expected.region_scale[0]
    let state = try nowcast(rows, one.as_of_month, scale)
    #expect(try nowcast(rows.reversed(), one.as_of_month, scale) == state)
    for step in [5, 7, 11] where rows.count % step != 0 {
      let shuffled = rows.indices.map { rows[$0 * step % rows.count] }
      #expect(try nowcast(shuffled, one.as_of_month, scale) == state)
    }
  }

  @Test(arguments: MethodCases.all)
  func doesNotDependOnTheCurrencyOfTheFacts(of one: MethodCase) throws {
    let scale = one.expected.region_scale[0]
    let state = try #require(try nowcast(one.reported, one.as_of_month, scale))
    let yen = one.reported.map { row in
      var row = row
      row.value *= 150
      row.printedDeviation *= 150
      row.usdRate /= 150
      return row
    }
    let other = try #require(try nowcast(yen, one.as_of_month, scale))
    #expect(agrees(other.state.level, state.state.level))
    #expect(agrees(other.state.trend, state.state.trend))
    #expect(agrees(other.costRatio?.middle, state.costRatio?.middle))
    #expect(agrees(other.gap?.value, state.gap?.value))
    #expect(agrees(other.cash?.balance, state.cash?.balance))
  }

  @Test func olderFactsOfTheSameKindChangeNothing() throws {
    let rows = try #require(Reference.rows["sensetime"])
    let state = try nowcast(rows, 24321, 1.4)
    let older = ReportedAmount(
      metric: "cash_and_equivalents", start: 24290, end: 24290, value: 9e12, confidence: .high,
      usdRate: 1, period: "2024-02", source: "other")
    #expect(try nowcast(rows + [older], 24321, 1.4) == state)
  }

  private func nowcast(
    _ rows: [ReportedAmount], _ asOf: Double, _ scale: Double
  ) throws -> Nowcast? {
    Nowcast(
      rows: rows, asOf: asOf, regionScale: scale,
      parameters: try Reference.nowcastParameters())
  }
}
