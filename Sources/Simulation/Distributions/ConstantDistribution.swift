/// One value, for certain.
struct ConstantDistribution: InverseDistribution {
  let value: Double

  init(_ value: Double) throws(DistributionError) {
    try DistributionError.requireFinite(("the value", value))
    self.value = value
  }

  var support: ClosedRange<Double> { value...value }

  var steps: [Double]? { [] }

  func quantile(_ u: Double) -> Double { value }

  func cumulative(_ x: Double) -> Double { x < value ? 0 : 1 }

  func truncated(to interval: ClosedRange<Double>) throws(DistributionError)
    -> any InverseDistribution
  {
    guard interval.contains(value) else { throw TruncatedDistribution.tooUnlikely(interval) }
    return self
  }
}
