import Formulas

/// A program laid out for an accumulator: what the machine executes.
///
/// An instruction takes the accumulator, a value a draw, and at most two operands in memory, and
/// leaves its result in the accumulator. A value that is used once flows on to its user; only one
/// that is used again is stored, in a temporary. Everything that doesn't differ from draw to draw
/// is a number in a slot, computed once for each set of inputs.
struct Tape: Sendable {
  /// What an instruction does; A is the accumulator, a and b are operands, k and l numbers.
  enum Opcode: UInt8, Hashable, Sendable, CaseIterable {
    case load, addBegin, addNumberBegin, subtractBegin, numberSubtractBegin, multiplyBegin
    case multiplyNumberBegin, divideBegin, numberDivideBegin
    case normal, lognormal, uniform, triangular, table
    case add, addNumber, subtract, reverseSubtract, numberSubtract, multiply, multiplyNumber
    case divide, reverseDivide, numberDivide, multiplyAdd, multiplySubtract, multiplyReverseSubtract
    case addProduct, subtractProduct, reverseSubtractProduct
    case minimum, reverseMinimum, maximum, reverseMaximum
    case less, reverseLess, lessOrEqual, reverseLessOrEqual, equal, notEqual, and, or
    case power, reversePower
    case negate, absolute, squareRoot, exponential, naturalLogarithm, decimalLogarithm
    case floor, ceiling, round, not
    case select, selectTrue, selectFalse
    case store, guardRange, guardOrZero, end
  }

  /// Where an operand is.
  enum Operand: Hashable, Sendable {
    /// A column of draws, by the number of the input that brings it.
    case column(Int)
    /// A tile of memory that an earlier instruction stored.
    case temporary(Int)
    /// A result that an earlier instruction stored.
    case result(Int)
    /// A number, the same in every draw.
    case number(Number)
  }

  /// A number in a slot, or its negative.
  struct Number: Hashable, Sendable {
    var slot: Int
    var isNegated = false
  }

  struct Instruction: Hashable, Sendable {
    var opcode: Opcode
    var a: Operand?
    var b: Operand?
    var k: Number?
    var l: Number?
    /// For `table` and `triangular`: the input that brings the parameters.
    var input: Int?
    /// For `store`: the results to write as well, or instead of a temporary.
    var result: Int?
  }

  /// A step over numbers, done once for each set of inputs.
  struct NumberStep: Hashable, Sendable {
    var opcode: Program.Opcode
    var destination: Int
    var a: Int
    var b: Int
    var c: Int
  }

  /// A number that has to be of an ordinary size.
  struct GuardedSlot: Hashable, Sendable {
    var slot: Int
    var mayBeZero: Bool
  }

  /// A result that needs no instruction.
  struct DirectResult: Hashable, Sendable {
    var result: Int
    var operand: Operand
  }

  /// The numbers known from the program, in the first slots.
  var constants: [Double] = []
  /// The first slot of each input's numbers: its value, or the parameters of its transform.
  var inputSlots: [Int?] = []
  var numberSteps: [NumberStep] = []
  var slotCount = 0
  var guardedSlots: [GuardedSlot] = []
  var instructions: [Instruction] = []
  var temporaryCount = 0
  var directResults: [DirectResult] = []
  var resultCount = 0
}
