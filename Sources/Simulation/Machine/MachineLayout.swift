import Formulas
import Kernels

/// A program laid out for the kernels, once for all its runs.
///
/// Inputs, constants and the values of instructions have slots in one table, in this order; a run
/// says where each is.
struct MachineLayout {
  let program: Program
  /// One for each of the program's, with its slot as the target.
  let instructions: [bek_instruction]
  /// The condition on the value of each: `BEK_GUARD`, `BEK_GUARD_OR_ZERO`, or nothing.
  let guards: [bek_opcode?]
  /// True for each whose value is made on the way by another.
  let isInner: [Bool]

  init(_ program: Program) {
    let steps = Steps(program)
    let firstValue = program.inputs.count + program.constants.count
    func place(_ operand: Program.Operand) -> Int32 {
      switch operand {
      case .input(let index): Int32(index)
      case .constant(let index): Int32(program.inputs.count + index)
      case .value(let index): Int32(firstValue + index)
      }
    }
    self.program = program
    isInner = program.instructions.indices.map { steps.inner.contains($0) }
    instructions = steps.steps.enumerated().map { index, step in
      let places = step.operands.map(place)
      return bek_instruction(
        opcode: Int32(step.opcode.rawValue), target: Int32(firstValue + index), a: places[0],
        b: places.count > 1 ? places[1] : places[0], c: places.count > 2 ? places[2] : places[0])
    }
    var guards = [bek_opcode?](repeating: nil, count: program.instructions.count)
    for check in program.guards {
      guards[check.instruction] = check.mayBeZero ? BEK_GUARD_OR_ZERO : BEK_GUARD
    }
    self.guards = guards
  }

  /// The slot of an operand.
  func place(_ operand: Program.Operand) -> Int {
    switch operand {
    case .input(let index): index
    case .constant(let index): program.inputs.count + index
    case .value(let index): program.inputs.count + program.constants.count + index
    }
  }

  /// True for the slot of an instruction's value.
  func isValue(_ place: Int) -> Bool { place >= program.inputs.count + program.constants.count }

  /// True for the slot of a value that another instruction makes on the way: nothing is there.
  func isMadeOnTheWay(_ place: Int) -> Bool {
    isValue(place) && isInner[place - program.inputs.count - program.constants.count]
  }

  /// The number of slots.
  var placeCount: Int {
    program.inputs.count + program.constants.count + program.instructions.count
  }
}
