import Formulas

extension Program.Opcode {
  /// The instruction for an operation on the accumulator alone.
  var unary: Tape.Opcode {
    switch self {
    case .negate: .negate
    case .absolute: .absolute
    case .squareRoot: .squareRoot
    case .exponential: .exponential
    case .naturalLogarithm: .naturalLogarithm
    case .decimalLogarithm: .decimalLogarithm
    case .floor: .floor
    case .ceiling: .ceiling
    case .round: .round
    default: .not
    }
  }

  /// The instructions with the accumulator as the first and as the second operand.
  var binary: (plain: Tape.Opcode, reverse: Tape.Opcode) {
    switch self {
    case .minimum: (.minimum, .reverseMinimum)
    case .maximum: (.maximum, .reverseMaximum)
    case .less: (.less, .reverseLess)
    case .lessOrEqual: (.lessOrEqual, .reverseLessOrEqual)
    case .equal: (.equal, .equal)
    case .notEqual: (.notEqual, .notEqual)
    case .and: (.and, .and)
    case .or: (.or, .or)
    default: (.power, .reversePower)
    }
  }
}
