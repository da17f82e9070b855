/// The quantiles of a beta distribution on 0…1, tabulated over the normal quantile z.
///
/// The inverse incomplete beta function takes microseconds. Of moderate shapes the quantile itself
/// is smooth enough in z for cubic pieces; of others its logit, y = ln(x/(1 - x)), is. No value is
/// off by more than `tolerance`.
struct BetaTable: Sendable {
  /// The quantile itself in pieces, or its logit.
  let isOfLogit: Bool
  let table: CubicTable?
  private let shape: BetaShape

  init(_ shape: BetaShape, tolerance: Double = 3e-8) {
    self.shape = shape
    // A node is looked for near where the one before it points.
    var last: (z: Double, logit: Double, slope: Double)?
    func logit(_ z: Double) -> CubicTable.Node {
      let guess = last.flatMap { abs(z - $0.z) < 0.6 ? $0.logit + $0.slope * (z - $0.z) : nil }
      let value = BetaTable.exactLogit(shape, z: z, near: guess)
      let slope = Elementary.normalDensity(z) / shape.logitDensity(value)
      last = (z, value, slope)
      return (value, slope)
    }
    let direct = CubicTable(tolerance: tolerance, most: 32) { z in
      let (logit, slope) = logit(z)
      let share = Elementary.logistic(logit)
      return (share, slope * share * (1 - share))
    }
    isOfLogit = direct == nil
    table =
      direct
      ?? CubicTable(tolerance: tolerance, most: 512, judged: Elementary.logistic, of: logit)
  }

  /// The quantile on 0…1 at a normal quantile.
  @inline(__always)
  func share(z: Double) -> Double {
    guard let table, z.magnitude < CubicTable.end else {
      return Elementary.logistic(BetaTable.exactLogit(shape, z: z))
    }
    let value = CubicTable.value(table.coefficients, cellsPerUnit: table.cellsPerUnit, z: z)
    return isOfLogit ? Elementary.logistic(value) : value
  }

  private static func exactLogit(
    _ shape: BetaShape, z: Double, near guess: Double? = nil
  ) -> Double {
    shape.logitQuantile(
      Elementary.normalCDF(z), complement: Elementary.normalCDF(-z), near: guess, tolerance: 1e-7)
  }
}
