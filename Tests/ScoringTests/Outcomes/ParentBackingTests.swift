import Simulation
import Scoring
import Testing

@Suite struct ParentBackingTests {
  private func inputs(draws: Int, elapsed: Double, parent: Double, hazard: Double)
    -> OutcomeInputs
  {
    var company = OutcomeCase()
    company.draws = draws
    company.elapsed = elapsed
    var inputs = company.inputs
    inputs.parentFreeCashFlow = company.fill(parent)
    inputs.parameters.stopHazard = company.fill(hazard)
    inputs.parameters.stopHazardCap = company.fill(0.9)
    inputs.facts.cash = nil
    return inputs
  }

  // Closed form: a constant hazard of 0.1 over 2.5 years stops 1 - 0.9^2.5 of the units.
  @Test func hazardOverTime() throws {
    let draws = 20000
    var inputs = inputs(draws: draws, elapsed: 0.5, parent: 1000, hazard: 0.1)
    var random = SplitMix(10)
    inputs.streams = randomStreams(years: 3, draws: draws, &random)
    let outcome = OutcomeModel(inputs).run()
    #expect(outcome.flagged == 0)
    let stopped = try #require(EventProbability(outcome.cashOutYear.map { $0 != nil }).value)
    let exact = 1 - 0.9 * 0.9 * 0.9.squareRoot()
    #expect(isNear(stopped, exact, within: 3 * (exact * (1 - exact) / 20000).squareRoot()))
    // Two years after T0.
    #expect(outcome.keptByParent.allSatisfy { isNear($0, 0.81, within: 1e-12) })
    #expect(outcome.cash.values.allSatisfy { $0.isNaN })
    #expect(outcome.runwayMonths.allSatisfy { $0 >= 0 && $0 <= 30 })
  }

  @Test func lossesRaiseTheHazardUpToItsCap() {
    // OP -80, -30, 30. By hand with weight 5 and free cash flow 300: 0.05 (1 + 5 × 30/300) =
    // 0.075 in the second year, 0.05 in the third.
    var inputs = inputs(draws: 1, elapsed: 0, parent: 300, hazard: 0.05)
    inputs.parameters.stopHazardLossWeight = [5]
    let kept = OutcomeModel(inputs).run().keptByParent[0]
    #expect(isNear(kept, 0.925 * 0.95, within: 1e-12))
    inputs.parameters.stopHazardLossWeight = [1e9]
    #expect(isNear(OutcomeModel(inputs).run().keptByParent[0], 0.1 * 0.95, within: 1e-12))
  }

  @Test func aParentWithoutMoneyIsNone() {
    var inputs = inputs(draws: 1, elapsed: 0, parent: 0, hazard: 0.1)
    #expect(OutcomeModel(inputs).run().flagged == 1)
    inputs.facts.cash = [120]
    let outcome = OutcomeModel(inputs).run()
    #expect(outcome.cash.values == [40, 10, 40])
    #expect(outcome.keptByParent[0].isNaN)
    inputs.parentFreeCashFlow = [.nan]
    #expect(OutcomeModel(inputs).run().flagged == 1)
  }
}
