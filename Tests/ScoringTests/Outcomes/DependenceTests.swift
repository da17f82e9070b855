import Scoring
import Testing

@Suite struct DependenceTests {
  private func dependence(_ contributions: [Double], other: Double) -> Dependence {
    Dependence(
      HorizonFlows(
        contributions: contributions.map { [$0] }, investments: contributions.map { _ in [0] },
        otherContribution: [other], sharedCost: [1]))
  }

  // Method C31, by hand.
  @Test func workedCase() {
    let concentration = dependence([60, 30, -40], other: 10).concentration[0]
    #expect(isNear(concentration, 0.46, within: 1e-12))
    #expect(
      isNear(
        Dependence.effectiveSources(concentration: concentration), 2.174, within: 5e-4))
  }

  @Test func nothingToHangOn() {
    let none = dependence([-60, 0], other: -10)
    #expect(none.undefined == 1 && none.concentration[0].isNaN)
    #expect(dependence([.nan], other: 1).flagged == 1)
    #expect(dependence([5], other: 0).concentration == [1])
  }
}
