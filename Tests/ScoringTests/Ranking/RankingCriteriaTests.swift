import Simulation
import Scoring
import Testing

@Suite struct RankingCriteriaTests {
  private func flows(_ contribution: Double, fixedCost: Double, grants: Double = 0)
    -> HorizonFlows
  {
    HorizonFlows(
      contributions: [[contribution]], investments: [[10]], legacyContribution: [20],
      fixedCost: [fixedCost], grants: [grants])
  }

  @Test func headroomOfFiftyIsNoResult() {
    // By hand: 60 + 20 against 70 + 10.
    #expect(RankingCriteria.headroom(flows(60, fixedCost: 70)) == [50])
    #expect(RankingCriteria.headroom(flows(60, fixedCost: 86, grants: 16)) == [50])
    // 80 against 30: 100 × 80/110.
    let high = RankingCriteria.headroom(flows(60, fixedCost: 20))[0]
    #expect(isNear(high, 100 * 80.0 / 110, within: 1e-12))
    let nothing = HorizonFlows(
      contributions: [], investments: [], legacyContribution: [0], fixedCost: [0], grants: [0])
    #expect(RankingCriteria.headroom(nothing)[0].isNaN)
    #expect(RankingCriteria.headroom(flows(.nan, fixedCost: 1))[0].isNaN)
  }

  @Test func headroomAgreesWithTheResult() {
    let model = OutcomeModel(randomCompany(seed: 15, draws: 500))
    let outcome = model.run()
    let headroom = RankingCriteria.headroom(outcome.horizonFlows(paths: model.inputs.paths))
    let last = outcome.operatingResult.years - 1
    for draw in 0..<500 {
      let result = outcome.operatingResult[last, draw]
      #expect((headroom[draw] > 50) == (result > 0), "draw \(draw)")
    }
  }

  @Test(arguments: [(0.0, 0.0), (9, 25), (18, 50), (33, 75), (48, 100), (90, 100)])
  func cashCoverScale(_ months: Double, _ points: Double) {
    #expect(RankingCriteria.cashCover(months: months) == points)
  }

  @Test func cashCoverOfDraws() {
    // Half of the first year is over; out after 12 months, or never.
    var company = OutcomeCase()
    company.draws = 2
    company.elapsed = 0.5
    var inputs = company.inputs
    inputs.facts.cash = [55, 500]
    let cover = RankingCriteria.cashCover(OutcomeModel(inputs).run())
    #expect(isNear(cover[0], 100.0 / 3, within: 1e-12))
    #expect(cover[1] == 100)
    inputs.parentFreeCashFlow = [1000, 1000]
    inputs.parameters.stopHazard = [0.1, 0.2]
    let backed = RankingCriteria.cashCover(OutcomeModel(inputs).run())
    #expect(isNear(backed[0], 81, within: 1e-9) && isNear(backed[1], 64, within: 1e-9))
  }

  @Test func independenceOfSources() {
    // Five equal sources are full independence; one is none; no source at all is none too.
    func independence(_ contributions: [Double]) -> Double {
      let flows = HorizonFlows(
        contributions: contributions.map { [$0] }, investments: contributions.map { _ in [0] },
        legacyContribution: [0], fixedCost: [1], grants: [0])
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
