/// Takes away from a tape what it can do without.
enum TapeImprovement {
  static func improve(_ tape: inout Tape) {
    tape.instructions = withoutReloads(tape.instructions)
    tape.instructions = withoutUnreadStores(tape.instructions)
    tape.instructions = fused(tape.instructions)
  }

  /// Goes on with a value that has just been stored instead of loading it.
  private static func withoutReloads(_ instructions: [Tape.Instruction]) -> [Tape.Instruction] {
    // Where the value in the accumulator can be read as well.
    var places: [Tape.Operand] = []
    return instructions.compactMap { instruction in
      var instruction = instruction
      switch instruction.opcode {
      case .store:
        if let result = instruction.result {
          places.append(.result(result))
        } else if let place = instruction.a {
          places.append(place)
        }
        return instruction
      case .guardRange, .guardOrZero: return instruction
      default: break
      }
      if let a = instruction.a, places.contains(a) {
        if instruction.opcode == .load { return nil }
        if let going = instruction.opcode.goingOnWithA {
          instruction.opcode = going
          instruction.a = instruction.b
          instruction.b = nil
        }
      } else if let b = instruction.b, places.contains(b),
        let going = instruction.opcode.goingOnWithB
      {
        instruction.opcode = going
        instruction.b = nil
      }
      places = []
      return instruction
    }
  }

  private static func withoutUnreadStores(
    _ instructions: [Tape.Instruction]
  ) -> [Tape.Instruction] {
    var read: Set<Tape.Operand> = []
    for instruction in instructions where instruction.opcode != .store {
      for case let operand? in [instruction.a, instruction.b] { read.insert(operand) }
    }
    return instructions.filter { instruction in
      guard instruction.opcode == .store, let place = instruction.a else { return true }
      return read.contains(place)
    }
  }

  /// Joins a product and the sum or difference that follows.
  private static func fused(_ instructions: [Tape.Instruction]) -> [Tape.Instruction] {
    var result: [Tape.Instruction] = []
    for instruction in instructions {
      if let last = result.last, last.opcode == .multiply, let opcode = instruction.opcode.fused {
        result[result.count - 1].opcode = opcode
        result[result.count - 1].b = instruction.a
      } else {
        result.append(instruction)
      }
    }
    return result
  }
}

extension Tape.Opcode {
  /// What does the same with the first operand in the accumulator; nil where there is no such.
  fileprivate var goingOnWithA: Tape.Opcode? {
    switch self {
    case .addBegin: .add
    case .addNumberBegin: .addNumber
    case .subtractBegin: .subtract
    case .numberSubtractBegin: .numberSubtract
    case .multiplyBegin: .multiply
    case .multiplyNumberBegin: .multiplyNumber
    case .divideBegin: .divide
    case .numberDivideBegin: .numberDivide
    default: nil
    }
  }

  /// What does the same with the second operand in the accumulator.
  fileprivate var goingOnWithB: Tape.Opcode? {
    switch self {
    case .addBegin: .add
    case .subtractBegin: .reverseSubtract
    case .multiplyBegin: .multiply
    case .divideBegin: .reverseDivide
    default: nil
    }
  }

  /// The instruction that does a product and then this.
  fileprivate var fused: Tape.Opcode? {
    switch self {
    case .add: .multiplyAdd
    case .subtract: .multiplySubtract
    case .reverseSubtract: .multiplyReverseSubtract
    default: nil
    }
  }
}
