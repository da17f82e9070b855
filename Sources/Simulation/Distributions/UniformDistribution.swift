/// The uniform distribution: low + u (high - low).
struct UniformDistribution: InverseDistribution {
  let low: Double
  let high: Double

  static func between(low: Double, high: Double) throws(DistributionError)
    -> any InverseDistribution
  {
    try DistributionError.requireAscending(("low", low), ("high", high))
    return low == high
      ? try ConstantDistribution(low) : UniformDistribution(low: low, high: high)
  }

  var support: ClosedRange<Double> { low...high }

  var transform: QuantileTransform? { .uniform(low: low, high: high) }

  // In this form the range can't overflow, and the value can't leave it.
  func quantile(_ u: Double) -> Double { low * (1 - u) + high * u }

  func cumulative(_ x: Double) -> Double {
    if x <= low { return 0 }
    if x >= high { return 1 }
    return (0.5 * x - 0.5 * low) / (0.5 * high - 0.5 * low)
  }
}
