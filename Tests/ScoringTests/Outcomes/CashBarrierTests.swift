import Simulation
import Scoring
import Simulation
import Testing

@Suite struct CashBarrierTests {
  // Method C8: exp(-2 × 8 × 6/9) = 2.330910e-5, closed form.
  @Test func bridgeProbability() {
    func time(_ uniform: Double) -> Double? {
      CashBarrier.timeOut(from: 8, to: 6, deviation: 3, uniform: uniform)
    }
    #expect(time(2.3310e-5) == nil)
    let late = time(2.3308e-5)
    #expect(late.map { $0 > 0.9999 && $0 < 1 } == true)
    #expect(isNear(time(2.330910e-5 / 2) ?? 0, 0.5, within: 1e-6))
  }

  @Test func edges() {
    // A straight line from 6 to -2 crosses after three quarters.
    #expect(CashBarrier.timeOut(from: 6, to: -2, deviation: 0, uniform: 0.5) == 0.75)
    #expect(CashBarrier.timeOut(from: 6, to: 0, deviation: 0, uniform: 0.5) == 1)
    #expect(CashBarrier.timeOut(from: 6, to: 1, deviation: 0, uniform: 1e-9) == nil)
    #expect(CashBarrier.timeOut(from: -1, to: 5, deviation: 1, uniform: 0.5) == 0)
    #expect(CashBarrier.timeOut(from: 0, to: 0, deviation: 0, uniform: 0.5) == 0)
    #expect(CashBarrier.timeOut(from: 0, to: 5, deviation: 0, uniform: 0.5) == nil)
    // From nothing a moving path dips below at once with certainty.
    #expect(CashBarrier.timeOut(from: 0, to: 5, deviation: 1, uniform: 0.9) != nil)
  }

  /// A company whose cash moves by `drift` a year with standard deviation `deviation`.
  private func share(
    start: Double, drift: Double, deviation: Double, years: Int, elapsed: Double = 0, draws: Int,
    seed: UInt64
  ) -> EventProbability {
    var company = OutcomeCase()
    company.draws = draws
    company.elapsed = elapsed
    company.net = Array(repeating: 1 + drift, count: years)
    company.legacy = 0
    company.result = drift
    company.cash = start
    var inputs = company.inputs
    var random = SplitMix(seed)
    inputs.streams = randomStreams(years: years, draws: draws, &random)
    inputs.parameters.cashFlowShock = company.fill(deviation)
    var options = OutcomeOptions()
    options.raisesMoney = false
    let model = OutcomeModel(inputs)
    let outcome = model.run(options)
    return EventProbability(outcome.cashOutYear.map { $0 != nil })
  }

  /// P(a Brownian motion from x with drift -mu touches 0 by T), closed form (Harrison 1985).
  private func passage(_ x: Double, _ mu: Double, _ sigma: Double, _ time: Double) -> Double {
    let scale = sigma * time.squareRoot()
    return Elementary.normalCDF((mu * time - x) / scale)
      + Elementary.exp(2 * mu * x / (sigma * sigma))
      * Elementary.normalCDF(-(x + mu * time) / scale)
  }

  // Method C7, the closed form's values.
  @Test(arguments: [(1.0, 0.031517), (2, 0.568500), (3, 0.910390)])
  func closedForm(_ time: Double, _ expected: Double) {
    #expect(isNear(passage(2, 1, 0.5, time), expected, within: 5e-7))
  }

  // Method C7 and C8: yearly steps reproduce the closed form within 3 standard errors, for
  // whole years, steps of half the length, and a first year that is partly over.
  @Test(arguments: [
    (2.0, 1.0, 0.5, 1, 0.0), (2, 1, 0.5, 2, 0), (2, 1, 0.5, 3, 0),
    (2, 0.5, 0.35355339059327379, 4, 0), (2, 0.5, 0.35355339059327379, 6, 0),
    (2, 1, 0.5, 3, 0.5), (2, 1, 0.5, 2, 0.75),
  ])
  func yearlySteps(
    _ start: Double, _ burn: Double, _ deviation: Double, _ years: Int, _ elapsed: Double
  ) throws {
    let simulated = share(
      start: start, drift: -burn, deviation: deviation, years: years, elapsed: elapsed,
      draws: 20000, seed: 7)
    let exact = passage(start, burn, deviation, Double(years) - elapsed)
    let error = (exact * (1 - exact) / 20000).squareRoot()
    let value = try #require(simulated.value)
    #expect(isNear(value, exact, within: 3 * error), "\(value) against \(exact)")
  }

  // Method C9: ever ruined with drift up, e^-1. After 64 years hardly anything is left to
  // happen: P(later ruin) < 1e-8.
  @Test func everRuined() throws {
    let simulated = share(
      start: 1, drift: 0.5, deviation: 1, years: 64, draws: 4000, seed: 8)
    let error = (0.367879 * (1 - 0.367879) / 4000).squareRoot()
    #expect(isNear(try #require(simulated.value), 0.367879, within: 3 * error))
  }

  // Method C10: gambler's ruin, p 0.45, start 5, target 10: 0.731717 (Feller). The path's
  // contribution is the coin; it stops once the target is reached.
  @Test func gamblersRuin() throws {
    let draws = 2000
    let years = 300
    var random = SplitMix(9)
    var company = OutcomeCase()
    company.draws = draws
    company.net = Array(repeating: 1, count: years)
    company.legacy = 0
    company.result = 0
    company.cash = 5
    var inputs = company.inputs
    // Shared cost is what the base year leaves: with a contribution of 1 and a result of 0 it
    // is 1, so a contribution of 2 or 0 wins or loses 1. The base year itself doesn't move.
    for draw in 0..<draws {
      var fortune = 5.0
      for year in 1..<years where fortune > 0 && fortune < 10 {
        let step: Double = random.uniform() < 0.45 ? 1 : -1
        inputs.paths[0].contribution[year, draw] = 1 + step
        fortune += step
      }
    }
    inputs.facts.operatingCashFlow = company.fill(0)
    var options = OutcomeOptions()
    options.raisesMoney = false
    let outcome = OutcomeModel(inputs).run(options)
    let ruined = try #require(EventProbability(outcome.cashOutYear.map { $0 != nil }).value)
    let error = (0.731717 * (1 - 0.731717) / Double(draws)).squareRoot()
    #expect(isNear(ruined, 0.731717, within: 3 * error))
  }
}
