import Formulas
import Kernels

/// One pass of a program over the draws: its instructions with the numbers and addresses of inputs.
///
/// What doesn't differ from draw to draw is computed once, before.
struct MachinePass {
  private let layout: MachineLayout
  private let level: KernelLevel
  private let inputs: InputColumns
  private let results: ResultColumns
  private let memory: BlockMemory
  private var instructions: [bek_instruction] = []
  private var table: [bek_slot] = []
  /// The places in the table that move on with each block, and the columns that they point into.
  private var columns: [(place: Int, start: UnsafeMutablePointer<Double>)] = []
  /// The number of columns that hold inputs; results come after.
  private var inputColumnCount = 0
  /// True if guarded values so far are of an ordinary size, and results finite.
  private(set) var isUsual = true

  init(
    _ layout: MachineLayout, _ inputs: InputColumns, blockSize: Int, level: KernelLevel,
    into results: ResultColumns
  ) {
    self.layout = layout
    self.level = level
    self.inputs = inputs
    self.results = results
    memory = BlockMemory(
      pieces: layout.slots.count, of: blockSize,
      numbers: layout.placeCount + inputs.columns.count + results.starts.count)
    table.reserveCapacity(layout.placeCount)
    columns.reserveCapacity(inputs.columns.count + results.starts.count)
    instructions.reserveCapacity(2 * layout.instructions.count + 1)
    for input in inputs.columns { add(input) }
    inputColumnCount = columns.count
    for constant in layout.program.constants { addNumber(constant) }
    for index in layout.instructions.indices { addInstruction(index) }
    add(BEK_END, of: 0)
  }

  // MARK: Laying out

  private mutating func add(_ input: InputColumns.Input) {
    switch input {
    case .number(let value): addNumber(value)
    // Nobody writes to it: it is no instruction's target.
    case .column(let start): addColumn(UnsafeMutablePointer(mutating: start))
    }
  }

  private mutating func addNumber(_ value: Double) {
    let number = memory.number(table.count)
    number.update(repeating: value, count: 8)
    table.append(bek_slot(address: number, stride: 0))
  }

  private mutating func addColumn(_ start: UnsafeMutablePointer<Double>) {
    columns.append((table.count, start))
    table.append(bek_slot(address: nil, stride: 1))
  }

  private mutating func addInstruction(_ index: Int) {
    let step = layout.instructions[index]
    if isNumber(step.a), isNumber(step.b), isNumber(step.c) {
      addNumber(number(layout.program.instructions[index]))
      if let check = layout.guards[index] {
        isUsual = isUsual && PlainKernels.holds(check, table[Int(step.target)].address[0])
      }
      return
    }
    if let home = layout.slots.homes[index] {
      addColumn(results.starts[home])
    } else {
      table.append(
        bek_slot(address: layout.slots.pieces[index].map { memory.piece($0) }, stride: 1))
    }
    guard !layout.isInner[index] else { return }
    instructions.append(step)
    if let check = layout.guards[index] { add(check, of: step.target) }
    if layout.slots.homes[index] != nil { add(BEK_GUARD_FINITE, of: step.target) }
  }

  private func isNumber(_ place: Int32) -> Bool { table[Int(place)].stride == 0 }

  private func number(_ instruction: Program.Instruction) -> Double {
    func number(_ operand: Program.Operand) -> Double {
      table[layout.place(operand)].address[0]
    }
    return Operations.apply(
      instruction.opcode, number(instruction.a), number(instruction.b), number(instruction.c))
  }

  private mutating func add(_ check: bek_opcode, of place: Int32) {
    instructions.append(
      bek_instruction(opcode: Int32(check.rawValue), target: place, a: place, b: place, c: place))
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
    for (index, column) in columns.enumerated() {
      let copy = memory.number(layout.placeCount + index)
      if index < inputColumnCount {
        for draw in 0..<8 { copy[draw] = column.start[min(range.lowerBound + draw, last)] }
      }
      table[column.place].address = copy
    }
    run(draws: 8)
    for (index, column) in columns.enumerated().dropFirst(inputColumnCount) {
      (column.start + range.lowerBound).update(
        from: memory.number(layout.placeCount + index), count: range.count)
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
  mutating func fillOthers(draws: Int) {
    for (index, output) in layout.program.outputs.enumerated() {
      let slot = table[layout.place(output.source)]
      let target = results.starts[index]
      if slot.stride == 0 {
        target.update(repeating: slot.address[0], count: draws)
        isUsual = isUsual && target[0].isFinite
        continue
      }
      switch output.source {
      case .value(let value):
        guard let home = layout.slots.homes[value], home != index else { continue }
        target.update(from: results.starts[home], count: draws)
      case .input(let input):
        guard case .column(let start) = inputs.columns[input] else { continue }
        target.update(from: start, count: draws)
        isUsual = isUsual && (0..<draws).allSatisfy { start[$0].isFinite }
      case .constant: break
      }
    }
  }
}
