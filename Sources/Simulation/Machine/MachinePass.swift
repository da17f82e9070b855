import Formulas
import Kernels

/// One pass of a program over the draws: what is left of it for these inputs, with their numbers and
/// addresses.
struct MachinePass {
  private let program: ReducedProgram
  private let level: KernelLevel
  private let inputs: InputColumns
  private let results: ResultColumns
  private let slots: SlotAllocation
  private let memory: BlockMemory
  private var instructions: [bek_instruction] = []
  private var table: [bek_slot] = []
  /// The places in the table that move on with each block, and the columns that they point into.
  private var columns: [(place: Int, start: UnsafeMutablePointer<Double>)] = []
  /// The number of columns that hold inputs; results come after.
  private var inputColumnCount = 0
  /// True if guarded values so far are of an ordinary size, and results finite.
  private(set) var isUsual: Bool

  /// Lays a pass out; `kept` are the outputs that have columns in `results`, in this order.
  init(
    _ layout: MachineLayout, _ inputs: InputColumns, keeping kept: [Int], blockSize: Int,
    level: KernelLevel, into results: ResultColumns
  ) {
    program = ReducedProgram(layout, inputs, keeping: kept)
    isUsual = program.isUsual
    self.level = level
    self.inputs = inputs
    self.results = results
    slots = SlotAllocation(for: program)
    memory = BlockMemory(
      pieces: slots.count, of: blockSize,
      numbers: layout.placeCount + inputs.columns.count + results.starts.count)
    table.reserveCapacity(layout.placeCount)
    columns.reserveCapacity(inputs.columns.count + results.starts.count)
    instructions.reserveCapacity(2 * program.running.count + 1)
    for place in 0..<layout.placeCount { addSlot(place) }
    for index in program.running { addInstruction(index) }
    add(BEK_END, of: 0)
  }

  // MARK: Laying out

  private mutating func addSlot(_ place: Int) {
    if let value = program.numbers[place] {
      let number = memory.number(place)
      number.update(repeating: value, count: 8)
      table.append(bek_slot(address: number, stride: 0))
    } else if place < inputs.columns.count {
      // Nobody writes to it: it is no instruction's target.
      if case .column(let start) = inputs.columns[place] {
        columns.append((place, UnsafeMutablePointer(mutating: start)))
      }
      table.append(bek_slot(address: nil, stride: 1))
      inputColumnCount = columns.count
    } else if let home = slots.homes[place] {
      columns.append((place, results.starts[home]))
      table.append(bek_slot(address: nil, stride: 1))
    } else {
      table.append(bek_slot(address: slots.pieces[place].map { memory.piece($0) }, stride: 1))
    }
  }

  private mutating func addInstruction(_ index: Int) {
    let step = program.step(index)
    instructions.append(step)
    if let check = program.layout.guards[index] { add(check, of: step.target) }
    if slots.homes[Int(step.target)] != nil { add(BEK_GUARD_FINITE, of: step.target) }
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
      let copy = memory.number(program.layout.placeCount + index)
      if index < inputColumnCount {
        for draw in 0..<8 { copy[draw] = column.start[min(range.lowerBound + draw, last)] }
      }
      table[column.place].address = copy
    }
    run(draws: 8)
    for (index, column) in columns.enumerated().dropFirst(inputColumnCount) {
      (column.start + range.lowerBound).update(
        from: memory.number(program.layout.placeCount + index), count: range.count)
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
    for (position, output) in program.kept.enumerated() {
      let place = program.place(of: output)
      let target = results.starts[position]
      if let value = program.numbers[place] {
        target.update(repeating: value, count: draws)
        isUsual = isUsual && value.isFinite
      } else if let home = slots.homes[place] {
        if home != position { target.update(from: results.starts[home], count: draws) }
      } else if case .column(let start) = inputs.columns[place] {
        target.update(from: start, count: draws)
        isUsual = isUsual && (0..<draws).allSatisfy { start[$0].isFinite }
      }
    }
  }
}
