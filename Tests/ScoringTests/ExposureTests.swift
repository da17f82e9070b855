import Scoring
import Testing

@Suite struct ExposureTests {
  private func flows(
    _ contributions: [Double], investments: [Double], other: Double, fixedCost: Double
  ) -> HorizonFlows {
    HorizonFlows(
      contributions: contributions.map { [$0] }, investments: investments.map { [$0] },
      otherContribution: [other], sharedCost: [fixedCost])
  }

  // Method C28, by hand: N = 120 + 30 + 20 = 170 exceeds the contributions of 100.
  @Test func lossMaker() {
    let exposure = Exposure(
      flows([60, 30, -20], investments: [10, 10, 10], other: 10, fixedCost: 120),
      baseYearCost: [100])
    for (value, expected) in zip(exposure.paths.map { $0[0] }, [35.294, 17.647, 0]) {
      #expect(isNear(value, expected, within: 5e-4))
    }
    #expect(isNear(exposure.other[0], 5.882, within: 5e-4))
    #expect(isNear(exposure.gap[0], 41.176, within: 5e-4))
    #expect(isNear(exposure.drains[2][0], 11.765, within: 5e-4))
    #expect(exposure.drains[0][0] == 0)
  }

  // Method C28, second part: N = 40 + 10 + 20 = 70 is covered; D is the contributions.
  @Test func profitableCompany() {
    let exposure = Exposure(
      flows([60, 30, -20], investments: [10, 0, 0], other: 10, fixedCost: 40),
      baseYearCost: [100])
    for (value, expected) in zip(exposure.paths.map { $0[0] }, [60.0, 30, 0]) {
      #expect(isNear(value, expected, within: 1e-12))
    }
    #expect(isNear(exposure.other[0], 10, within: 1e-12))
    #expect(exposure.gap[0] == 0)
    #expect(isNear(exposure.drains[2][0], 20, within: 1e-12))
  }

  @Test func aBusinessTooSmallToShareOutIsUndefined() {
    let small = flows([0.5], investments: [0], other: 0, fixedCost: 0.2)
    #expect(Exposure(small, baseYearCost: [100]).undefined == 1)
    #expect(Exposure(small, baseYearCost: [100]).paths[0][0].isNaN)
    #expect(Exposure(small, baseYearCost: [49]).undefined == 0)
    // Nothing at all is undefined even beside a base year without cost.
    let nothing = flows([0], investments: [0], other: 0, fixedCost: 0)
    #expect(Exposure(nothing, baseYearCost: [0]).undefined == 1)
  }

  @Test func aFlowThatIsNoNumberFlagsTheDraw() {
    let exposure = Exposure(
      flows([.nan, 5], investments: [0, 0], other: 1, fixedCost: 1), baseYearCost: [1])
    #expect(exposure.flagged == 1 && exposure.undefined == 0)
    #expect(exposure.paths[1][0].isNaN && exposure.gap[0].isNaN)
  }

  // Method 11.2: shares sum to 100 in every draw; the currency doesn't matter.
  @Test func sharesSumToAHundredInEveryDraw() {
    var random = SplitMix(2)
    let count = 1000
    let contributions = (0..<4).map { _ in random.values(count, in: -50...60) }
    let investments = (0..<4).map { _ in random.values(count, in: 0...30) }
    let other = random.values(count, in: -20...40)
    let fixed = random.values(count, in: 1...150)
    func exposure(_ scale: Double) -> Exposure {
      Exposure(
        HorizonFlows(
          contributions: contributions.map { $0.map { $0 * scale } },
          investments: investments.map { $0.map { $0 * scale } },
          otherContribution: other.map { $0 * scale }, sharedCost: fixed.map { $0 * scale }),
        baseYearCost: Array(repeating: 100 * scale, count: count))
    }
    let base = exposure(1)
    let scaled = exposure(7.3)
    #expect(base.flagged == 0 && base.undefined == 0)
    for draw in 0..<count {
      let sum = base.paths.reduce(base.other[draw] + base.gap[draw]) { $0 + $1[draw] }
      #expect(isNear(sum, 100, within: 1e-9), "draw \(draw)")
      #expect(base.gap[draw] >= 0, "draw \(draw)")
      #expect(isNear(base.gap[draw], scaled.gap[draw], within: 1e-9), "draw \(draw)")
      for path in 0..<4 {
        #expect(
          isNear(base.paths[path][draw], scaled.paths[path][draw], within: 1e-9), "draw \(draw)")
      }
    }
  }
}
