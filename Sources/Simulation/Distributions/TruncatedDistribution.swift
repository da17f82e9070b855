/// A continuous distribution conditioned on an interval.
///
/// Its quantile function is the inner one's between the probabilities of the interval's ends.
struct TruncatedDistribution: InverseDistribution {
  private let inner: any InverseDistribution
  private let interval: ClosedRange<Double>
  private let below: Double
  private let above: Double

  init(
    _ inner: any InverseDistribution, to interval: ClosedRange<Double>
  ) throws(DistributionError) {
    below = inner.cumulative(interval.lowerBound)
    above = inner.cumulative(interval.upperBound)
    // With less left, the doubles near 1 are too coarse to tell the values apart.
    guard above - below >= 1e-9 else { throw TruncatedDistribution.tooUnlikely(interval) }
    self.inner = inner
    self.interval = interval
  }

  static func tooUnlikely(_ interval: ClosedRange<Double>) -> DistributionError {
    let (low, high) = (interval.lowerBound, interval.upperBound)
    return DistributionError(
      "the distribution has almost no probability (less than 1e-9) between \(low) and \(high)")
  }

  var support: ClosedRange<Double> { interval.clamped(to: inner.support) }

  var isPositive: Bool { inner.isPositive || support.lowerBound > 0 }

  func quantile(_ u: Double) -> Double { confined(inner.quantile(inside(u))) }

  func quantiles(_ levels: QuantileLevels) -> [Double] {
    inner.quantiles(QuantileLevels(levels.levels.map(inside))).map(confined)
  }

  func cumulative(_ x: Double) -> Double {
    if x <= interval.lowerBound { return 0 }
    if x >= interval.upperBound { return 1 }
    return min(1, max(0, (inner.cumulative(x) - below) / (above - below)))
  }

  /// The level of the inner distribution, below 1 in the end: where the interval lies far out, a level
  /// near 1 would round to it, and no distribution has a value there.
  private func inside(_ u: Double) -> Double {
    min(below * (1 - u) + above * u, 1 - 0x1p-53)
  }

  /// Rounding, and a table's error, may lead an ulp or a little more outside.
  private func confined(_ value: Double) -> Double {
    min(interval.upperBound, max(interval.lowerBound, value))
  }
}
