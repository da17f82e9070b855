import Simulation
import Scoring
import Testing

@Suite struct OutcomeModelTests {
  private let alone: OutcomeOptions = {
    var options = OutcomeOptions()
    options.raisesMoney = false
    options.cutsCost = false
    return options
  }()

  // Method C34, by hand.
  @Test func recursionWithoutNoise() {
    let model = OutcomeModel(OutcomeCase().inputs)
    #expect(model.anchor.fixedCost == [60])
    let outcome = model.run(alone)
    #expect(outcome.operatingResult.values == [-80, -30, 30])
    #expect(outcome.cash.values == [40, 10, 40])
    #expect(outcome.breakEvenYear == [2])
    #expect(outcome.states == [.brokeEven])
    #expect(outcome.provisional.value == 1)
    #expect(outcome.runwayMonths == [36] && outcome.censoredAt == 36)
    #expect(outcome.censored.value == 1)
  }

  // Method C34, second part: out 20.0 months after the start.
  @Test func moneyThatRunsOut() {
    var company = OutcomeCase()
    company.cash = 100
    let outcome = OutcomeModel(company.inputs).run(alone)
    #expect(outcome.operatingResult.values == [-80, -30, 30])
    #expect(outcome.cash.values == [20, 0, 0])
    #expect(outcome.cashOutYear == [1])
    #expect(isNear(outcome.runwayMonths[0], 20, within: 1e-12))
    #expect(outcome.states == [.cashedOut])
    #expect(outcome.breakEvenYear == [nil])
  }

  @Test func onlyTheRestOfTheFirstYearHitsCash() {
    // By hand: half of -80, then -30: 120 -> 80 -> 50; later +30.
    var company = OutcomeCase()
    company.elapsed = 0.5
    let outcome = OutcomeModel(company.inputs).run(alone)
    #expect(outcome.cash.values == [80, 50, 80])
    #expect(outcome.censoredAt == 30)
    // Cash of 55: 15 left after half a year, gone after another half: 6 + 12 × 15/30 months.
    company.cash = 55
    #expect(OutcomeModel(company.inputs).run(alone).runwayMonths == [12])
  }

  @Test func aCompanyIsSoldOrNot() {
    var company = OutcomeCase()
    company.cash = 100
    var inputs = company.inputs
    inputs.parameters.soldShare = [0.51]
    #expect(OutcomeModel(inputs).run(alone).states == [.sold])
    inputs.parameters.soldShare = [0.5]
    #expect(OutcomeModel(inputs).run(alone).states == [.cashedOut])
  }

  @Test func breakEvenThenRanDry() {
    // OP 30, 0, -90 with cash 40: breaks even in the first year, is out in the third.
    var company = OutcomeCase()
    company.net = [60, 30, -60]
    company.result = 30
    company.cash = 40
    let outcome = OutcomeModel(company.inputs).run(alone)
    #expect(outcome.operatingResult.values == [30, 0, -90])
    #expect(outcome.states == [.brokeEven])
    #expect(outcome.breakEvenYear == [0] && outcome.cashOutYear == [2])
    #expect(outcome.brokeEvenThenRanDry.value == 1)
    #expect(outcome.provisional.value == 0)
    // 24 months, then 12 × 70/90.
    #expect(isNear(outcome.runwayMonths[0], 24 + 12 * 70.0 / 90, within: 1e-12))
  }

  @Test func aPathThatFailsTakesItsFlowsAlong() {
    // Without the path OP is 30 - 60 in every year; shared cost stays as anchored with it.
    let model = OutcomeModel(OutcomeCase().inputs)
    var options = alone
    options.knockedOutPath = 0
    let outcome = model.run(options)
    #expect(outcome.operatingResult.values == [-30, -30, -30])
    #expect(outcome.cash.values == [90, 60, 30])
    #expect(outcome.states == [.stillLosing])
  }

  @Test func growthShrinksWithCuts() {
    // By hand: T0 leaves 40 of cash against a burn of 80: half a year, so cost is cut.
    var inputs = OutcomeCase().inputs
    inputs.parameters.legacyGrowth = [0.1]
    inputs.parameters.growthDrag = [0.5]
    inputs.parameters.fixedCostGrowth = [0.05]
    inputs.parameters.costCut = [0.2]
    inputs.parameters.cutTrigger = [0.51]
    var options = alone
    options.cutsCost = true
    let outcome = OutcomeModel(inputs).run(options)
    // FC 60 × 1.05 × 0.8 = 50.4; L 30 × (1 + 0.1 - 0.5 × 0.2) = 30: OP -20.4, runway 0.96 years.
    #expect(isNear(outcome.operatingResult[1, 0], -20.4, within: 1e-12))
    #expect(isNear(outcome.cash[1, 0], 19.6, within: 1e-12))
    // No cut in the third: FC 52.92, L 33.
    #expect(isNear(outcome.operatingResult[2, 0], 60 + 33 - 52.92, within: 1e-12))
    #expect(isNear(outcome.fixedCost[0], 52.92, within: 1e-12))
    #expect(isNear(outcome.legacyContribution[0], 33, within: 1e-12))
    inputs.parameters.cutTrigger = [0.5]
    #expect(OutcomeModel(inputs).run(options).operatingResult[1, 0] == 33 - 63)
  }

  @Test func cashFlowDiffersFromTheResult() {
    // By hand. Base year: OCF -50 against OP -80 leaves NC 30; capex 6; both go with FC (growth
    // 10 %), NC with keep 0.5. Path revenue rises by 40, of which a quarter is still owed.
    var inputs = OutcomeCase().inputs
    inputs.facts.revenue = [30]
    inputs.facts.operatingCashFlow = [-50]
    inputs.facts.capitalExpenditure = [6]
    inputs.parameters.fixedCostGrowth = [0.1]
    inputs.parameters.cashConversionKeep = [0.5]
    inputs.parameters.receivablePeriod = [0.25]
    inputs.paths[0].revenue = oneDraw([0, 40, 40])
    inputs.facts.interest = [1]
    let outcome = OutcomeModel(inputs).run(alone)
    // T0: -80 + 30 - 6 - 1.
    #expect(outcome.cash[0, 0] == 63)
    // Then OP 30 - 66 = -36; + 30 × 1.1 × 0.5 - 10 - 6.6 - 1.
    #expect(isNear(outcome.cash[1, 0], 63 - 36 + 16.5 - 10 - 6.6 - 1, within: 1e-12))
  }

  @Test func grantsFade() {
    // By hand: 10 on top of the reported result, then 8, then 6.4.
    var inputs = OutcomeCase().inputs
    inputs.facts.grants = [10]
    inputs.parameters.grantsDecay = [0.2]
    let outcome = OutcomeModel(inputs).run(alone)
    for (value, expected) in zip(outcome.operatingResult.values, [-70, -22, 36.4]) {
      #expect(isNear(value, expected, within: 1e-12))
    }
    #expect(isNear(outcome.grants[0], 6.4, within: 1e-12))
  }

  @Test func breakEvenCanBeJudgedOnCash() {
    var inputs = OutcomeCase().inputs
    // Cash flow is the result plus 90 in every year.
    inputs.facts.operatingCashFlow = [10]
    var options = alone
    options.basis = .cash
    #expect(OutcomeModel(inputs).run(options).breakEvenYear == [0])
    #expect(OutcomeModel(inputs).run(alone).breakEvenYear == [2])
  }

  @Test func drawsThatAreNoNumbersAreFlagged() {
    var company = OutcomeCase()
    company.draws = 2
    var inputs = company.inputs
    inputs.paths[0].contribution[1, 1] = .nan
    let outcome = OutcomeModel(inputs).run(alone)
    #expect(outcome.flagged == 1)
    #expect(outcome.states == [.brokeEven, nil])
    #expect(outcome.probability(of: .brokeEven) == EventProbability(events: 1, draws: 1))
    #expect(outcome.brokeEvenIndicator[1].isNaN)
    #expect(outcome.knownRunwayMonths[1].isNaN)
    inputs = company.inputs
    inputs.facts.cash = nil
    #expect(OutcomeModel(inputs).run(alone).flagged == 2)
  }

  // Method 11.2: with cuts off, phi = 0 never lowers P(sold or cashed out).
  @Test(arguments: [1, 2, 3] as [UInt64])
  func moneyNeverHurts(_ seed: UInt64) {
    let model = OutcomeModel(randomCompany(seed: seed, draws: 2000))
    var rounds = OutcomeOptions()
    rounds.cutsCost = false
    let with = model.run(rounds)
    let without = model.run(alone)
    #expect(with.flagged == 0)
    var lost = 0
    for draw in 0..<with.draws {
      let ended = with.states[draw] == .sold || with.states[draw] == .cashedOut
      let endedAlone = without.states[draw] == .sold || without.states[draw] == .cashedOut
      #expect(!ended || endedAlone, "draw \(draw)")
      // The month within a year is a straight line's or uniform, so only years compare.
      let year = with.cashOutYear[draw] ?? .max
      #expect((without.cashOutYear[draw] ?? .max) <= year, "draw \(draw)")
      if endedAlone && !ended { lost += 1 }
    }
    #expect(lost > 0)
  }

  // Method 11.2: scaling all money leaves every score. A power of two is exact.
  @Test func theCurrencyDoesNotMatter() {
    let one = OutcomeModel(randomCompany(seed: 4, draws: 500)).run()
    let other = OutcomeModel(randomCompany(seed: 4, draws: 500, scale: 1024)).run()
    #expect(one.states == other.states)
    #expect(one.runwayMonths == other.runwayMonths)
    #expect(one.operatingResult.values.map { $0 * 1024 } == other.operatingResult.values)
    #expect(Set(one.states).count > 2)
  }

  @Test func runsDoNotTouchEachOther() {
    let model = OutcomeModel(randomCompany(seed: 5, draws: 200))
    let first = model.run()
    _ = model.run(alone)
    let again = model.run()
    #expect(first.states == again.states)
    #expect(first.cash == again.cash)
  }

  @Test func breakingEvenAloneIsTheSame() {
    let model = OutcomeModel(randomCompany(seed: 7, draws: 500))
    #expect(model.probabilityOfBreakingEven() == model.run().probability(of: .brokeEven))
    #expect(model.probabilityOfBreakingEven(alone) == model.run(alone).probability(of: .brokeEven))
    var inputs = OutcomeCase().inputs
    inputs.facts.revenue = [.nan]
    let unknown = OutcomeModel(inputs).probabilityOfBreakingEven()
    #expect(unknown == EventProbability(events: 0, draws: 0))
  }

  @Test func theFourStatesAreEverything() {
    let outcome = OutcomeModel(randomCompany(seed: 6, draws: 1000)).run()
    let events = OutcomeState.allCases.map { outcome.probability(of: $0).events }
    #expect(events.reduce(0, +) == 1000)
  }
}
