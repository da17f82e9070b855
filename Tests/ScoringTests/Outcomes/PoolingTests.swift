import Scoring
import Simulation
import Testing

@Suite struct PoolingTests {
  private let model = StateShares(brokeEven: 0.4, stillLosing: 0.3, sold: 0.1, cashedOut: 0.2)

  private func pooled(
    _ model: StateShares, survival: Double = 0.35, omega: Double = 0.3, draws: Int = 1000
  ) -> StateShares {
    let pooling = Pooling(
      model: model, draws: draws, survival: [survival], omega: [omega], soldShare: 0.25)
    return StateShares(
      brokeEven: pooling.brokeEven[0], stillLosing: pooling.stillLosing[0],
      sold: pooling.sold[0], cashedOut: pooling.cashedOut[0])
  }

  // Method C30, by hand: P 0.7, S 0.35, omega 0.3.
  @Test func workedCase() {
    let states = pooled(model)
    #expect(isNear(states.alive, 0.600464, within: 5e-7))
    // Proportions within the living and the dead stay.
    #expect(isNear(states.brokeEven, 0.600464 * 4 / 7, within: 1e-6))
    #expect(isNear(states.sold, (1 - 0.600464) / 3, within: 1e-6))
  }

  @Test func withoutWeightTheModelStands() {
    let states = pooled(model, omega: 0)
    #expect(isNear(states.brokeEven, 0.4, within: 1e-12))
    #expect(isNear(states.cashedOut, 0.2, within: 1e-12))
  }

  @Test(arguments: [
    StateShares(brokeEven: 0.4, stillLosing: 0.3, sold: 0.1, cashedOut: 0.2),
    StateShares(brokeEven: 1, stillLosing: 0, sold: 0, cashedOut: 0),
    StateShares(brokeEven: 0, stillLosing: 0, sold: 0.3, cashedOut: 0.7),
    StateShares(brokeEven: 0.001, stillLosing: 0, sold: 0, cashedOut: 0.999),
    StateShares(brokeEven: 0.999, stillLosing: 0, sold: 0.001, cashedOut: 0),
  ])
  func theFourStatesSumToOne(_ model: StateShares) {
    for omega in [0, 0.15, 0.5, 1] {
      let states = pooled(model, omega: omega)
      #expect(isNear(states.alive + states.sold + states.cashedOut, 1, within: 1e-12))
    }
  }

  @Test func certaintyIsClipped() {
    // By hand: 1 - 1/2000 has odds 1999, S = 0.35 odds 0.538462: odds 1999^0.7 × 0.538462^0.3.
    let odds = Elementary.pow(1999, 0.7) * Elementary.pow(0.35 / 0.65, 0.3)
    let states = pooled(StateShares(brokeEven: 1, stillLosing: 0, sold: 0, cashedOut: 0))
    #expect(isNear(states.brokeEven, odds / (1 + odds), within: 1e-12))
    #expect(isNear(states.sold, 0.25 / (1 + odds), within: 1e-12))
    // Where no draw survives, the class's survivors are still losing.
    let dead = pooled(StateShares(brokeEven: 0, stillLosing: 0, sold: 0, cashedOut: 1))
    #expect(dead.brokeEven == 0 && dead.stillLosing > 0)
  }

  // Method 4.5: Beta(3, 11) has a 90 % interval of 7-41 %.
  @Test func survivalOfTheClass() {
    let ends = [0.05, 0.95].map { Elementary.betaQuantile($0, 3, 11) }
    #expect(isNear(ends[0], 0.07, within: 5e-3) && isNear(ends[1], 0.41, within: 5e-3))
    // By hand: half of the period leaves the root, one and a half periods S^1.5.
    #expect(isNear(Pooling.rescaled(survival: [0.25], to: 3)[0], 0.5, within: 1e-12))
    #expect(isNear(Pooling.rescaled(survival: [0.25], to: 9)[0], 0.125, within: 1e-12))
    #expect(
      isNear(Pooling.rescaled(survival: [0.25], period: 2, to: 1)[0], 0.5, within: 1e-12))
  }

  @Test func sharesOfAnOutcome() throws {
    let outcome = OutcomeModel(randomCompany(seed: 14, draws: 500)).run()
    let shares = try #require(StateShares(outcome))
    #expect(shares.brokeEven == outcome.probability(of: .brokeEven).value)
    #expect(isNear(shares.alive + shares.sold + shares.cashedOut, 1, within: 1e-12))
  }
}
