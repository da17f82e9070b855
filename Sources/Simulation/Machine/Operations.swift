import Formulas

/// The meaning of a program's operations, on one draw.
///
/// Each follows the rule of `Program`: a non-finite operand that is used gives a non-finite
/// result. Where the arithmetic itself wouldn't (a/∞ is 0, ∞ > 1 is true), `x - x` is added: it
/// is 0 for a finite x and not a number otherwise, and costs less than a test.
enum Operations {
  /// The result of an operation; operands that it doesn't use may be anything.
  static func apply(
    _ opcode: Program.Opcode, _ a: Double, _ b: Double = 0, _ c: Double = 0
  ) -> Double {
    switch opcode {
    case .negate: -a
    case .absolute: a.magnitude
    case .squareRoot: a.squareRoot()
    case .exponential: Elementary.exp(a) + trace(a)
    case .naturalLogarithm: Elementary.log(a)
    case .decimalLogarithm: Elementary.log10(a)
    case .floor: Elementary.floor(a)
    case .ceiling: Elementary.ceiling(a)
    // To the nearest whole number, halves away from zero: 2.5 to 3 and -2.5 to -3.
    case .round: Elementary.round(a)
    case .not: (a == 0 ? 1 : 0) + trace(a)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b + trace(b)
    case .power: a.isFinite && b.isFinite ? Elementary.pow(a, b) : .nan
    case .minimum: (a < b ? a : b) + trace(a, b)
    case .maximum: (a > b ? a : b) + trace(a, b)
    case .less: (a < b ? 1 : 0) + trace(a, b)
    case .lessOrEqual: (a <= b ? 1 : 0) + trace(a, b)
    case .equal: (a == b ? 1 : 0) + trace(a, b)
    case .notEqual: (a == b ? 0 : 1) + trace(a, b)
    case .and: (a == 0 || b == 0 ? 0 : 1) + trace(a, b)
    case .or: (a == 0 && b == 0 ? 0 : 1) + trace(a, b)
    // The branch that isn't taken may be anything.
    case .select: a.isFinite ? (a == 0 ? c : b) : .nan
    }
  }

  /// 0 for a finite number, else not a number.
  @inline(__always)
  private static func trace(_ x: Double) -> Double { x - x }

  @inline(__always)
  private static func trace(_ a: Double, _ b: Double) -> Double { (a - a) + (b - b) }
}
