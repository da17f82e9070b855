/// The beta distribution, stretched to low…high; `pert` is one by other parameters.
///
/// The inverse incomplete beta function takes microseconds, so it is tabulated once, in cubic
/// pieces over the normal quantile z. The values are within 1e-7 of the range; beyond |z| = 6.5,
/// which no 32-bit uniform number reaches, they are computed.
struct BetaDistribution: InverseDistribution {
  private let alpha: Double
  private let beta: Double
  private let low: Double
  private let high: Double
  private let table: BetaTable

  init(alpha: Double, beta: Double, low: Double, high: Double) throws(DistributionError) {
    for (name, value) in [("alpha", alpha), ("beta", beta)] {
      guard value >= 0.01, value <= 1e6 else {
        throw DistributionError("\(name) must be between 0.01 and 1e6, but is \(value)")
      }
    }
    self.alpha = alpha
    self.beta = beta
    self.low = low
    self.high = high
    table = BetaTable(BetaShape(alpha, beta))
  }

  /// α = 1 + 4 (mode - low)/(high - low) and β = 1 + 4 (high - mode)/(high - low).
  static func pert(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try DistributionError.requireAscending(("low", low), ("mode", mode), ("high", high))
    try DistributionError.requireFinite(("high - low", high - low))
    guard low < high else { return try ConstantDistribution(low) }
    return try BetaDistribution(
      alpha: 1 + 4 * ((mode - low) / (high - low)), beta: 1 + 4 * ((high - mode) / (high - low)),
      low: low, high: high)
  }

  var support: ClosedRange<Double> { low...high }

  var transform: QuantileTransform? {
    table.isOfLogit ? nil : table.table.map { .table($0.stretched(low: low, high: high)) }
  }

  func quantile(_ u: Double) -> Double {
    stretched(table.share(z: Elementary.normalQuantile(u)))
  }

  func quantiles(_ uniforms: [Double]) -> [Double] {
    Elementary.normalQuantiles(uniforms).map { stretched(table.share(z: $0)) }
  }

  func cumulative(_ x: Double) -> Double {
    Elementary.incompleteBeta(alpha, beta, (x - low) / (high - low))
  }

  private func stretched(_ share: Double) -> Double {
    low * (1 - share) + high * share
  }
}
