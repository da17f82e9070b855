import Formulas

/// A column's block, or one value for all its draws.
enum BlockOperand {
  case block(UnsafePointer<Double>)
  case value(Double)
}

/// The loops over a block, compiled anew for each operation.
///
/// A destination never overlaps an operand: then the compiler's vector loop may run.
enum Kernels {
  /// Runs one instruction over `count` draws.
  static func run(
    _ opcode: Program.Opcode, _ a: BlockOperand, _ b: BlockOperand, _ c: BlockOperand,
    into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    switch opcode {
    case .negate: unary(Operations.Negate.self, a, result, count)
    case .absolute: unary(Operations.Absolute.self, a, result, count)
    case .squareRoot: unary(Operations.SquareRoot.self, a, result, count)
    case .exponential: unary(Operations.Exponential.self, a, result, count)
    case .naturalLogarithm: unary(Operations.NaturalLogarithm.self, a, result, count)
    case .decimalLogarithm: unary(Operations.DecimalLogarithm.self, a, result, count)
    case .floor: unary(Operations.Floor.self, a, result, count)
    case .ceiling: unary(Operations.Ceiling.self, a, result, count)
    case .round: unary(Operations.Round.self, a, result, count)
    case .not: unary(Operations.Not.self, a, result, count)
    case .add: binary(Operations.Add.self, a, b, result, count)
    case .subtract: binary(Operations.Subtract.self, a, b, result, count)
    case .multiply: binary(Operations.Multiply.self, a, b, result, count)
    case .divide: binary(Operations.Divide.self, a, b, result, count)
    case .power: power(a, b, result, count)
    case .minimum: binary(Operations.Minimum.self, a, b, result, count)
    case .maximum: binary(Operations.Maximum.self, a, b, result, count)
    case .less: binary(Operations.Less.self, a, b, result, count)
    case .lessOrEqual: binary(Operations.LessOrEqual.self, a, b, result, count)
    case .equal: binary(Operations.Equal.self, a, b, result, count)
    case .notEqual: binary(Operations.NotEqual.self, a, b, result, count)
    case .and: binary(Operations.And.self, a, b, result, count)
    case .or: binary(Operations.Or.self, a, b, result, count)
    case .select: select(a, b, c, result, count)
    }
  }

  private static func unary<Operation: UnaryOperation>(
    _ operation: Operation.Type, _ a: BlockOperand, _ result: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    switch a {
    case .block(let a):
      for index in 0..<count { result[index] = Operation.apply(a[index]) }
    case .value(let a):
      result.update(repeating: Operation.apply(a), count: count)
    }
  }

  private static func binary<Operation: BinaryOperation>(
    _ operation: Operation.Type, _ a: BlockOperand, _ b: BlockOperand,
    _ result: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    switch (a, b) {
    case (.block(let a), .block(let b)):
      for index in 0..<count { result[index] = Operation.apply(a[index], b[index]) }
    case (.block(let a), .value(let b)):
      for index in 0..<count { result[index] = Operation.apply(a[index], b) }
    case (.value(let a), .block(let b)):
      for index in 0..<count { result[index] = Operation.apply(a, b[index]) }
    case (.value(let a), .value(let b)):
      result.update(repeating: Operation.apply(a, b), count: count)
    }
  }

  /// The general power has many cases; a block without any of the odd ones goes a fast way.
  private static func power(
    _ a: BlockOperand, _ b: BlockOperand, _ result: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    var odd = 0
    for index in 0..<count {
      odd += Elementary.isOrdinary(a[index], b[index]) ? 0 : 1
    }
    if odd > 0 {
      binary(Operations.Power.self, a, b, result, count)
    } else if case .value(2) = b {
      binary(Operations.Multiply.self, a, a, result, count)
    } else {
      binary(Operations.OrdinaryPower.self, a, b, result, count)
    }
  }

  private static func select(
    _ a: BlockOperand, _ b: BlockOperand, _ c: BlockOperand,
    _ result: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    switch (a, b, c) {
    case (.block(let a), .block(let b), .block(let c)):
      for index in 0..<count { result[index] = Operations.select(a[index], b[index], c[index]) }
    case (.block(let a), .block(let b), .value(let c)):
      for index in 0..<count { result[index] = Operations.select(a[index], b[index], c) }
    case (.block(let a), .value(let b), .block(let c)):
      for index in 0..<count { result[index] = Operations.select(a[index], b, c[index]) }
    case (.block(let a), .value(let b), .value(let c)):
      for index in 0..<count { result[index] = Operations.select(a[index], b, c) }
    case (.value(let a), _, _):
      for index in 0..<count { result[index] = Operations.select(a, b[index], c[index]) }
    }
  }
}

extension BlockOperand {
  /// The value in one draw.
  @inline(__always)
  fileprivate subscript(index: Int) -> Double {
    switch self {
    case .block(let block): block[index]
    case .value(let value): value
    }
  }
}
