/// The normal distribution: mean + sd Φ⁻¹(u).
struct NormalDistribution: InverseDistribution {
  /// Φ⁻¹(0.95), the z of Method 1.11.
  static let z95 = 1.6448536269514722

  let mean: Double
  let sd: Double

  static func with(mean: Double, sd: Double) throws(DistributionError) -> any InverseDistribution {
    try DistributionError.requireFinite(("the mean", mean), ("the sd", sd))
    guard sd >= 0 else { throw DistributionError("the sd must not be negative, but is \(sd)") }
    return sd == 0 ? try ConstantDistribution(mean) : NormalDistribution(mean: mean, sd: sd)
  }

  /// With the 5th and 95th percentile given: mean (a + b)/2, sd (b - a)/2z.
  static func between(
    p5: Double, p95: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try DistributionError.requireAscending(("the 5th percentile", p5), ("the 95th", p95))
    return try with(mean: 0.5 * p5 + 0.5 * p95, sd: (0.5 * p95 - 0.5 * p5) / z95)
  }

  var support: ClosedRange<Double> { -Double.infinity...Double.infinity }

  var transform: QuantileTransform? { .normal(mean: mean, sd: sd) }

  func quantile(_ u: Double) -> Double { mean + sd * Elementary.normalQuantile(u) }

  func cumulative(_ x: Double) -> Double { Elementary.normalCDF((x - mean) / sd) }
}
