@testable import Formulas

/// Programs of random instructions on four inputs.
enum RandomProgram {
  /// A program of which every result is kept, or the last few; two inputs and a constant besides.
  static func program(length: Int, seed: UInt64, keepsAll: Bool = true) -> Program {
    var state = seed
    func next(_ bound: Int) -> Int {
      // Knuth's linear congruential generator, upper half.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let opcodes = Program.Opcode.allCases
    let instructions = (0..<length).map { index in
      let operands = (0..<3).map { _ -> Program.Operand in
        switch next(4) {
        case 0: .input(next(4))
        case 1: .constant(next(4))
        // Mostly values that aren't old: others have lost all that was special.
        default: index == 0 ? .input(0) : .value(index - 1 - next(min(index, 12)))
        }
      }
      let opcode = opcodes[next(opcodes.count)]
      return Program.Instruction(
        opcode, operands[0], opcode.operandCount > 1 ? operands[1] : nil,
        opcode.operandCount > 2 ? operands[2] : nil)
    }
    let kept = keepsAll ? Array(0..<length) : Array(length - 5..<length) + [length - 3]
    let sources = kept.map { Program.Operand.value($0) } + [.input(1), .input(3), .constant(2)]
    return Program(
      constants: [0, 1, -2.5, 0.5], inputs: (0..<4).map { .init(input: $0, year: nil) },
      instructions: instructions,
      outputs: sources.enumerated().map { .init(variable: $0, year: nil, source: $1) })
  }

  /// The program on one draw, an instruction at a time, each by a machine of its own.
  static func interpret(_ program: Program, inputs: [Double]) -> [Double] {
    var values: [Double] = []
    func value(_ operand: Program.Operand) -> Double {
      switch operand {
      case .value(let index): values[index]
      case .input(let index): inputs[index]
      case .constant(let index): program.constants[index]
      }
    }
    for step in program.instructions {
      values.append(compute(step.opcode, [value(step.a), value(step.b), value(step.c)]))
    }
    return program.outputs.map { value($0.source) }
  }
}
