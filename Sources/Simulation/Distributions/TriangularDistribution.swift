/// The triangular distribution.
///
/// With c = (mode - low)/(high - low), the probability below the mode:
/// low + √(u c) (high - low) up to u = c, and high - √((1 - u)(1 - c)) (high - low) above.
/// (Kotz, van Dorp, Beyond Beta, 2004, section 1.2.)
struct TriangularDistribution: InverseDistribution {
  let low: Double
  let high: Double
  private let width: Double
  private let belowMode: Double

  static func with(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try DistributionError.requireAscending(("low", low), ("mode", mode), ("high", high))
    try DistributionError.requireFinite(("high - low", high - low))
    return low == high
      ? try ConstantDistribution(low) : TriangularDistribution(low: low, mode: mode, high: high)
  }

  private init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.high = high
    width = high - low
    belowMode = (mode - low) / width
  }

  var support: ClosedRange<Double> { low...high }

  func quantile(_ u: Double) -> Double {
    Self.quantile(u, low: low, high: high, width: width, belowMode: belowMode)
  }

  @inline(__always)
  static func quantile(
    _ u: Double, low: Double, high: Double, width: Double, belowMode: Double
  ) -> Double {
    u <= belowMode
      ? low + width * (u * belowMode).squareRoot()
      : high - width * ((1 - u) * (1 - belowMode)).squareRoot()
  }

  var transform: QuantileTransform? {
    .triangular(low: low, high: high, width: width, belowMode: belowMode)
  }

  func cumulative(_ x: Double) -> Double {
    let position = (x - low) / width
    if position <= 0 { return 0 }
    if position >= 1 { return 1 }
    return position <= belowMode
      ? position * position / belowMode : 1 - (1 - position) * (1 - position) / (1 - belowMode)
  }
}
