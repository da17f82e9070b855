/// Gives the temporaries of a tape tiles of memory: one is free again after its last use.
enum TemporaryAllocation {
  /// Renames a tape's temporaries to as few tiles as a linear scan finds.
  static func allocate(_ tape: inout Tape) {
    let instructions = tape.instructions
    var lastUse = [Int](repeating: -1, count: tape.temporaryCount)
    for (index, instruction) in instructions.enumerated() {
      for case .temporary(let temporary) in [instruction.a, instruction.b] {
        lastUse[temporary] = index
      }
    }
    var tiles = [Int](repeating: -1, count: tape.temporaryCount)
    var free: [Int] = []
    var count = 0
    tape.instructions = instructions.enumerated().map { index, instruction in
      var instruction = instruction
      if instruction.opcode == .store, case .temporary(let temporary) = instruction.a {
        tiles[temporary] = free.popLast() ?? count
        count = max(count, tiles[temporary] + 1)
        instruction.a = .temporary(tiles[temporary])
        return instruction
      }
      let operands = [instruction.a, instruction.b]
      instruction.a = placed(instruction.a, tiles)
      instruction.b = placed(instruction.b, tiles)
      var freed: Int?
      for case .temporary(let temporary) in operands
      where lastUse[temporary] == index && freed != temporary {
        free.append(tiles[temporary])
        freed = temporary
      }
      return instruction
    }
    tape.temporaryCount = count
  }

  private static func placed(_ operand: Tape.Operand?, _ tiles: [Int]) -> Tape.Operand? {
    if case .temporary(let temporary) = operand { .temporary(tiles[temporary]) } else { operand }
  }
}
