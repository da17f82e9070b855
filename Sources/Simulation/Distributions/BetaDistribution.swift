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
  /// The quantiles themselves, where they are smooth enough to be tabulated as they are.
  private let stretchedTable: CubicTable?

  init(alpha: Double, beta: Double, low: Double, high: Double) throws(DistributionError) {
    try BetaDistribution.require(alpha: alpha, beta: beta)
    self.alpha = alpha
    self.beta = beta
    self.low = low
    self.high = high
    table = BetaTable(BetaShape(alpha, beta))
    stretchedTable =
      table.isOfLogit ? nil : table.table.map { $0.stretched(low: low, high: high) }
  }

  /// α = 1 + 4 (mode - low)/(high - low) and β = 1 + 4 (high - mode)/(high - low).
  static func pert(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> any InverseDistribution {
    try requirePert(low: low, mode: mode, high: high)
    guard low < high else { return try ConstantDistribution(low) }
    return try BetaDistribution(
      alpha: 1 + 4 * ((mode - low) / (high - low)), beta: 1 + 4 * ((high - mode) / (high - low)),
      low: low, high: high)
  }

  /// Shapes outside these bounds are spikes whose inverse can't be computed.
  static func require(alpha: Double, beta: Double) throws(DistributionError) {
    for (name, value) in [("alpha", alpha), ("beta", beta)] {
      guard value >= 0.01, value <= 1e6 else {
        throw DistributionError("\(name) must be between 0.01 and 1e6, but is \(value)")
      }
    }
  }

  /// Both shapes of a PERT are from 1 to 5, so its ends alone can be wrong.
  static func requirePert(low: Double, mode: Double, high: Double) throws(DistributionError) {
    try DistributionError.requireAscending(("low", low), ("mode", mode), ("high", high))
    try DistributionError.requireFinite(("high - low", high - low))
  }

  var support: ClosedRange<Double> { low...high }

  var transform: QuantileTransform? { stretchedTable.map { .table($0) } }

  func quantile(_ u: Double) -> Double { confined(unconfined(u)) }

  func quantiles(_ levels: QuantileLevels) -> [Double] {
    var values = transform?.values(at: levels) ?? levels.levels.map(unconfined)
    for index in values.indices { values[index] = confined(values[index]) }
    return values
  }

  private func unconfined(_ u: Double) -> Double {
    let z = Elementary.normalQuantile(u)
    if let stretchedTable, z.magnitude < CubicTable.end { return stretchedTable.value(z: z) }
    let share = table.share(z: z)
    return low * (1 - share) + high * share
  }

  /// A piece of a table may lead outside by as much as it is off, and a share be below 0 then.
  @inline(__always)
  private func confined(_ value: Double) -> Double { min(high, max(low, value)) }

  func cumulative(_ x: Double) -> Double {
    Elementary.incompleteBeta(alpha, beta, (x - low) / (high - low))
  }
}
