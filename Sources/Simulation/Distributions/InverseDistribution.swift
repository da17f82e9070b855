/// A distribution as the machine needs it: by its quantile function.
protocol InverseDistribution: Sendable {
  /// The closed interval that holds all values, its ends infinite where there is no bound.
  var support: ClosedRange<Double> { get }

  /// True if every value is above 0.
  var isPositive: Bool { get }

  /// The quantile function as the kernels know it; nil where they don't.
  var transform: QuantileTransform? { get }

  /// The levels at which one value ends and the next begins, of finitely many values; nil where there
  /// are more.
  var steps: [Double]? { get }

  /// The smallest value with at least the probability u at or below it, for u in (0, 1).
  func quantile(_ u: Double) -> Double

  /// The quantiles of a column, the same bits as one by one.
  func quantiles(_ levels: QuantileLevels) -> [Double]

  /// The probability of values at or below x.
  func cumulative(_ x: Double) -> Double

  /// The same distribution, conditioned on the closed interval.
  func truncated(to interval: ClosedRange<Double>) throws(DistributionError)
    -> any InverseDistribution
}

extension InverseDistribution {
  var isPositive: Bool { support.lowerBound > 0 }

  var transform: QuantileTransform? { nil }

  var steps: [Double]? { nil }

  func quantiles(_ levels: QuantileLevels) -> [Double] {
    if let values = transform?.values(at: levels) { return values }
    return levels.levels.map { quantile($0) }
  }

  func truncated(to interval: ClosedRange<Double>) throws(DistributionError)
    -> any InverseDistribution
  {
    try TruncatedDistribution(self, to: interval)
  }
}
