import Formulas
import Simulation
import Testing

struct QuantileTransformTests {
  @Test(
    arguments: [
      .uniform(low: -2, high: 3), .normal(mean: 5, sd: 2), .interval(low: 10, high: 40),
      .interval(low: -1, high: 4), .triangular(low: 1, mode: 2, high: 5),
      .triangular(low: 1, mode: 1, high: 5), .pert(low: 0, mode: 0.04, high: 0.15),
      .beta(alpha: 3, beta: 2), .lognormal(p5: 1e-300, p95: 1e300),
    ] as [DistributionSpec], [1, 8, 333])
  func `gives the same bits at every level, and one by one`(
    spec: DistributionSpec, count: Int
  ) throws {
    let distribution = try Distribution(spec)
    let transform = try #require(distribution.transform)
    let uniforms = DrawStreams(seed: 4, draws: count).uniforms(block: "m", dimension: 0)
    let expected = uniforms.map { distribution.quantile($0) }
    for level in KernelLevel.available {
      let values = try #require(transform.values(at: QuantileLevels(uniforms), level: level))
      #expect(values.comparableBits == expected.comparableBits, "\(level)")
    }
  }

  @Test func `takes no level that a table doesn't reach`() throws {
    let transform = try #require(try Distribution(.pert(low: 0, mode: 1, high: 3)).transform)
    #expect(transform.values(at: QuantileLevels([0.5, 1e-12])) == nil)
  }
}
