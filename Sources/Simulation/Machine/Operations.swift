import Formulas

/// An instruction's arithmetic on one draw.
///
/// Each follows the rule of `Program`: a non-finite operand that is used gives a non-finite
/// result. Where the arithmetic itself wouldn't (a/∞ is 0, ∞ > 1 is true), `x - x` is added: it
/// is 0 for a finite x and not a number otherwise, and costs less than a test.
protocol UnaryOperation {
  static func apply(_ a: Double) -> Double
}

/// The same with two operands.
protocol BinaryOperation {
  static func apply(_ a: Double, _ b: Double) -> Double
}

/// Operations, one type an opcode.
enum Operations {
  enum Negate: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { -a }
  }

  enum Absolute: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { a.magnitude }
  }

  enum SquareRoot: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { a.squareRoot() }
  }

  enum Exponential: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.exp(a) + (a - a) }
  }

  enum NaturalLogarithm: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.log(a) }
  }

  enum DecimalLogarithm: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.log10(a) }
  }

  enum Floor: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.floor(a) }
  }

  enum Ceiling: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.ceiling(a) }
  }

  /// To the nearest whole number, halves away from zero: 2.5 to 3 and -2.5 to -3.
  enum Round: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { Elementary.round(a) }
  }

  enum Not: UnaryOperation {
    @inline(__always) static func apply(_ a: Double) -> Double { (a == 0 ? 1 : 0) + (a - a) }
  }

  enum Add: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a + b }
  }

  enum Subtract: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a - b }
  }

  enum Multiply: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a * b }
  }

  enum Divide: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a / b + (b - b) }
  }

  enum Power: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      Elementary.pow(a, b) + ((a - a) + (b - b))
    }
  }

  /// `Power` where every base is positive and finite and every exponent finite, but not 0.5.
  enum OrdinaryPower: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      Elementary.powerOfPositive(a, b)
    }
  }

  enum Minimum: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a < b ? a : b) + ((a - a) + (b - b))
    }
  }

  enum Maximum: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a > b ? a : b) + ((a - a) + (b - b))
    }
  }

  enum Less: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a < b ? 1 : 0) + ((a - a) + (b - b))
    }
  }

  enum LessOrEqual: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a <= b ? 1 : 0) + ((a - a) + (b - b))
    }
  }

  enum Equal: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a == b ? 1 : 0) + ((a - a) + (b - b))
    }
  }

  enum NotEqual: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a == b ? 0 : 1) + ((a - a) + (b - b))
    }
  }

  enum And: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a == 0 ? 0 : (b == 0 ? 0 : 1)) + ((a - a) + (b - b))
    }
  }

  enum Or: BinaryOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double {
      (a == 0 ? (b == 0 ? 0 : 1) : 1) + ((a - a) + (b - b))
    }
  }

  /// b where the condition a isn't 0, else c; the other may be anything.
  @inline(__always)
  static func select(_ a: Double, _ b: Double, _ c: Double) -> Double {
    (a == 0 ? c : b) + (a - a)
  }
}
