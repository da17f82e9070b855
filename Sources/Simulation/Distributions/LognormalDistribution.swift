/// The lognormal distribution: exp(μ + σ Φ⁻¹(u)).
struct LognormalDistribution: InverseDistribution {
  let mu: Double
  let sigma: Double

  /// With the 5th and 95th percentile given: μ = (ln a + ln b)/2, σ = (ln b - ln a)/2z.
  static func between(
    p5: Double, p95: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try DistributionError.requireAscending(("the 5th percentile", p5), ("the 95th", p95))
    guard p5 > 0 else {
      throw DistributionError("a lognormal's 5th percentile must be above 0, but is \(p5)")
    }
    guard p5 < p95 else { return try ConstantDistribution(p5) }
    let low = Elementary.log(p5)
    let high = Elementary.log(p95)
    return LognormalDistribution(
      mu: (low + high) / 2, sigma: (high - low) / (2 * NormalDistribution.z95))
  }

  var support: ClosedRange<Double> { 0...Double.infinity }

  /// The support's lower end, 0, is a limit and not a value.
  var isPositive: Bool { true }

  var transform: QuantileTransform? { .lognormal(mu: mu, sigma: sigma) }

  func quantile(_ u: Double) -> Double {
    Elementary.exp(mu + sigma * Elementary.normalQuantile(u))
  }

  func quantiles(_ uniforms: [Double]) -> [Double] {
    var column = Elementary.normalQuantiles(uniforms)
    column.withUnsafeMutableBufferPointer { column in
      for index in column.indices { column[index] = Elementary.exp(mu + sigma * column[index]) }
    }
    return column
  }

  func cumulative(_ x: Double) -> Double {
    x > 0 ? Elementary.normalCDF((Elementary.log(x) - mu) / sigma) : 0
  }
}
