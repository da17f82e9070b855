import Scoring
import Testing

@Suite struct StaticRunwayTests {
  // Method C11, closed form of a lognormal ratio.
  @Test func lognormalRatio() {
    let runway = LognormalRunway(cash: 600e6...1.4e9, burn: 400e6...900e6)
    #expect(isNear(runway.quantile(0.05), 10.197, within: 5e-4))
    #expect(isNear(runway.quantile(0.5), 18.330, within: 5e-4))
    #expect(isNear(runway.quantile(0.95), 32.949, within: 5e-4))
    #expect(isNear(runway.probability(below: 12), 0.117356, within: 5e-7))
    #expect(runway.probability(below: 0) == 0)
  }

  @Test func knownNumbersHaveNoSpread() {
    let runway = LognormalRunway(cash: 120...120, burn: 80...80)
    #expect(isNear(runway.quantile(0.9), 18, within: 1e-9))
    #expect(runway.probability(below: 17) == 0 && runway.probability(below: 19) == 1)
  }

  // Method C34: cash 120 at a burn of 80 lasts 18 months.
  @Test func drawByDraw() {
    let runway = StaticRunway(
      cash: [120, 120, -5, 10, .nan], operatingCashFlow: nil, capitalExpenditure: nil,
      operatingResult: [-80, 5, -10, 0, -1])
    #expect(runway.months[0] == 18)
    #expect(runway.months[1].isNaN && runway.months[3].isNaN)
    #expect(runway.months[2] == 0)
    #expect(runway.selfFunding == EventProbability(events: 2, draws: 4))
    #expect(runway.flagged == 1)
  }

  @Test func cashFlowSpeaksBeforeTheResult() {
    let runway = StaticRunway(
      cash: [60], operatingCashFlow: [-30], capitalExpenditure: [10], operatingResult: [-80])
    #expect(runway.months == [18])
  }
}
