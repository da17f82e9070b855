/// The piece of a block's memory that each step of a program writes.
///
/// By linear scan: a piece is free again after the last step that reads it, so that what is in use
/// stays in a cache. No step writes a piece that it reads. Results need none, since they have
/// columns of their own.
struct SlotAllocation {
  /// By slot: the piece that the slot's step writes; nil for a result, and for what no step writes.
  let pieces: [Int?]
  /// The number of pieces.
  let count: Int
  /// By slot: which of the kept results its step writes to; the others of its value are copies.
  let homes: [Int?]

  init(for program: ReducedProgram) {
    let layout = program.layout
    var homes = [Int?](repeating: nil, count: layout.placeCount)
    for (position, output) in program.kept.enumerated() {
      let place = program.place(of: output)
      guard layout.isValue(place), program.numbers[place] == nil, homes[place] == nil else {
        continue
      }
      homes[place] = position
    }
    var lastUse = [Int](repeating: -1, count: layout.placeCount)
    for index in program.running {
      let (a, b, c) = program.operands(of: index)
      (lastUse[a], lastUse[b], lastUse[c]) = (index, index, index)
    }
    var free: [Int] = []
    var count = 0
    var pieces = [Int?](repeating: nil, count: layout.placeCount)
    func release(_ place: Int, after index: Int) {
      guard lastUse[place] == index else { return }
      // An operand may be there twice.
      lastUse[place] = -1
      if let piece = pieces[place] { free.append(piece) }
    }
    for index in program.running {
      let target = program.target(of: index)
      if homes[target] == nil {
        if free.isEmpty {
          free.append(count)
          count += 1
        }
        pieces[target] = free.removeLast()
      }
      let (a, b, c) = program.operands(of: index)
      release(a, after: index)
      release(b, after: index)
      release(c, after: index)
    }
    (self.pieces, self.count, self.homes) = (pieces, count, homes)
  }
}
