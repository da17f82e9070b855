/// A compiled model: a flat list of instructions, each of which makes one value a draw.
///
/// The years are unrolled: `users` in 2027 and in 2028 are two values. The machine in
/// `Simulation` runs the instructions in order over blocks of draws. Nothing here has a name.
///
/// Non-finite values never get lost: every operation gives a non-finite result when an operand
/// that it uses is non-finite, and division by zero, overflow and arguments outside a function's
/// domain give a non-finite result; only the branch of `select` that isn't taken is ignored.
package struct Program: Hashable, Sendable {
  /// An instruction's operation on its operands a, b and c.
  package enum Opcode: UInt8, Hashable, Sendable, CaseIterable {
    case add, subtract, multiply, divide, power
    case negate, absolute, squareRoot, exponential, naturalLogarithm, decimalLogarithm
    case floor, ceiling, round
    case minimum, maximum
    /// Comparisons and logic give 1 or 0; an operand other than 0 is true.
    case less, lessOrEqual, equal, notEqual
    case and, or, not
    /// `a` is the condition: `b` where it isn't 0, else `c`.
    case select
  }

  /// The origin of an operand's value.
  package enum Operand: Hashable, Sendable {
    /// An earlier instruction, by its place in the list.
    case value(Int)
    /// A slot of `Program.inputs`.
    case input(Int)
    /// An index into `Program.constants`.
    case constant(Int)
  }

  /// One step: `opcode(a, b, c)`; unused operands repeat `a`.
  package struct Instruction: Hashable, Sendable {
    package var opcode: Opcode
    package var a: Operand
    package var b: Operand
    package var c: Operand

    package init(_ opcode: Opcode, _ a: Operand, _ b: Operand? = nil, _ c: Operand? = nil) {
      self.opcode = opcode
      self.a = a
      self.b = b ?? a
      self.c = c ?? a
    }

    /// The operands that it uses.
    package var operands: ArraySlice<Operand> { [a, b, c].prefix(opcode.operandCount) }
  }

  /// A column of draws that the program reads: an input, in one year if it varies by year.
  package struct InputSlot: Hashable, Sendable {
    /// Index into the model's inputs, in order of declaration.
    package var input: Int
    /// Index of the year from the first; nil for an input that is the same in all years.
    package var year: Int?
  }

  /// A result that the machine keeps: a variable or output, in one year.
  package struct OutputSlot: Hashable, Sendable {
    /// Index into the model's variables, outputs after them, in order of declaration.
    package var variable: Int
    /// Index of the year; nil for a variable that doesn't vary by year.
    package var year: Int?
    package var source: Operand
  }

  /// An instruction whose result is finite and between 2^-900 and 2^900 in size in every draw.
  package struct Guard: Hashable, Sendable {
    package var instruction: Int
    /// True if the result may be 0 as well.
    package var mayBeZero: Bool

    package init(instruction: Int, mayBeZero: Bool) {
      self.instruction = instruction
      self.mayBeZero = mayBeZero
    }
  }

  package var constants: [Double]
  package var inputs: [InputSlot]
  package var instructions: [Instruction]
  package var outputs: [OutputSlot]
  /// The conditions for the program to be right: a machine that sees one violated in a draw runs
  /// the literal program instead.
  package var guards: [Guard] = []
}
