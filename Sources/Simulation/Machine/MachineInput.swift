/// An input of a program as the machine takes it.
package enum MachineInput: Sendable {
  /// The same value in every draw.
  case constant(Double)
  /// A value a draw.
  case values([Double])
  /// The values of a distribution, made from a column that other inputs may share: the uniform
  /// levels of the draws, or their normal quantiles, as the transform says.
  case transformed(QuantileTransform, of: [Double])

  /// A column as it is.
  package init(_ column: Column) {
    switch column {
    case .constant(let value): self = .constant(value)
    case .values(let values): self = .values(values)
    }
  }

  /// What decides the shape of the tape.
  var form: Form {
    switch self {
    case .constant: .constant
    case .values: .column
    case .transformed(let transform, _): .transformed(transform.kind)
    }
  }

  /// A constant, a column, or a column with a transform of some kind.
  enum Form: Hashable, Sendable {
    case constant, column
    case transformed(QuantileTransform.Kind)
  }

  /// The column that the machine reads, if it reads one.
  package var column: [Double]? {
    switch self {
    case .constant: nil
    case .values(let values): values
    case .transformed(_, let column): column
    }
  }
}

/// A quantile function simple enough to be an instruction of the machine.
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

  /// The kinds, which tell tapes apart; the parameters don't.
  enum Kind: Hashable, Sendable {
    case normal, lognormal, uniform, triangular, table
  }

  var kind: Kind {
    switch self {
    case .normal: .normal
    case .lognormal: .lognormal
    case .uniform: .uniform
    case .triangular: .triangular
    case .table: .table
    }
  }

  /// Whether it takes normal quantiles z instead of uniform levels u.
  package var takesNormalQuantiles: Bool {
    switch self {
    case .normal, .lognormal, .table: true
    case .uniform, .triangular: false
    }
  }
}
