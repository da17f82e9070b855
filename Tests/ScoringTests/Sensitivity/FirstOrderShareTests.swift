import Scoring
import Simulation
import Testing

@Suite struct FirstOrderShareTests {
  private static let grid = midpoints(128)
  private let first = grid.flatMap { level in grid.map { _ in level } }
  private let second = grid.flatMap { _ in grid }

  // Method C22, closed form: Y = 1[x1 + x2 > 0] has S1 = 1/3 and Brier gain 1/12. On a
  // grid, whose bins are even where drawn ones are not, the divisor n_b - 1 costs (1 - S1)/n_b,
  // 0.0021 at 16384 draws in 50 bins; the ties on the diagonal move p by 1/256.
  @Test func probabilityOfASum() throws {
    let event = zip(first, second).map { first, second -> Double in
      let sum = Elementary.normalQuantile(first) + Elementary.normalQuantile(second)
      return sum > 1e-9 ? 1 : 0
    }
    let bins = LevelBins(levels: first)
    #expect(bins.count == 50)
    let share = try #require(FirstOrderShare.share(of: event, by: bins))
    #expect(isNear(share, 1.0 / 3 - 0.0021, within: 3e-4))
    let p = mean(event)
    #expect(isNear(share * p * (1 - p), 1.0 / 12, within: 1e-3))
  }

  @Test func everythingAndNothing() throws {
    let bins = LevelBins(levels: first, count: 32)
    // Y = x: bins of width 1/32 hide 1/32² of the variance.
    let all = try #require(FirstOrderShare.share(of: first, by: bins))
    #expect(isNear(all, 1 - 1.0 / 1024, within: 1e-4))
    // Y knows only the other input: exactly even within and between bins up to the divisor.
    let none = try #require(FirstOrderShare.share(of: second, by: bins))
    #expect(isNear(none, 0, within: 2.5e-3) && none <= 0)
    #expect(FirstOrderShare.share(of: first.map { _ in 3 }, by: bins) == nil)
  }

  // A cause of probability p that alone decides the result explains all of it, however rare.
  @Test(arguments: [0.01, 0.02, 0.5, 0.87]) func aRareCauseExplainsAllThatItDecides(p: Double)
    throws
  {
    let event = first.map { $0 > 1 - p ? 1.0 : 0 }
    let share = FirstOrderShare.share(of: event, by: LevelBins(levels: first, steps: [1 - p]))
    #expect(share == 1)
    // What it doesn't decide it doesn't explain.
    let other = try #require(
      FirstOrderShare.share(of: second, by: LevelBins(levels: first, steps: [1 - p])))
    #expect(isNear(other, 0, within: 2.5e-3))
  }

  @Test func aSumOfTwoIsHalfEach() throws {
    let sum = zip(first, second).map(+)
    for levels in [first, second] {
      let share = try #require(
        FirstOrderShare.share(of: sum, by: LevelBins(levels: levels)))
      #expect(isNear(share, 0.5, within: 5e-3))
    }
  }

  @Test func unknownResultsAreLeftOut() throws {
    var result = first
    for index in stride(from: 0, to: result.count, by: 7) { result[index] = .nan }
    let share = try #require(
      FirstOrderShare.share(of: result, by: LevelBins(levels: first, count: 32)))
    #expect(isNear(share, 1 - 1.0 / 1024, within: 1e-3))
    #expect(
      FirstOrderShare.share(of: [.nan, .nan], by: LevelBins(levels: [0.1, 0.9])) == nil)
  }

  // Method C14: Ishigami's function, a 7, b 0.1: 0.313905, 0.442411, 0. Plain draws; the
  // bins' error at this n is about 0.01.
  @Test func ishigami() throws {
    var random = SplitMix(23)
    let draws = 32768
    let levels = (0..<3).map { _ in random.uniforms(draws) }
    // The sine is a test matter; the Taylor series is exact to the last digits here.
    let result = (0..<draws).map { draw -> Double in
      let x = levels.map { sine(of: $0[draw]) }
      let third = Double.pi * (2 * levels[2][draw] - 1)
      return x[0] + 7 * x[1] * x[1] + 0.1 * third * third * third * third * x[0]
    }
    for (index, expected) in [0.313905, 0.442411, 0].enumerated() {
      let share = try #require(
        FirstOrderShare.share(of: result, by: LevelBins(levels: levels[index])))
      #expect(isNear(share, expected, within: 0.02), "input \(index): \(share)")
    }
  }

  /// sin(pi (2u - 1)) by its Taylor series.
  private func sine(of level: Double) -> Double {
    let x = Double.pi * (2 * level - 1)
    var term = x
    var sum = x
    for k in 1..<16 {
      term *= -x * x / Double((2 * k) * (2 * k + 1))
      sum += term
    }
    return sum
  }
}
