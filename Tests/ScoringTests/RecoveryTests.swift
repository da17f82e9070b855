import Simulation
import Scoring
import Testing

@Suite struct RecoveryTests {
  private let discounting = Discounting(rate: 0.12, years: 3)

  private func recovery(
    _ contribution: [Double], _ investment: [Double], multiple: [Double]? = nil
  ) -> Recovery {
    Recovery(
      contribution: oneDraw(contribution), investment: oneDraw(investment),
      discounting: discounting, multiple: multiple)
  }

  // Method C29, by hand.
  @Test func workedCase() {
    let result = recovery([-10, 20, 60], [30, 10, 0])
    #expect(isNear(result.draws[0], 57.311373, within: 1e-6))
    #expect(result.payback[0] == 2)
    #expect(result.medianPayback == 2)
    #expect(result.notApplicable == 0 && result.flagged == 0)
  }

  @Test func fiftyIsMoneyBackExactly() {
    // One year in, one year out, discounted the same: CM 20 and I 20 in one year.
    #expect(recovery([20], [20]).draws[0] == 50)
    #expect(Viability.probability(recovery: recovery([20], [20]).draws).value == 1)
    #expect(recovery([19.999999], [20]).draws[0] < 50)
  }

  @Test func valueBeyondTheHorizonIsOfTheLastYear() {
    // d = 1: B = 20, K = 40, tail 3 (20 - 5) = 45: 100 (20 + 45) / 105, by hand.
    let result = Recovery(
      contribution: oneDraw([0, 20]), investment: oneDraw([35, 5]),
      discounting: Discounting(rate: 0, years: 2), multiple: [3])
    #expect(isNear(result.draws[0], 100 * 20.0 / 60, within: 1e-12))
    #expect(isNear(result.beyond[0], 100 * 65.0 / 105, within: 1e-12))
    // A loss in the last year has no value beyond it.
    let losing = Recovery(
      contribution: oneDraw([0, 20]), investment: oneDraw([0, 25]),
      discounting: Discounting(rate: 0, years: 2), multiple: [3])
    #expect(losing.beyond == losing.draws)
  }

  @Test func paybackMustLast() {
    let flat = Discounting(rate: 0, years: 4)
    func payback(_ contribution: [Double]) -> Double {
      Recovery(
        contribution: oneDraw(contribution), investment: oneDraw([0, 0, 0, 0]),
        discounting: flat, multiple: nil
      ).payback[0]
    }
    #expect(payback([10, -20, 10, 0]) == 2)
    #expect(payback([10, -20, 5, 1]) == .infinity)
    #expect(payback([1, 1, 1, 1]) == 0)
  }

  @Test func drawsWithoutFlowsAreNotApplicable() {
    let contribution = YearlyDraws(values: [0, 0, 5, 0, 0, 5], draws: 3)
    let result = Recovery(
      contribution: contribution, investment: YearlyDraws(repeating: 0, years: 2, draws: 3),
      discounting: discounting, multiple: nil)
    #expect(result.notApplicable == 2)
    #expect(result.isNotApplicable())
    #expect(result.draws[0].isNaN && result.payback[0].isNaN)
    #expect(result.draws[2] == 100)
    #expect(Viability.probability(recovery: result.draws) == EventProbability(events: 1, draws: 1))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func drawsThatAreNoNumbersAreFlagged(_ value: Double) {
    let result = recovery([1, value, 1], [0, 0, 0])
    #expect(result.flagged == 1 && result.notApplicable == 0)
    #expect(result.draws[0].isNaN)
  }

  @Test func negativeInvestmentIsFlagged() {
    #expect(recovery([1, 1, 1], [0, -1, 0]).flagged == 1)
  }

  // Method 11.2: W is monotone in CM, and keeps its value when money is scaled.
  @Test func risesWithContributionAndIgnoresTheCurrency() {
    var random = SplitMix(1)
    let count = 500
    let contribution = random.yearly(3, count, in: -50...80)
    let investment = random.yearly(3, count, in: 0...40)
    let more = YearlyDraws(
      values: contribution.values.map { $0 + random.uniform(0...10) }, draws: count)
    func draws(_ contribution: YearlyDraws, _ investment: YearlyDraws) -> [Double] {
      Recovery(
        contribution: contribution, investment: investment, discounting: discounting,
        multiple: nil
      ).draws
    }
    let base = draws(contribution, investment)
    for (draw, (low, high)) in zip(base, draws(more, investment)).enumerated() {
      #expect(low <= high, "draw \(draw)")
    }
    let scaled = draws(contribution.scaled(by: 7.25), investment.scaled(by: 7.25))
    for (draw, (one, other)) in zip(base, scaled).enumerated() {
      #expect(isNear(one, other, within: 1e-10), "draw \(draw)")
    }
  }
}
