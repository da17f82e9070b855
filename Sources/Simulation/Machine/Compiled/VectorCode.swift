/// The instructions of a compiled tape over values, before these are given registers.
///
/// It runs on eight draws at a time, from the first instruction to the last. Every value is
/// written once.
struct VectorCode {
  /// A value's number.
  typealias Value = Int

  /// A place in memory.
  enum Place: Hashable {
    /// The next draws of an input's column.
    case column(Int)
    /// The next draws of a result.
    case result(Int)
    /// A number of the frame, in all lanes.
    case number(Int)
    /// A scratch vector of the frame.
    case scratch(Int)
    /// Four coefficients of the table in use, at the distance in bytes that stands in a lane of a
    /// scratch vector, as integers of 32 bits.
    case coefficients(scratch: Int, lane: Int)
  }

  /// An operand that may be in memory.
  enum Operand: Hashable {
    case value(Value)
    case place(Place)
  }

  enum Operation: Hashable {
    // The target is made of the first operand and the second.
    case add, subtract, multiply, divide, minimum, maximum, and, exclusiveOr, addIntegers
    case unpackLow, unpackHigh
    case shuffleBlocks(UInt8)
    case insertHalf
    /// A sixteenth power of 2, as the lowest four bits of the first operand say, which it replaces;
    /// less those bits and an offset of the exponent. See `TapeLowering.exponential`.
    case power
    // The target is made of the second operand alone.
    case load, loadHalf, squareRoot, truncate, convert
    case shiftLeft(UInt8)
    /// Shifts integers of 32 bits.
    case shiftHalvesLeft(UInt8)
    // Conditions: the target is what the second operand is made of in lanes where the condition
    // holds that was tested last, else the first operand, or 0.
    case choose, truth
    // Without a target:
    /// Tests a condition of the first and second operand.
    case test(Condition)
    /// The same, and it has to hold with the one before.
    case testAlso(Condition)
    /// The same, and it or the one before has to hold.
    case testElse(Condition)
    /// Notes that a lane is unusual unless the condition holds that was tested last.
    case notice
    /// Notes that a lane is unusual unless the first operand is an integer of few bits, counted
    /// from the one that a number of the frame is.
    case noticeWord(base: Int)
    /// Writes the first operand.
    case store(Place)
    /// Takes the coefficients of an input's table into use.
    case table(input: Int)
    /// Applies an operation that is written in C to the first operand and the second.
    case call(Tape.Opcode)
  }

  /// A comparison; none but `isOther` holds for what isn't a number.
  enum Condition: UInt8, Hashable {
    case isEqual = 0
    case isBelow = 1
    case isAtMost = 2
    case isOther = 4
    case isAtLeast = 13
    case isAbove = 14
  }

  struct Instruction {
    var operation: Operation
    var target: Value?
    var first: Value?
    var second: Operand?
  }

  private(set) var instructions: [Instruction] = []
  private(set) var valueCount = 0

  /// Adds an instruction that makes a value.
  mutating func make(
    _ operation: Operation, _ first: Value? = nil, _ second: Operand? = nil
  ) -> Value {
    instructions.append(
      Instruction(operation: operation, target: valueCount, first: first, second: second))
    valueCount += 1
    return valueCount - 1
  }

  /// Adds an instruction that makes none.
  mutating func append(
    _ operation: Operation, _ first: Value? = nil, _ second: Operand? = nil
  ) {
    instructions.append(
      Instruction(operation: operation, target: nil, first: first, second: second))
  }

  /// Takes away what makes a value that nothing uses.
  mutating func dropUnused() {
    var isUsed = [Bool](repeating: false, count: valueCount)
    var kept: [Instruction] = []
    for instruction in instructions.reversed() {
      if let target = instruction.target, !isUsed[target] { continue }
      for value in instruction.operands { isUsed[value] = true }
      kept.append(instruction)
    }
    instructions = kept.reversed()
  }

  /// Puts the instructions into an order in which they run fast.
  mutating func schedule() { instructions = VectorSchedule.order(self) }
}
