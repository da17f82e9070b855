import Formulas
import Kernels

/// A quantile function simple enough for the kernels to do whole columns of it.
package enum QuantileTransform: Sendable {
  /// mean + sd z.
  case normal(mean: Double, sd: Double)
  /// e^(mu + sigma z).
  case lognormal(mu: Double, sigma: Double)
  /// low (1 - u) + high u.
  case uniform(low: Double, high: Double)
  /// Low, high, high - low, and the probability below the mode; of u.
  case triangular(low: Double, high: Double, width: Double, belowMode: Double)
  /// Cubic pieces over z.
  case table(CubicTable)

  /// True if it takes normal quantiles z instead of uniform levels u.
  package var takesNormalQuantiles: Bool {
    switch self {
    case .normal, .lognormal, .table: true
    case .uniform, .triangular: false
    }
  }

  /// The values at a column of levels; nil where a table doesn't reach one of them.
  package func values(at levels: QuantileLevels, level: KernelLevel = .best) -> [Double]? {
    let normal = takesNormalQuantiles ? levels.normal : nil
    if case .table = self, normal?.areInTables == false { return nil }
    let column = normal?.quantiles ?? levels.levels
    return [Double](unsafeUninitializedCapacity: column.count) { values, count in
      let whole = level.native == nil ? 0 : column.count & ~7
      if let native = level.native, whole > 0, let start = values.baseAddress {
        column.withUnsafeBufferPointer {
          if let column = $0.baseAddress { fill(start, from: column, count: whole, native) }
        }
      }
      for index in whole..<column.count {
        values.initializeElement(at: index, to: value(at: column[index]))
      }
      count = column.count
    }
  }

  /// The value that the kernels make of one level or normal quantile.
  private func value(at x: Double) -> Double {
    switch self {
    case .normal(let mean, let sd): mean + sd * x
    case .lognormal(let mu, let sigma): Operations.apply(.exponential, mu + sigma * x)
    case .uniform(let low, let high): low * (1 - x) + high * x
    case .triangular(let low, let high, let width, let belowMode):
      TriangularDistribution.quantile(x, low: low, high: high, width: width, belowMode: belowMode)
    case .table(let table): table.value(z: x)
    }
  }

  private func fill(
    _ values: UnsafeMutablePointer<Double>, from column: UnsafePointer<Double>, count: Int,
    _ level: bek_level
  ) {
    func fill(_ kind: bek_transform_kind, _ parameters: [Double]) {
      bek_transform(level, kind, parameters, column, count, values)
    }
    switch self {
    case .normal(let mean, let sd): fill(BEK_NORMAL, [mean, sd])
    case .lognormal(let mu, let sigma): fill(BEK_LOGNORMAL, [mu, sigma])
    case .uniform(let low, let high): fill(BEK_UNIFORM, [low, high])
    case .triangular(let low, let high, let width, let belowMode):
      fill(BEK_TRIANGULAR, [low, high, width, belowMode])
    case .table(let table):
      bek_table(level, table.coefficients, table.cellsPerUnit, column, count, values)
    }
  }
}
