import Testing

@testable import Scoring
@testable import Simulation

/// Holds reweighted draws to closed forms and hand calculation.
@Suite struct ReweightingTests {
  /// (Σw)²/Σw², by hand: (1 + 2 + 3)²/(1 + 4 + 9) = 36/14; equal weights count all.
  @Test func effectiveNumberByHand() {
    #expect(abs(Reweighting(weights: [1, 2, 3]).effective - 36.0 / 14) < 1e-12)
    #expect(Reweighting(weights: [0.2, 0.2, 0.2, 0.2]).effective.rounded() == 4)
    #expect(Reweighting(weights: [0, 7, 0]).effective == 1)
    #expect(Reweighting(weights: [0, 0]).effective == 0)
    #expect(Reweighting(weights: [1, 3]).weights == [0.25, 0.75])
  }

  /// Weights of 1 within a window and 0 outside are conditioning: the same as counting.
  @Test func aHardWindowIsConditioning() throws {
    let figures = Draw.uniforms(4096, seed: 5)
    let states = Draw.uniforms(4096, seed: 6).map {
      OutcomeState?.some($0 < 0.3 ? .brokeEven : .sold)
    }
    let inside = figures.map { $0 >= 0.4 && $0 < 0.6 ? 1.0 : 0 }
    let weighed = try #require(Reweighting(weights: inside).shares(states))
    let odds = try #require(FigureOdds(figures, states: states))
    let branch = try #require(odds.branches(at: [0.4, 0.6])[1].shares)
    #expect(abs(weighed.brokeEven - branch.brokeEven) < 1e-12)
    #expect(abs(Reweighting(weights: inside).effective - inside.reduce(0, +)) < 1e-6)
  }

  /// By Bayes, of a figure N(0, 1) seen at 1.2 with an error of 0.5.
  ///
  /// The mean is then 1.2/(1 + 0.25) = 0.96 and the variance 0.25/1.25 = 0.2. Something else that
  /// depends on it by a half moves by a half of it.
  @Test func aGaussianFigureHasTheMeanOfBayes() {
    let draws = 65536
    let figure = Draw.normals(draws, seed: 7)
    let other = zip(figure, Draw.normals(draws, seed: 8)).map { 0.5 * $0 + $1 }
    let weighed = Reweighting(
      [Reweighting.Figure(draws: figure, seen: 1.2, deviation: 0.5)], kernel: 0)
    let error = (0.2 / weighed.effective).squareRoot()
    #expect(abs(weighed.mean(figure) - 0.96) < 3 * error)
    #expect(abs(weighed.mean(other) - 0.48) < 3 * (1.05 / weighed.effective).squareRoot())
    // Kish by the integrals: (E w)²/E w² for a normal kernel of variance v on N(0, 1), at x.
    let (v, x) = (0.25, 1.2)
    let mean = (v / (1 + v)).squareRoot() * Elementary.exp(-x * x / (2 * (1 + v)))
    let square = (v / (2 + v)).squareRoot() * Elementary.exp(-x * x / (2 + v))
    #expect(abs(weighed.effective / Double(draws) - mean * mean / square) < 0.01)
  }

  /// With Scott's bandwidth the variance of the kernel is that of the error and n^(-2/5) more of the
  /// draws' own, so the mean is 1.2/(1 + 0.25 + n^(-2/5)).
  @Test func theBandwidthIsScotts() {
    let draws = 16384
    let figure = Draw.normals(draws, seed: 9)
    let weighed = Reweighting([Reweighting.Figure(draws: figure, seen: 1.2, deviation: 0.5)])
    let kernel = 0.25 + Elementary.pow(16384, -0.4)
    let expected = 1.2 / (1 + kernel)
    #expect(abs(weighed.mean(figure) - expected) < 0.02)
  }

  /// Two figures at once weigh as the product of their kernels: of independent ones each has its own
  /// mean.
  @Test func figuresTogetherAreTheProduct() {
    let draws = 65536
    let (first, second) = (Draw.normals(draws, seed: 11), Draw.normals(draws, seed: 12))
    let weighed = Reweighting(
      [
        Reweighting.Figure(draws: first, seen: 0.5, deviation: 0.5),
        Reweighting.Figure(draws: second, seen: -0.5, deviation: 1),
      ], kernel: 0)
    #expect(abs(weighed.mean(first) - 0.4) < 3 * (0.2 / weighed.effective).squareRoot())
    #expect(abs(weighed.mean(second) + 0.25) < 3 * (0.5 / weighed.effective).squareRoot())
  }

  /// Two hundred draws or one in a hundred: below that nothing is said.
  @Test func tooFewDrawsAreRefused() {
    #expect(Reweighting.leastEffective(of: 16384) == 200)
    #expect(Reweighting.leastEffective(of: 65536) == 655.36)
    let figure = Draw.normals(16384, seed: 13)
    func weighed(_ seen: Double) -> Reweighting {
      Reweighting([Reweighting.Figure(draws: figure, seen: seen, deviation: 0.003)])
    }
    #expect(weighed(0.5).isEnough)
    #expect(!weighed(5).isEnough)
    // Far off no draw agrees, however wide the figure's own error is.
    #expect(weighed(40).effective == 0)
    let wide = Reweighting([Reweighting.Figure(draws: figure, seen: 5e30, deviation: 1.5e29)])
    #expect(wide.effective == 0)
    #expect(!wide.isEnough)
  }

  /// Draws in which the figure isn't a number weigh nothing.
  @Test func unknownDrawsWeighNothing() {
    let weighed = Reweighting(
      [Reweighting.Figure(draws: [1, .nan, 1], seen: 1, deviation: 0.1)], kernel: 0)
    #expect(weighed.weights == [0.5, 0, 0.5])
    // An exact figure is a hard window of no width.
    let exact = Reweighting(
      [Reweighting.Figure(draws: [1, 2, 1], seen: 1, deviation: 0)], kernel: 0)
    #expect(exact.weights == [0.5, 0, 0.5])
  }
}
