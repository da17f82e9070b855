import Scoring
import Simulation
import Testing

@Suite struct StaticRunwayTests {
  // Method C11: the ratio of two lognormals is lognormal; here over a grid of both quantiles.
  @Test func lognormalRatio() {
    let side = 256
    func levels(_ index: Int) -> Double { (Double(index) + 0.5) / Double(side) }
    func lognormal(_ low: Double, _ high: Double, at level: Double) -> Double {
      let z = 1.6448536269514722
      let (first, second) = (Elementary.log(low), Elementary.log(high))
      return Elementary.exp(
        (first + second) / 2 + (second - first) / (2 * z) * Elementary.normalQuantile(level))
    }
    let pairs = (0..<side * side).map { (levels($0 / side), levels($0 % side)) }
    let runway = StaticRunway(
      cash: pairs.map { lognormal(600e6, 1.4e9, at: $0.0) }, operatingCashFlow: nil,
      capitalExpenditure: nil,
      operatingResult: pairs.map { -lognormal(400e6, 900e6, at: $0.1) })
    let sorted = runway.months.sorted()
    #expect(isNear(sorted[sorted.count / 20], 10.197, within: 0.02))
    #expect(isNear(sorted[sorted.count / 2], 18.330, within: 0.02))
    #expect(isNear(sorted[sorted.count * 19 / 20], 32.949, within: 0.05))
    let below = Double(sorted.count { $0 < 12 }) / Double(sorted.count)
    #expect(isNear(below, 0.117356, within: 5e-4))
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
