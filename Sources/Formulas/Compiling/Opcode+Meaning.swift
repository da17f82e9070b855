extension Program.Opcode {
  /// How many of a, b and c the operation uses.
  package var operandCount: Int {
    switch self {
    case .negate, .absolute, .squareRoot, .exponential, .naturalLogarithm, .decimalLogarithm,
      .floor, .ceiling, .round, .not:
      1
    case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .less, .lessOrEqual,
      .equal, .notEqual, .and, .or:
      2
    case .select: 3
    }
  }

  /// Whether exchanging a and b changes no bit of the result.
  ///
  /// Minimum and maximum are left out for the sake of 0 and -0.
  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .equal, .notEqual, .and, .or: true
    default: false
    }
  }

  /// The result on two finite numbers, for the operations that IEEE 754 defines to the last bit;
  /// nil for the others.
  func exactResult(_ a: Double, _ b: Double) -> Double? {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .negate: -a
    case .absolute: abs(a)
    case .squareRoot: a.squareRoot()
    case .floor: a.rounded(.down)
    case .ceiling: a.rounded(.up)
    case .round: a.rounded(.toNearestOrAwayFromZero)
    case .minimum: b < a ? b : a
    case .maximum: b > a ? b : a
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .not: a == 0 ? 1 : 0
    case .power, .exponential, .naturalLogarithm, .decimalLogarithm, .select: nil
    }
  }

  /// How `model show --program` writes it.
  func written(_ a: String, _ b: String, _ c: String) -> String {
    switch self {
    case .add: "\(a) + \(b)"
    case .subtract: "\(a) - \(b)"
    case .multiply: "\(a) * \(b)"
    case .divide: "\(a) / \(b)"
    case .power: "\(a) ^ \(b)"
    case .negate: "-\(a)"
    case .absolute: "abs(\(a))"
    case .squareRoot: "sqrt(\(a))"
    case .exponential: "exp(\(a))"
    case .naturalLogarithm: "ln(\(a))"
    case .decimalLogarithm: "log10(\(a))"
    case .floor: "floor(\(a))"
    case .ceiling: "ceil(\(a))"
    case .round: "round(\(a))"
    case .minimum: "min(\(a), \(b))"
    case .maximum: "max(\(a), \(b))"
    case .less: "\(a) < \(b)"
    case .lessOrEqual: "\(a) <= \(b)"
    case .equal: "\(a) == \(b)"
    case .notEqual: "\(a) != \(b)"
    case .and: "\(a) and \(b)"
    case .or: "\(a) or \(b)"
    case .not: "not \(a)"
    case .select: "if(\(a), \(b), \(c))"
    }
  }
}
