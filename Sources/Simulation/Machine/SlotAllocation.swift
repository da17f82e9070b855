import Formulas

/// Which piece of a block's memory each instruction of a program writes.
///
/// By linear scan: a piece is free again after the last instruction that reads it, so that what is
/// in use stays in a cache. No instruction writes a piece that it reads. Results need none, since
/// they have columns of their own.
struct SlotAllocation {
  /// The piece that an instruction writes; nil for a result.
  let pieces: [Int?]
  /// The number of pieces.
  let count: Int
  /// The output that an instruction's value is written to; its other outputs are copies.
  let homes: [Int: Int]

  init(for program: Program) {
    var homes: [Int: Int] = [:]
    for (place, output) in program.outputs.enumerated() {
      if case .value(let value) = output.source, homes[value] == nil { homes[value] = place }
    }
    var lastUse = [Int](repeating: -1, count: program.instructions.count)
    for (index, instruction) in program.instructions.enumerated() {
      for case .value(let value) in instruction.operands { lastUse[value] = index }
    }
    var free: [Int] = []
    var count = 0
    var pieces = [Int?](repeating: nil, count: program.instructions.count)
    for (index, instruction) in program.instructions.enumerated() {
      if homes[index] == nil {
        if free.isEmpty {
          free.append(count)
          count += 1
        }
        pieces[index] = free.removeLast()
      }
      for case .value(let value) in instruction.operands where lastUse[value] == index {
        if let piece = pieces[value], !free.contains(piece) { free.append(piece) }
      }
    }
    (self.pieces, self.count, self.homes) = (pieces, count, homes)
  }
}
