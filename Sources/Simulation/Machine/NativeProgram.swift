import Kernels

/// A tape as instructions for the kernels in C, made once and patched for each set of inputs.
final class NativeProgram {
  private let tape: Tape
  private let level: bek_level
  private let tileDraws: Int
  private let memory: Slab
  private let guardWord = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
  private var instructions: [bek_instruction] = []
  /// The same, reading and writing scratch tiles: for a last tile that isn't full.
  private var edge: [bek_instruction] = []
  /// Where numbers, columns and results have to be put into instructions.
  private var numbers: [(index: Int, k: Tape.Number?, l: Tape.Number?)] = []
  private var columns: [(index: Int, isA: Bool, input: Int)] = []
  private var results: [(index: Int, isA: Bool, result: Int)] = []
  private var coefficients: [(index: Int, input: Int)] = []
  private var fills: [(number: Tape.Number, tile: Int)] = []
  private var inputs: [BoundInput] = []

  // The tiles of memory: temporaries, numbers, parameters of inputs, scratch columns and results.
  private let parameterTiles: Int
  private let columnTiles: Int
  private let resultTiles: Int

  init?(_ tape: Tape, level: KernelLevel) {
    guard let native = level.native else { return nil }
    self.tape = tape
    self.level = native
    tileDraws = Int(bek_tile_draws(native))
    guardWord.initialize(to: 0)
    var tileOfNumber: [Tape.Number: Int] = [:]
    for instruction in tape.instructions {
      for case .number(let number) in [instruction.a, instruction.b]
      where tileOfNumber[number] == nil {
        tileOfNumber[number] = tape.temporaryCount + fills.count
        fills.append((number, tape.temporaryCount + fills.count))
      }
    }
    parameterTiles = tape.temporaryCount + fills.count
    columnTiles = parameterTiles + tape.inputSlots.count
    resultTiles = columnTiles + tape.inputSlots.count
    memory = Slab(tiles: resultTiles + tape.resultCount, tileDraws: tileDraws)
    for (index, instruction) in tape.instructions.enumerated() {
      lay(instruction, at: index, tileOfNumber)
    }
  }

  deinit { guardWord.deallocate() }

  /// Puts the numbers and addresses of inputs in.
  func bind(slots: [Double], inputs: [BoundInput]) {
    self.inputs = inputs
    guardWord.pointee = 0
    for (index, k, l) in numbers {
      if let k { instructions[index].k = k.value(in: slots) }
      if let l { instructions[index].l = l.value(in: slots) }
      edge[index].k = instructions[index].k
      edge[index].l = instructions[index].l
    }
    for (number, tile) in fills {
      memory[tile].update(repeating: number.value(in: slots), count: tileDraws)
    }
    for (index, isA, input) in columns {
      let column = UnsafeRawPointer(inputs[input].column)
      if isA { instructions[index].a = column } else { instructions[index].b = column }
    }
    for (index, input) in coefficients {
      if let coefficients = inputs[input].coefficients {
        instructions[index].b = UnsafeRawPointer(coefficients)
      } else {
        let tile = memory[parameterTiles + input]
        for place in 0..<4 { tile[place] = inputs[input].numbers[place] }
        instructions[index].b = UnsafeRawPointer(tile)
      }
      edge[index].b = instructions[index].b
    }
  }

  /// Runs the draws of a range.
  ///
  /// - Returns: Whether a guarded value wasn't of an ordinary size.
  func run(
    _ range: Range<Int>, into target: [UnsafeMutablePointer<Double>], at place: Int
  ) -> Bool {
    let tiles = range.count / tileDraws
    if tiles > 0 {
      // Results are addressed by the draw's offset, as columns are.
      for (index, isA, result) in results {
        let address = UnsafeRawPointer(target[result] + (place - range.lowerBound))
        if isA { instructions[index].a = address } else { instructions[index].b = address }
      }
      let offset = range.lowerBound * MemoryLayout<Double>.stride
      instructions.withUnsafeBufferPointer { bek_run(level, $0.baseAddress, offset, Int32(tiles)) }
    }
    let rest = range.lowerBound + tiles * tileDraws
    if rest < range.upperBound {
      runEdge(rest..<range.upperBound, into: target, at: place + tiles * tileDraws)
    }
    return guardWord.pointee != 0
  }

  // MARK: Parts

  private func lay(
    _ instruction: Tape.Instruction, at index: Int, _ tileOfNumber: [Tape.Number: Int]
  ) {
    var native = bek_instruction()
    native.handler = bek_handler_of(level, instruction.opcode.native)
    if instruction.k != nil || instruction.l != nil {
      numbers.append((index, instruction.k, instruction.l))
    }
    if let input = instruction.input { coefficients.append((index, input)) }
    if instruction.opcode == .guardRange || instruction.opcode == .guardOrZero {
      native.a = UnsafeRawPointer(guardWord)
    }
    var edge = native
    let a = instruction.result.map { Tape.Operand.result($0) } ?? instruction.a
    for (operand, isA) in [(a, true), (instruction.b, false)] {
      guard let operand else { continue }
      let (tile, moves) = place(of: operand, tileOfNumber)
      if isA {
        (edge.a, native.a) = (UnsafeRawPointer(tile), UnsafeRawPointer(tile))
        native.a_mask = moves ? -1 : 0
      } else {
        (edge.b, native.b) = (UnsafeRawPointer(tile), UnsafeRawPointer(tile))
        native.b_mask = moves ? -1 : 0
      }
      switch operand {
      case .column(let input): columns.append((index, isA, input))
      case .result(let result): results.append((index, isA, result))
      case .temporary, .number: break
      }
    }
    instructions.append(native)
    self.edge.append(edge)
  }

  /// An operand's tile of memory, and whether that only stands in for a column.
  private func place(
    of operand: Tape.Operand, _ tileOfNumber: [Tape.Number: Int]
  ) -> (UnsafeMutablePointer<Double>, Bool) {
    switch operand {
    case .column(let input): (memory[columnTiles + input], true)
    case .result(let result): (memory[resultTiles + result], true)
    case .temporary(let tile): (memory[tile], false)
    case .number(let number): (memory[tileOfNumber[number] ?? 0], false)
    }
  }

  /// Runs a tile that isn't full on copies of the columns; their last draw fills it up.
  private func runEdge(
    _ range: Range<Int>, into target: [UnsafeMutablePointer<Double>], at place: Int
  ) {
    for (index, input) in inputs.enumerated() {
      guard let column = input.column else { continue }
      let tile = memory[columnTiles + index]
      tile.update(from: column + range.lowerBound, count: range.count)
      let last = column[range.upperBound - 1]
      (tile + range.count).update(repeating: last, count: tileDraws - range.count)
    }
    edge.withUnsafeBufferPointer { bek_run(level, $0.baseAddress, 0, 1) }
    for instruction in tape.instructions {
      guard let result = instruction.result else { continue }
      (target[result] + place).update(from: memory[resultTiles + result], count: range.count)
    }
  }
}

extension Tape.Opcode {
  /// The opcode in C: the two lists have the same order, which a test holds.
  var native: bek_opcode { bek_opcode(UInt32(rawValue)) }
}
