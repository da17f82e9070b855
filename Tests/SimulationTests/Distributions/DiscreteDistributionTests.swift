import Formulas
import Simulation
import Testing

struct DiscreteDistributionTests {
  private let dice = DistributionSpec.discrete([
    .init(value: 3, weight: 2), .init(value: 1, weight: 1), .init(value: 8, weight: 1),
  ])

  @Test(arguments: [(0.1, 1), (0.25, 1), (0.26, 3), (0.75, 3), (0.751, 8), (0.999, 8)])
  func `takes the first value whose cumulative weight reaches u`(
    u: Double, expected: Double
  ) throws {
    #expect(try Distribution(dice).quantile(u) == expected)
  }

  @Test func `adds probabilities up`() throws {
    let distribution = try Distribution(dice)
    #expect(
      [0, 1, 2, 3, 7, 8, 9].map(distribution.cumulative) == [0, 0.25, 0.25, 0.75, 0.75, 1, 1])
    #expect(distribution.support == 1...8)
  }

  @Test func `keeps the values of the interval when truncated, ends included`() throws {
    let distribution = try Distribution(.truncated(dice, low: 1, high: 3))
    #expect(distribution.support == 1...3)
    // 1/3 and 2/3 are left.
    #expect([0.1, 0.33, 0.34, 0.9].map(distribution.quantile) == [1, 1, 3, 3])
    #expect(try Distribution(.truncated(dice, low: 2, high: 7)).support == 3...3)
  }

  @Test func `is 1 with the probability of a Bernoulli trial`() throws {
    let distribution = try Distribution(.bernoulli(probability: 0.3))
    let uniforms = DrawStreams(seed: 1, draws: 1 << 12).uniforms(block: "a", dimension: 0)
    let successes = distribution.quantiles(uniforms).reduce(0, +)
    // One point in each of 4096 equal parts: within one of 0.3 * 4096.
    #expect((successes - 0.3 * 4096).magnitude <= 1)
  }

  @Test func `takes weights of any size`() throws {
    let distribution = try Distribution(
      .discrete([.init(value: 0, weight: 1e308), .init(value: 1, weight: 1e308)]))
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.quantile(0.51) == 1)
  }
}
