import Formulas
import Kernels

/// The instructions of a program as the kernels run them: some do two operations in one pass.
///
/// A value that one other instruction needs, and nothing else, may be made by that one on the way.
/// The pair rounds twice as the two do: the bits are the same.
struct Steps {
  /// An instruction's operation, with its operands.
  struct Step {
    var opcode: bek_opcode
    var operands: [Program.Operand]
    /// True if it makes another instruction's value on the way.
    var isPair = false
  }

  /// One for each instruction.
  let steps: [Step]
  /// The instructions whose values others make.
  let inner: Set<Int>

  init(_ program: Program) {
    let isFree = Steps.singleUses(of: program)
    var inner: Set<Int> = []
    var steps: [Step] = []
    steps.reserveCapacity(program.instructions.count)
    for instruction in program.instructions {
      var step = Step(
        opcode: bek_opcode(UInt32(instruction.opcode.rawValue)),
        operands: Array(instruction.operands))
      for (place, operand) in instruction.operands.enumerated() {
        guard case .value(let value) = operand, isFree[value],
          !steps[value].isPair,
          let opcode = instruction.opcode.after(program.instructions[value].opcode, at: place)
        else { continue }
        let others = instruction.operands.indices.filter { $0 != place }
        step = Step(
          opcode: opcode,
          operands: steps[value].operands + others.map { instruction.operands[$0] }, isPair: true)
        inner.insert(value)
        break
      }
      steps.append(step)
    }
    (self.steps, self.inner) = (steps, inner)
  }

  /// True for each instruction whose value is an operand once, no result, and not guarded.
  private static func singleUses(of program: Program) -> [Bool] {
    var uses = [Int](repeating: 0, count: program.instructions.count)
    for instruction in program.instructions {
      for case .value(let value) in instruction.operands { uses[value] += 1 }
    }
    for case .value(let value) in program.outputs.map(\.source) { uses[value] += 2 }
    for check in program.guards { uses[check.instruction] += 2 }
    return uses.map { $0 == 1 }
  }
}

extension Program.Opcode {
  /// The operation that does another, and then this one with its value as an operand.
  fileprivate func after(_ inner: Program.Opcode, at place: Int) -> bek_opcode? {
    switch (inner, self, place) {
    case (.multiply, .multiply, _): BEK_MULTIPLY_MULTIPLY
    case (.multiply, .add, _): BEK_MULTIPLY_ADD
    case (.multiply, .subtract, 0): BEK_MULTIPLY_SUBTRACT
    case (.multiply, .subtract, _): BEK_SUBTRACT_PRODUCT
    case (.multiply, .exponential, _): BEK_MULTIPLY_EXPONENTIAL
    case (.exponential, .multiply, _): BEK_EXPONENTIAL_MULTIPLY
    case (.add, .divide, 1): BEK_DIVIDE_BY_SUM
    default: nil
    }
  }
}
