import Simulation
import Testing

@testable import Outlook

/// Holds cash that is drawn at the ends of steps alone to what a Brownian motion does in between.
@Suite struct CashBridgeTests {
  private static let draws = 16_384

  /// Method C7: start 2, drift -1 a year, sd 0.5; Φ((μT - x₀)/σ√T) + e^(2μx₀/σ²) Φ(-(x₀ + μT)/σ√T).
  ///
  /// How a year is divided makes no difference.
  @Test(arguments: [(1, 0.031517), (2, 0.568500), (3, 0.910390)], [1, 2])
  func runsOutAsOftenAsTheClosedForm(_ one: (years: Int, expected: Double), stepsAYear: Int) {
    let length = 1 / Double(stepsAYear)
    let found = gone(
      from: 2, drift: -length, deviation: 0.5 * length.squareRoot(),
      steps: one.years * stepsAYear)
    compare(found, one.expected)
  }

  /// Method C9: start 1, drift 0.5, sd 1, e^-1; after 64 years less than 1e-8 is left to happen.
  @Test func isEverRuinedAsOftenAsTheClosedForm() {
    compare(gone(from: 1, drift: 0.5, deviation: 1, steps: 64), 0.367879)
  }

  /// Three standard errors.
  private func compare(_ found: Double, _ expected: Double) {
    let error = (expected * (1 - expected) / Double(Self.draws)).squareRoot()
    #expect(abs(found - expected) <= 3 * error, "\(found), not \(expected)")
  }

  /// The probability that cash is gone after some steps.
  private func gone(
    from start: Double, drift: Double, deviation: Double, steps: Int
  ) -> Double {
    let streams = DrawStreams(seed: 1, draws: Self.draws)
    var cash = [Double](repeating: start, count: Self.draws)
    var lasting = [Double](repeating: 1, count: Self.draws)
    for step in 0..<steps {
      let shocks = Elementary.normalQuantiles(streams.uniforms(block: "cash", dimension: step))
      for draw in 0..<Self.draws {
        let end = cash[draw] + drift + deviation * shocks[draw]
        let crossing = CashBridge.crossing(from: cash[draw], to: end, deviation: deviation)
        lasting[draw] *= end < 0 ? 0 : 1 - crossing
        cash[draw] = end
      }
    }
    return 1 - lasting.reduce(0, +) / Double(Self.draws)
  }
}
