import Simulation
import Scoring
import Simulation
import Testing

@Suite struct FinancingTests {
  @Test func aRoundIsSizedByNeed() {
    // By hand: 50 - 80 is short of a year's burn of 80, so a year's burn comes: 50 + 80 - 80;
    // next 50 - 30 is short of 30: 50 + 30 - 30; then nothing burns.
    var company = OutcomeCase()
    company.cash = 50
    var inputs = company.inputs
    inputs.parameters.successProbability = [1]
    inputs.parameters.roundSize = [1]
    #expect(OutcomeModel(inputs).run().cash.values == [50, 50, 80])
    // Enough for this year and the next burn: nobody is asked.
    company.cash = 160
    inputs.facts = company.facts
    #expect(OutcomeModel(inputs).run().cash.values[0] == 80)
  }

  @Test func uncertaintyIsNeedToo() {
    // Half of FC 60 as deviation makes a need of 60, more than the burn of 30; without the shock
    // itself cash is 20 + 1.5 × 60 - 30.
    var company = OutcomeCase()
    company.net = [0, 0, 0]
    company.result = -30
    company.cash = 20
    var inputs = company.inputs
    inputs.parameters.cashFlowShock = [0.5]
    inputs.parameters.successProbability = [1]
    inputs.parameters.roundSize = [1.5]
    var options = OutcomeOptions()
    options.hasCashShocks = false
    #expect(OutcomeModel(inputs).run(options).cash.values[0] == 80)
  }

  /// The share of evenly spread attempts that succeed in the first year.
  private func successes(_ change: (inout OutcomeInputs) -> Void, elapsed: Double = 0) -> Double {
    var company = OutcomeCase()
    company.draws = 2000
    company.cash = 100
    company.elapsed = elapsed
    var inputs = company.inputs
    inputs.streams.financing = YearlyDraws(
      values: (0..<3).flatMap { _ in midpoints(2000) }, draws: 2000)
    inputs.parameters.successProbability = company.fill(0.4)
    inputs.parameters.roundSize = company.fill(1)
    inputs.parameters.climateWeight = company.fill(0.5)
    inputs.parameters.consolidationShift = company.fill(0.25)
    inputs.parameters.worseResultPenalty = company.fill(-0.7)
    inputs.parameters.profitBonus = company.fill(3)
    change(&inputs)
    let outcome = OutcomeModel(inputs).run()
    let flow = outcome.operatingResult.values[0]
    let base = 100 + (1 - elapsed) * -80
    let raised = outcome.cash[year: 0].count { $0 > base + 1 }
    #expect(flow == -80 || flow == 10)
    return Double(raised) / 2000
  }

  private func chance(_ change: Double) -> Double {
    Elementary.logistic(Elementary.logit(0.4) + change)
  }

  // Method 4.2: log odds add up; evenly spread uniforms give the share to 1/2000.
  @Test func logOdds() {
    let none: (inout OutcomeInputs) -> Void = { _ in }
    let worse: (inout OutcomeInputs) -> Void = {
      $0.facts.operatingResultBefore = Array(repeating: -50, count: 2000)
    }
    let better: (inout OutcomeInputs) -> Void = {
      $0.facts.operatingResultBefore = Array(repeating: -90, count: 2000)
    }
    let climate: (inout OutcomeInputs) -> Void = {
      $0.climate = YearlyDraws(repeating: 2, years: 3, draws: 2000)
    }
    let outside: (inout OutcomeInputs) -> Void = {
      $0.standing = YearlyDraws(repeating: -1, years: 3, draws: 2000)
    }
    let profit: (inout OutcomeInputs) -> Void = {
      $0.facts.revenue = Array(repeating: 200, count: 2000)
      $0.facts.operatingResult = Array(repeating: 10, count: 2000)
    }
    let cases: [((inout OutcomeInputs) -> Void, Double)] = [
      (none, 0), (worse, -0.7), (better, 0), (climate, 1), (outside, -0.25), (profit, 3),
    ]
    for (index, (change, odds)) in cases.enumerated() {
      let share = successes(change)
      #expect(isNear(share, chance(odds), within: 1 / 2000.0), "case \(index): \(share)")
    }
  }

  // By hand: a round of a year's burn comes for certain unless the last known result is worse
  // than the one before it; the base year's result counts as last both in T0 and in the year after.
  @Test(
    arguments: [
      ([-80, -100, -90], -90, 50, [50, 50, 0]), ([-80, -60, -90], -90, 50, [50, 50, 50]),
      ([-80, -100, -90], -70, 85, [5, 0, 0]),
    ] as [([Double], Double, Double, [Double])])
  func resultsAreComparedWithTheYearBefore(
    _ results: [Double], _ before: Double, _ cash: Double, _ expected: [Double]
  ) {
    var company = OutcomeCase()
    company.net = results.map { $0 + 30 }
    company.cash = cash
    var inputs = company.inputs
    inputs.facts.operatingResultBefore = [before]
    inputs.parameters.successProbability = [0.999]
    inputs.parameters.worseResultPenalty = [-100]
    inputs.parameters.roundSize = [1]
    let outcome = OutcomeModel(inputs).run()
    #expect(outcome.operatingResult.values == results)
    #expect(outcome.cash.values == expected)
  }

  @Test func restOfAYearIsPartOfAChance() {
    let share = successes({ _ in }, elapsed: 0.5)
    // 1 - (1 - 0.4)^(1/2), by hand.
    #expect(isNear(share, 1 - 0.6.squareRoot(), within: 1 / 2000.0))
  }

  @Test func aloneNothingComes() {
    var inputs = OutcomeCase().inputs
    inputs.parameters.successProbability = [1]
    inputs.parameters.roundSize = [1]
    inputs.events = [
      FinancingEvent(year: 1, amount: [500], otherwise: [0], probability: [1], uniforms: [0.5])
    ]
    var alone = OutcomeOptions()
    alone.raisesMoney = false
    #expect(OutcomeModel(inputs).run(alone).cash.values == [40, 10, 40])
  }

  @Test func promisedMoneyComesUnderItsCondition() {
    var inputs = OutcomeCase().inputs
    func cash(_ uniform: Double) -> [Double] {
      inputs.events = [
        FinancingEvent(
          year: 1, amount: [400], otherwise: [200], probability: [0.6], uniforms: [uniform])
      ]
      return OutcomeModel(inputs).run().cash.values
    }
    #expect(cash(0.59) == [40, 410, 440])
    #expect(cash(0.61) == [40, 210, 240])
  }
}
