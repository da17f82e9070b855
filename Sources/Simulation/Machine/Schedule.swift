import Formulas

/// A program made ready for one set of inputs.
///
/// What depends on constant inputs alone is computed here, once instead of in every draw. The
/// rest is renamed to blocks of a slab such that no instruction writes where it reads.
struct Schedule {
  /// Where a value is during a run.
  enum Place: Hashable {
    case block(Int)
    case input(Int)
    case value(Double)
  }

  /// An instruction over blocks.
  struct Step {
    var opcode: Program.Opcode
    var destination: Int
    var a: Place
    var b: Place
    var c: Place
    /// The outputs to copy the result to.
    var outputs: [Int] = []
  }

  private(set) var steps: [Step] = []
  /// How many blocks the slab needs.
  private(set) var blockCount = 0
  /// Outputs that no step gives: an input as it is, or a value.
  private(set) var others: [(output: Int, place: Place)] = []

  init(program: Program, inputs: [Column]) {
    var places = [Place](repeating: .value(.nan), count: program.registerCount)
    var freeBlocks: [Int] = []
    var outputsOfStep: [Int: [Int]] = [:]
    for (output, slot) in program.outputs.enumerated() {
      guard let definedBy = slot.definedBy else {
        others.append((output, place(of: slot.source, in: program, inputs, places)))
        continue
      }
      outputsOfStep[definedBy, default: []].append(output)
    }
    for (index, instruction) in program.instructions.enumerated() {
      let a = place(of: instruction.a, in: program, inputs, places)
      let b = place(of: instruction.b, in: program, inputs, places)
      let c = place(of: instruction.c, in: program, inputs, places)
      let previous = places[instruction.destination]
      let outputs = outputsOfStep[index] ?? []
      if case .value(let a) = a, case .value(let b) = b, case .value(let c) = c {
        var result = 0.0
        Kernels.run(instruction.opcode, .value(a), .value(b), .value(c), into: &result, count: 1)
        places[instruction.destination] = .value(result)
        others += outputs.map { ($0, .value(result)) }
      } else {
        let block = freeBlocks.popLast() ?? blockCount
        blockCount = max(blockCount, block + 1)
        places[instruction.destination] = .block(block)
        steps.append(
          Step(
            opcode: instruction.opcode, destination: block, a: a, b: b, c: c, outputs: outputs))
      }
      if case .block(let block) = previous { freeBlocks.append(block) }
    }
  }

  private func place(
    of operand: Program.Operand, in program: Program, _ inputs: [Column], _ places: [Place]
  ) -> Place {
    switch operand {
    case .register(let register): return places[register]
    case .constant(let index): return .value(program.constants[index])
    case .input(let index):
      if case .constant(let value) = inputs[index] { return .value(value) }
      return .input(index)
    }
  }
}
