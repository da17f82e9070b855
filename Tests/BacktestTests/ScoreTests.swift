@testable import Backtest
import Simulation
import Testing

/// Holds scores of forecasts to closed forms and hand calculation.
@Suite struct ScoreTests {
  @Test func crpsByHand() {
    // Of 1, 2, 3, 4 and 2.5 seen: mean distance 1; all pairs 20/16 = 1.25, half of it 0.625.
    #expect(EnsembleScore.crps([3, 1, 4, 2], seen: 2.5) == 0.375)
    #expect(EnsembleScore.crps([7], seen: 4.5) == 2.5)
  }

  /// z (2Φ(z) - 1) + 2φ(z) - 1/√π for a standard normal (Gneiting, Raftery 2007).
  @Test(arguments: [(0.0, 0.233695), (1, 0.602441), (2, 1.452792)])
  func crpsOfANormal(seen: Double, expected: Double) {
    let draws = (0..<20_000).map { Elementary.normalQuantile((Double($0) + 0.5) / 20_000) }
    #expect(abs(EnsembleScore.crps(draws, seen: seen) - expected) < 1e-4)
  }

  @Test func pinballByHand() {
    #expect(abs(EnsembleScore.pinball(quantile: 10, level: 0.9, seen: 7) - 0.3) < 1e-12)
    #expect(abs(EnsembleScore.pinball(quantile: 10, level: 0.9, seen: 13) - 2.7) < 1e-12)
  }

  @Test func crpsIsTwiceTheMeanPinball() {
    // The integral of the pinball score over all levels, by the middles of 1000.
    let draws = [0.3, 1.2, 2.0, 4.5, 5.1]
    let sum = (0..<1000).reduce(0.0) { sum, index in
      let level = (Double(index) + 0.5) / 1000
      let quantile = draws[Int(level * 5)]
      return sum + EnsembleScore.pinball(quantile: quantile, level: level, seen: 2.7)
    }
    #expect(abs(EnsembleScore.crps(draws, seen: 2.7) - 2 * sum / 1000) < 1e-3)
  }

  @Test func pitCountsEqualDrawsHalf() {
    #expect(EnsembleScore.pit([1, 2, 2, 3], seen: 2) == 0.5)
    #expect(EnsembleScore.pit([1, 2, 2, 3], seen: 0) == 0)
    #expect(EnsembleScore.pit([1, 2, 2, 3], seen: 2.5) == 0.75)
  }

  // Method C32: quantiles of the beta distribution, to three digits.
  @Test(arguments: [
    (7.0, 10.0, 0.394, 0.907), (18, 20, 0.716, 0.979), (3, 3, 0.464, 1), (0, 3, 0, 0.536),
  ])
  func jeffreys(inside: Double, count: Double, low: Double, high: Double) {
    let interval = Coverage.jeffreys(inside: inside, of: count)
    #expect(abs(interval.low - low) < 5e-4)
    #expect(abs(interval.high - high) < 5e-4)
  }

  @Test func independentForecastsCountFully() throws {
    // Twenty companies with one forecast each, 18 inside.
    let outcomes = (0..<20).map { Coverage.Outcome(company: "\($0)", isInside: $0 < 18) }
    let coverage = try #require(Coverage(outcomes))
    #expect(coverage.share == 0.9)
    // n/(n - 1) = 20/19 is the design effect of single forecasts.
    #expect(abs(coverage.effective - 19) < 1e-9)
    #expect(coverage.low < 0.9 && coverage.high > 0.9)
  }

  @Test func forecastsThatErrTogetherCountOnce() throws {
    // Ten companies with five forecasts each, all five alike: 9 of 10 inside.
    let outcomes = (0..<50).map { Coverage.Outcome(company: "\($0 / 5)", isInside: $0 < 45) }
    let coverage = try #require(Coverage(outcomes))
    // Between companies: (9 · 0.5² + 4.5²)/50² · 10/9 = 0.01, to 0.9 · 0.1/50 = 0.0018 alone.
    #expect(abs(coverage.effective - 50 / (0.01 / 0.0018)) < 1e-9)
    #expect(coverage.companies == 10)
    let apart = Coverage.jeffreys(inside: 45, of: 50)
    #expect(coverage.low < apart.low && coverage.high > apart.high)
  }

  @Test func whereAllHeldEachCompanyCountsOnce() throws {
    let outcomes = (0..<50).map { Coverage.Outcome(company: "\($0 / 5)", isInside: true) }
    let coverage = try #require(Coverage(outcomes))
    #expect(coverage.effective == 10)
    #expect(coverage.high == 1)
    #expect(Coverage([]) == nil)
  }

  @Test func brierByHand() {
    let forecasts = [(0.8, true), (0.4, false), (0.5, true)].map {
      ProbabilityScore.Forecast(probability: $0.0, happened: $0.1)
    }
    // (0.04 + 0.16 + 0.25)/3 = 0.15.
    #expect(abs((ProbabilityScore.brier(forecasts) ?? .nan) - 0.15) < 1e-12)
    #expect(ProbabilityScore.brier([]) == nil)
  }

  @Test func reliabilityByHand() throws {
    let forecasts = [(0.0, false), (0.1, true), (0.2, false), (0.9, true), (1.0, true)].map {
      ProbabilityScore.Forecast(probability: $0.0, happened: $0.1)
    }
    let bins = ProbabilityScore.reliability(forecasts, bins: 5)
    #expect(bins.map(\.count) == [2, 1, 2])
    #expect(bins.map(\.share) == [0.5, 0, 1])
    #expect(bins[0].range == 0...0.2)
    #expect(abs(bins[2].meanProbability - 0.95) < 1e-12)
    #expect(bins[2].high == 1)
  }

  @Test func summaryByHand() throws {
    // What was seen lies at 0.5, 0.9 and 1 of ten draws.
    let draws = (1...10).map(Double.init)
    let forecasts = [5.5, 9.5, 20].map {
      Forecast(company: "a", draws: draws, seen: $0, last: 5)
    }
    let summary = try #require(ForecastSummary(forecasts))
    #expect(summary.inside50.share == 1.0 / 3)
    #expect(abs(summary.inside90.share - 2.0 / 3) < 1e-12)
    #expect(abs(summary.meanPIT - 0.8) < 1e-12)
    #expect(abs(summary.carried - 20.0 / 3) < 1e-12)
    #expect(!summary.isEstablished)
    #expect(ForecastSummary([]) == nil)
  }
}
