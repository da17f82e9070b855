import Formulas
import Kernels

/// One pass of a program over the draws: its instructions with the numbers and addresses of inputs.
///
/// What doesn't differ from draw to draw is computed once, before.
struct MachinePass {
  private let program: Program
  private let slots: SlotAllocation
  private let level: KernelLevel
  private let inputs: InputColumns
  private let results: ResultColumns
  private let memory: BlockMemory
  private var instructions: [bek_instruction] = []
  /// The slots of inputs, constants and instructions, one after the other.
  private var table: [bek_slot] = []
  /// The places in the table that move on with each block, and the columns that they point into.
  private var columns: [(place: Int, start: UnsafeMutablePointer<Double>)] = []
  /// How many of them are inputs; results come after.
  private var inputColumnCount = 0
  /// Whether guarded values so far are of an ordinary size, and results finite.
  private(set) var isUsual = true

  init(
    _ layout: BlockMachine.Layout, _ inputs: InputColumns, blockSize: Int, level: KernelLevel,
    into results: ResultColumns
  ) {
    program = layout.program
    slots = layout.slots
    self.level = level
    self.inputs = inputs
    self.results = results
    let places = program.inputs.count + program.constants.count + program.instructions.count
    memory = BlockMemory(
      pieces: slots.count, of: blockSize,
      numbers: places + program.inputs.count + program.outputs.count)
    table.reserveCapacity(places)
    addInputs()
    for (index, constant) in program.constants.enumerated() {
      table.append(number(constant, at: program.inputs.count + index))
    }
    instructions.reserveCapacity(program.instructions.count + program.guards.count + 1)
    addInstructions()
    add(BEK_END)
  }

  // MARK: Laying out

  private mutating func addInputs() {
    for (index, input) in inputs.columns.enumerated() {
      switch input {
      case .number(let value): table.append(number(value, at: index))
      case .column(let start):
        // Nobody writes to it: it is no instruction's target.
        columns.append((index, UnsafeMutablePointer(mutating: start)))
        table.append(bek_slot(address: nil, stride: 1))
      }
    }
    inputColumnCount = columns.count
  }

  private mutating func addInstructions() {
    var guards = program.guards[...]
    let first = table.count
    for (index, instruction) in program.instructions.enumerated() {
      let check = guards.first?.instruction == index ? guards.popFirst() : nil
      let (a, b, c) = (place(instruction.a), place(instruction.b), place(instruction.c))
      let used = [a, b, c].prefix(instruction.opcode.operandCount)
      if used.allSatisfy({ table[$0].stride == 0 }) {
        let value = Operations.apply(
          instruction.opcode, table[a].address[0], table[b].address[0], table[c].address[0])
        table.append(number(value, at: first + index))
        if let check, !PlainKernels.isOrdinary(value, mayBeZero: check.mayBeZero) {
          isUsual = false
        }
        continue
      }
      if let piece = slots.pieces[index] {
        table.append(bek_slot(address: memory.piece(piece), stride: 1))
      } else if let home = slots.homes[index] {
        columns.append((first + index, results.starts[home]))
        table.append(bek_slot(address: nil, stride: 1))
      }
      add(bek_opcode(UInt32(instruction.opcode.rawValue)), to: first + index, of: a, b, c)
      if let check { add(check.mayBeZero ? BEK_GUARD_OR_ZERO : BEK_GUARD, of: first + index) }
      if slots.homes[index] != nil { add(BEK_GUARD_FINITE, of: first + index) }
    }
  }

  private mutating func add(
    _ opcode: bek_opcode, to target: Int = 0, of a: Int = 0, _ b: Int = 0, _ c: Int = 0
  ) {
    instructions.append(
      bek_instruction(
        opcode: Int32(opcode.rawValue), target: Int32(target), a: Int32(a), b: Int32(b),
        c: Int32(c)))
  }

  private func number(_ value: Double, at place: Int) -> bek_slot {
    memory.number(place).update(repeating: value, count: 8)
    return bek_slot(address: memory.number(place), stride: 0)
  }

  /// An operand's place in the table.
  private func place(_ operand: Program.Operand) -> Int {
    switch operand {
    case .input(let index): index
    case .constant(let index): program.inputs.count + index
    case .value(let index): program.inputs.count + program.constants.count + index
    }
  }

  // MARK: Running

  /// Runs a block of draws, a multiple of 8.
  mutating func runBlock(_ range: Range<Int>) {
    for (place, start) in columns { table[place].address = start + range.lowerBound }
    run(draws: range.count)
  }

  /// Runs fewer than 8 draws on copies of the columns; the last draw fills them up.
  mutating func runRest(_ range: Range<Int>) {
    guard let last = range.last else { return }
    let copies = program.inputs.count + program.constants.count + program.instructions.count
    for (index, column) in columns.enumerated() {
      let copy = memory.number(copies + index)
      if index < inputColumnCount {
        for draw in 0..<8 { copy[draw] = column.start[min(range.lowerBound + draw, last)] }
      }
      table[column.place].address = copy
    }
    run(draws: 8)
    for (index, column) in columns.enumerated().dropFirst(inputColumnCount) {
      (column.start + range.lowerBound).update(
        from: memory.number(copies + index), count: range.count)
    }
  }

  private mutating func run(draws: Int) {
    let isTripped = instructions.withUnsafeBufferPointer { instructions in
      table.withUnsafeBufferPointer { table in
        guard let program = instructions.baseAddress, let slots = table.baseAddress else {
          return false
        }
        return level.native.map { bek_run($0, program, slots, draws) != 0 }
          ?? PlainKernels.run(program, slots, draws: draws)
      }
    }
    isUsual = isUsual && !isTripped
  }

  /// Fills the results that no instruction of their own writes.
  mutating func copyRepeated(draws: Int) {
    for (index, output) in program.outputs.enumerated() {
      let place = place(output.source)
      let target = results.starts[index]
      if table[place].stride == 0 {
        target.update(repeating: table[place].address[0], count: draws)
        isUsual = isUsual && target[0].isFinite
        continue
      }
      switch output.source {
      case .value(let value):
        guard let home = slots.homes[value], home != index else { continue }
        target.update(from: results.starts[home], count: draws)
      case .input(let input):
        if case .column(let start) = inputs.columns[input] {
          target.update(from: start, count: draws)
          isUsual = isUsual && (0..<draws).allSatisfy { start[$0].isFinite }
        }
      case .constant: break
      }
    }
  }
}
