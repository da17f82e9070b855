import Formulas

/// The piece of a block's memory that each step of a program writes.
///
/// By linear scan: a piece is free again after the last step that reads it, so that what is in use
/// stays in a cache. No step writes a piece that it reads. Results need none, since they have
/// columns of their own.
struct SlotAllocation {
  /// The piece that a step writes; nil for a result.
  let pieces: [Int?]
  /// The number of pieces.
  let count: Int
  /// The output that a step writes to; its other outputs are copies.
  let homes: [Int?]

  init(for program: Program, in steps: Steps) {
    var homes = [Int?](repeating: nil, count: steps.steps.count)
    for (place, output) in program.outputs.enumerated() {
      if case .value(let value) = output.source, homes[value] == nil { homes[value] = place }
    }
    var lastUse = [Int](repeating: -1, count: steps.steps.count)
    for (index, step) in steps.steps.enumerated() {
      for case .value(let value) in step.operands { lastUse[value] = index }
    }
    var free: [Int] = []
    var count = 0
    var pieces = [Int?](repeating: nil, count: steps.steps.count)
    for (index, step) in steps.steps.enumerated() where !steps.inner.contains(index) {
      if homes[index] == nil {
        if free.isEmpty {
          free.append(count)
          count += 1
        }
        pieces[index] = free.removeLast()
      }
      for case .value(let value) in step.operands where lastUse[value] == index {
        if let piece = pieces[value], !free.contains(piece) { free.append(piece) }
      }
    }
    (self.pieces, self.count, self.homes) = (pieces, count, homes)
  }
}
