/// Operators with one operand.
package enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
  case negate = "-"
  case not

  var precedence: Precedence {
    switch self {
    case .negate: .sign
    case .not: .not
    }
  }
}

/// Operators between two operands.
package enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or, and
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"

  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    case .power: .power
    }
  }
}

/// The precedence of operators, loosest first: `-x ^ 2` is `-(x ^ 2)`, `not a < b` is `not (a <
/// b)`.
enum Precedence: Int, Comparable {
  case or, and, not, comparison, sum, product, sign, power, atom

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
}

extension Precedence {
  /// `a < b < c` is a mistake, not a chain.
  var isChainable: Bool { self != .comparison }
}
