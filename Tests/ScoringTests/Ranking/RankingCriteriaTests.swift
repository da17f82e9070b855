import Simulation
import Scoring
import Testing

@Suite struct RankingCriteriaTests {
  @Test(arguments: [(0.0, 0.0), (9, 25), (18, 50), (33, 75), (48, 100), (90, 100)])
  func cashCoverScale(_ months: Double, _ points: Double) {
    #expect(RankingCriteria.cashCover(months: months) == points)
  }

  /// Out after 12 months: 100 × 12/36; never out; a draw that isn't a number.
  @Test func cashCoverOfDraws() {
    let outcome = OutcomeDraws(
      states: [.cashedOut, .stillLosing, nil], breakEvenYear: [nil, nil, nil],
      settledYear: [1, nil, nil], isProvisional: [false, false, false], cashOutYear: [1, nil, nil],
      runwayMonths: [12, 30, 30], censoredAt: 30, years: 3)
    let cover = RankingCriteria.cashCover(outcome)
    #expect(isNear(cover[0], 100.0 / 3, within: 1e-12))
    #expect(cover[1] == 100)
    #expect(cover[2].isNaN)
  }

  @Test func independenceOfSources() {
    // Five equal sources are full independence; one is none; no source at all is none too.
    func independence(_ contributions: [Double]) -> Double {
      let flows = HorizonFlows(
        contributions: contributions.map { [$0] }, investments: contributions.map { _ in [0] },
        otherContribution: [0], sharedCost: [1])
      return RankingCriteria.independence(Dependence(flows), flows: flows)[0]
    }
    #expect(isNear(independence([1, 1, 1, 1, 1]), 100, within: 1e-9))
    #expect(independence([1, 1, 1, 1, 1, 1, 1]) == 100)
    #expect(independence([7]) == 0)
    #expect(independence([-1, 0]) == 0)
    // HHI 0.46: 100 × 0.54/0.8.
    #expect(isNear(independence([6, 3, 1]), 67.5, within: 1e-9))
    #expect(independence([.nan]).isNaN)
  }
}
