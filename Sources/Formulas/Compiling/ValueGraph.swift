/// The values of a model in all its years: a graph without repetition, operands before users.
///
/// Equal values are one node, so that what two formulas have in common, or what doesn't change
/// from year to year, is computed once. Operations on constants are done here if they are exactly
/// defined (IEEE 754) and give a finite result; exponentials, logarithms and powers are left to
/// the machine, which has one implementation of them for constants and draws alike.
struct ValueGraph {
  /// A node's index.
  struct Value: Hashable {
    let index: Int
  }

  /// A result to keep: a variable in a year, and the value that it has.
  struct Result {
    var variable: Int
    var year: Int?
    var value: Value
  }

  /// A value that has to be of an ordinary size.
  struct Guarded {
    var value: Value
    var mayBeZero: Bool
  }

  enum Node: Hashable {
    /// A double by its bits, since 0 and -0 are different values.
    case constant(UInt64)
    case input(Program.InputSlot)
    /// Unused operands repeat the first.
    case operation(Program.Opcode, Value, Value, Value)
  }

  private(set) var nodes: [Node] = []
  private var indices: [Node: Int] = [:]
  /// The number of operations, for the limit on a program's length.
  private(set) var operationCount = 0

  mutating func constant(_ value: Double) -> Value { intern(.constant(value.bitPattern)) }

  mutating func input(_ slot: Program.InputSlot) -> Value { intern(.input(slot)) }

  /// The value of an operation, simplified where that can't change a bit of any result.
  mutating func append(
    _ opcode: Program.Opcode, _ a: Value, _ b: Value? = nil, _ c: Value? = nil
  ) -> Value {
    var (b, c) = (b ?? a, c ?? a)
    if let folded = fold(opcode, a, b, c) { return folded }
    if let same = identity(opcode, a, b, c) { return same }
    if opcode == .power, number(b) == 2 {
      // A square is one multiplication, correctly rounded.
      return append(.multiply, a, a)
    }
    var first = a
    if opcode.isCommutative, b.index < a.index { swap(&first, &b) }
    if opcode.operandCount < 3 { c = first }
    if opcode.operandCount < 2 { b = first }
    return intern(.operation(opcode, first, b, c))
  }

  /// Combines values from left to right.
  mutating func fold(_ opcode: Program.Opcode, _ values: [Value]) -> Value {
    values.dropFirst().reduce(values[0]) { append(opcode, $0, $1) }
  }

  /// The operands of a node, each once for each place that it really uses.
  func operands(of index: Int) -> ArraySlice<Value> {
    guard case .operation(let opcode, let a, let b, let c) = nodes[index] else { return [] }
    return [a, b, c].prefix(opcode.operandCount)
  }

  /// The nodes that some values are made of, as true at their place; found backwards since
  /// operands stand before their users.
  func needed(for values: [Value]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    for value in values { isNeeded[value.index] = true }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for operand in operands(of: index) { isNeeded[operand.index] = true }
    }
    return isNeeded
  }

  private mutating func intern(_ node: Node) -> Value {
    if let index = indices[node] { return Value(index: index) }
    if case .operation = node { operationCount += 1 }
    indices[node] = nodes.count
    nodes.append(node)
    return Value(index: nodes.count - 1)
  }

  private func number(_ value: Value) -> Double? {
    guard case .constant(let bits) = nodes[value.index] else { return nil }
    return Double(bitPattern: bits)
  }
}

extension ValueGraph {
  /// The result of an operation whose operands are constants, or of a choice that is settled.
  private mutating func fold(
    _ opcode: Program.Opcode, _ a: Value, _ b: Value, _ c: Value
  ) -> Value? {
    guard let first = number(a) else { return nil }
    // The branch that isn't taken doesn't matter, so it may be anything.
    if opcode == .select { return first != 0 ? b : c }
    guard let second = number(b), let result = opcode.exactResult(first, second), result.isFinite
    else { return nil }
    return constant(result)
  }

  /// An operand that the operation gives back unchanged, whatever its bits.
  ///
  /// `x + 0` is not among them, since it turns -0 into 0; nor is `x * 0`, which has to stay
  /// undefined where x is.
  private func identity(_ opcode: Program.Opcode, _ a: Value, _ b: Value, _ c: Value) -> Value? {
    switch opcode {
    case .multiply where number(b) == 1: a
    case .multiply where number(a) == 1: b
    case .divide where number(b) == 1: a
    case .subtract where number(b)?.bitPattern == (0.0).bitPattern: a
    case .minimum where a == b, .maximum where a == b: a
    case .negate: operand(ofNegation: a)
    default: nil
    }
  }

  private func operand(ofNegation value: Value) -> Value? {
    guard case .operation(.negate, let operand, _, _) = nodes[value.index] else { return nil }
    return operand
  }
}
