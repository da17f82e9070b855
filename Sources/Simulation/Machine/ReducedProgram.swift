import Formulas
import Kernels

/// The part of a program that a run has to do in every draw.
///
/// What depends on numbers alone is computed once, here. A choice whose condition is a number is the
/// branch that it takes, and the other one isn't computed; neither is what no kept result needs. Every
/// value that is left is made by the same operations on the same operands: the bits are the same.
struct ReducedProgram {
  let layout: MachineLayout
  /// The outputs that are kept, by their places among the program's.
  let kept: [Int]
  /// Of each slot the number that it holds in all draws; nil for a column.
  private(set) var numbers: [Double?]
  /// Of each slot the one where its value is found: another's for a choice that is settled.
  private(set) var places: [Int32]
  /// The instructions that run, by their places in the program.
  private(set) var running: [Int] = []
  /// True if guarded numbers are of an ordinary size.
  private(set) var isUsual = true

  init(_ layout: MachineLayout, _ inputs: InputColumns, keeping kept: [Int]) {
    self.layout = layout
    self.kept = kept
    numbers = inputs.columns.map { if case .number(let value) = $0 { value } else { nil } }
    numbers += layout.program.constants
    numbers += repeatElement(nil, count: layout.instructions.count)
    places = (0..<Int32(layout.placeCount)).map { $0 }
    for index in layout.instructions.indices { settle(index) }
    findRunning()
  }

  /// The slot in which an output's value is found.
  func place(of output: Int) -> Int {
    Int(places[layout.place(layout.program.outputs[output].source)])
  }

  /// An instruction's step, its operands where they are found.
  func step(_ index: Int) -> bek_instruction {
    var step = layout.instructions[index]
    step.a = places[Int(step.a)]
    step.b = places[Int(step.b)]
    step.c = places[Int(step.c)]
    return step
  }

  /// The slot that an instruction's step writes.
  func target(of index: Int) -> Int { Int(layout.instructions[index].target) }

  /// The slots that an instruction's step reads; one may be there several times.
  func operands(of index: Int) -> (a: Int, b: Int, c: Int) {
    let step = step(index)
    return (Int(step.a), Int(step.b), Int(step.c))
  }

  // MARK: Reducing

  private func slot(_ operand: Program.Operand) -> Int { Int(places[layout.place(operand)]) }

  private func number(_ operand: Program.Operand) -> Double? { numbers[slot(operand)] }

  /// Computes an instruction's value, or finds it elsewhere, if numbers allow it.
  private mutating func settle(_ index: Int) {
    let instruction = layout.program.instructions[index]
    let place = Int(layout.instructions[index].target)
    if let value = number(of: instruction) {
      numbers[place] = value
      if let check = layout.guards[index] {
        isUsual = isUsual && PlainKernels.holds(check, value)
      }
    } else if layout.guards[index] == nil, let same = same(as: instruction),
      !layout.isMadeOnTheWay(same)
    {
      places[place] = Int32(same)
    }
  }

  private func number(of instruction: Program.Instruction) -> Double? {
    guard let a = number(instruction.a) else { return nil }
    if instruction.opcode == .select {
      // The branch that isn't taken may be anything.
      guard a.isFinite else { return .nan }
      return number(a == 0 ? instruction.c : instruction.b)
    }
    guard let b = number(instruction.b), let c = number(instruction.c) else { return nil }
    return Operations.apply(instruction.opcode, a, b, c)
  }

  /// The slot of the operand that an instruction gives back unchanged in every draw.
  private func same(as instruction: Program.Instruction) -> Int? {
    switch instruction.opcode {
    case .select:
      guard let condition = number(instruction.a), condition.isFinite else { return nil }
      return slot(condition == 0 ? instruction.c : instruction.b)
    case .multiply where number(instruction.b) == 1, .power where number(instruction.b) == 1:
      return slot(instruction.a)
    case .multiply where number(instruction.a) == 1: return slot(instruction.b)
    default: return nil
    }
  }

  /// Finds backwards what kept results are made of.
  private mutating func findRunning() {
    var isNeeded = [Bool](repeating: false, count: layout.placeCount)
    for output in kept { isNeeded[place(of: output)] = true }
    for index in layout.instructions.indices.reversed() {
      let place = Int(layout.instructions[index].target)
      guard isNeeded[place], numbers[place] == nil else { continue }
      running.append(index)
      let step = step(index)
      for operand in [step.a, step.b, step.c] { isNeeded[Int(operand)] = true }
    }
    running.reverse()
  }
}
