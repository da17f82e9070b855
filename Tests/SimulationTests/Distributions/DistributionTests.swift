import Formulas
import Simulation
import Testing

struct DistributionTests {
  /// Probabilities at which equal distributions must agree.
  private static let grid = (1..<200).map { Double($0) / 200 } + [1e-9, 1e-4, 1 - 1e-4, 1 - 1e-9]

  @Test func `agrees with SciPy`() throws {
    for (spec, values) in DistributionReferences.quantiles {
      let distribution = try Distribution(spec)
      // Tables are good to 1e-7 of the range, formulas to some roundings.
      let range = distribution.support.upperBound - distribution.support.lowerBound
      let isTabulated =
        if case .pert = spec { true } else if case .beta = spec { true } else { false }
      for (u, value) in zip(DistributionReferences.probabilities, values) {
        let tolerance = isTabulated ? 1e-7 * range : 1e-13 * max(1, value.magnitude)
        #expect((distribution.quantile(u) - value).magnitude <= tolerance, "\(spec) at \(u)")
      }
    }
  }

  @Test func `gives a column the same bits as its values one by one`() throws {
    let uniforms = DrawStreams(seed: 4, draws: 1_001).uniforms(block: "a", dimension: 0)
    for (spec, _) in DistributionReferences.quantiles {
      let distribution = try Distribution(spec)
      #expect(distribution.quantiles(uniforms) == uniforms.map { distribution.quantile($0) })
    }
  }

  @Test func `never falls, stays in its support, and undoes its distribution function`() throws {
    let sorted = Self.grid.sorted()
    for (spec, _) in DistributionReferences.quantiles {
      let distribution = try Distribution(spec)
      let values = distribution.quantiles(sorted)
      for (u, value) in zip(sorted, values) {
        #expect(distribution.support.contains(value), "\(spec) at \(u)")
      }
      for (low, high) in zip(values, values.dropFirst()) {
        #expect(low <= high, "\(spec) at \(low)")
      }
      for (u, value) in zip(sorted, values) where u > 0.004 && u < 0.996 {
        // A table's 1e-7 of the range shows more where the density is high: at 0 of beta(0.05, …).
        if case .beta(let alpha, _) = spec, alpha < 0.5 { continue }
        #expect((distribution.cumulative(value) - u).magnitude < 1e-5, "\(spec) at \(u)")
      }
    }
  }

  @Test(
    arguments: [
      (.constant(3), 3), (.uniform(low: 2, high: 2), 2), (.interval(low: 5, high: 5), 5),
      (.interval(low: -5, high: -5), -5), (.normal(mean: 1, sd: 0), 1),
      (.lognormal(p5: 7, p95: 7), 7), (.triangular(low: 4, mode: 4, high: 4), 4),
      (.pert(low: 4, mode: 4, high: 4), 4), (.bernoulli(probability: 1), 1),
      (.bernoulli(probability: 0), 0), (.discrete([.init(value: 9, weight: 2)]), 9),
      (.truncated(.constant(3), low: 0, high: 3), 3),
    ] as [(DistributionSpec, Double)])
  func `is constant where its parameters leave one value`(
    spec: DistributionSpec, value: Double
  ) throws {
    let distribution = try Distribution(spec)
    #expect(distribution.support == value...value)
    #expect(distribution.quantiles([0.01, 0.5, 0.99]) == [value, value, value])
    #expect(distribution.isPositive == (value > 0))
  }

  @Test(
    arguments: [
      (.interval(low: 1, high: 2), true), (.interval(low: -1, high: 2), false),
      (.lognormal(p5: 1, p95: 2), true), (.normal(mean: 100, sd: 1), false),
      (.uniform(low: 0, high: 1), false), (.uniform(low: 0.1, high: 1), true),
      (.pert(low: 1, mode: 2, high: 3), true), (.beta(alpha: 2, beta: 2), false),
      (.truncated(.normal(mean: 1, sd: 1), low: 0.1, high: 9), true),
      (.truncated(.lognormal(p5: 1, p95: 2), low: 0, high: 9), true),
      (.bernoulli(probability: 0.5), false),
    ] as [(DistributionSpec, Bool)])
  func `knows whether all its values are positive`(spec: DistributionSpec, expected: Bool) throws {
    #expect(try Distribution(spec).isPositive == expected)
  }

  @Test(
    arguments: [
      (.constant(.nan), "the value must be a finite number, but is nan"),
      (.interval(low: 3, high: 1), "the 5th percentile (3.0) is above the 95th (1.0)"),
      (.interval(low: -3, high: -4), "the 5th percentile (-3.0) is above the 95th (-4.0)"),
      (.interval(low: 1, high: .infinity), "the 95th must be a finite number, but is inf"),
      (.normal(mean: 0, sd: -2), "the sd must not be negative, but is -2.0"),
      (.lognormal(p5: 0, p95: 2), "a lognormal's 5th percentile must be above 0, but is 0.0"),
      (.uniform(low: 2, high: 1), "low (2.0) is above high (1.0)"),
      (.triangular(low: 0, mode: 3, high: 2), "mode (3.0) is above high (2.0)"),
      (.pert(low: 1, mode: 0, high: 2), "low (1.0) is above mode (0.0)"),
      (.beta(alpha: 0, beta: 1), "alpha must be between 0.01 and 1e6, but is 0.0"),
      (.beta(alpha: 1, beta: .nan), "beta must be between 0.01 and 1e6, but is nan"),
      (.bernoulli(probability: 1.5), "a probability must be between 0 and 1, but is 1.5"),
      (.bernoulli(probability: .nan), "a probability must be between 0 and 1, but is nan"),
      (.discrete([]), "at least one weight must be above 0"),
      (.discrete([.init(value: 1, weight: 0)]), "at least one weight must be above 0"),
      (.discrete([.init(value: 1, weight: -1)]), "a weight must not be negative, but is -1.0"),
      (
        .discrete([.init(value: 1, weight: 1), .init(value: 1, weight: 2)]),
        "the value 1.0 stands twice"
      ),
      (
        .truncated(.uniform(low: 0, high: 1), low: 2, high: 1),
        "the lower bound (2.0) is above the upper bound (1.0)"
      ),
      (
        .truncated(.uniform(low: 0, high: 1), low: 2, high: 3),
        "the distribution has almost no probability (less than 1e-9) between 2.0 and 3.0"
      ),
      (
        .truncated(.constant(1), low: 2, high: 3),
        "the distribution has almost no probability (less than 1e-9) between 2.0 and 3.0"
      ),
    ] as [(DistributionSpec, String)])
  func `says what is wrong with its parameters`(spec: DistributionSpec, message: String) {
    let error = #expect(throws: DistributionError.self) { _ = try Distribution(spec) }
    #expect(error?.message == message)
  }

  // A level near 1 rounds to 1 there. By hand: 8.2 standard deviations (1 in 2^53) are at
  // e^(0.0099 + 0.31657 · 8.2) = 13.6.
  @Test func `of an interval far out the rarest draw is the largest`() throws {
    let distribution = try Distribution(
      .truncated(.lognormal(p5: 0.6, p95: 1.7), low: 5, high: 61))
    let levels = [0.5, 0.9999, 1 - 0x1p-33] + [Double](repeating: 1 - 0x1p-33, count: 8)
    let values = levels.map(distribution.quantile)
    #expect(distribution.quantiles(levels) == values)
    #expect(values[0] < values[1] && values[1] < values[2])
    #expect(abs(values[2] - 13.6) < 0.2)
  }
}
