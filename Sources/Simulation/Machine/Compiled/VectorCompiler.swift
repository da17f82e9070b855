/// Gives the values of vector code registers, and writes the machine code.
///
/// One pass over instructions without branches: where registers run out, the value goes whose next
/// use is farthest (L. A. Belady, A study of replacement algorithms, IBM Systems Journal 5, 1966);
/// it is written to a scratch vector unless it stands in memory already.
struct VectorCompiler {
  /// The registers that hold the same all the time.
  private enum Reserved {
    /// Bits that are set where a draw is unusual.
    static let notice = 31
    /// The rows of `TapeLowering.powers`.
    static let powers = (29, 30)
    /// As many are left for values.
    static let free = 29
  }

  private let code: VectorCode
  private let lowering: TapeLowering
  private var frame: Frame
  private var assembler = VectorAssembler()
  private let helper: UInt64
  private let noticeScratch: Int
  private let noticeBits: Int

  /// The instructions that use each value, the next one last.
  private var uses: [[Int]]
  private var registers: [Int?]
  private var values = [VectorCode.Value?](repeating: nil, count: Reserved.free)
  /// Registers whose values the instruction at hand needs.
  private var locked: Set<Int> = []
  /// Where a value can be read in memory.
  private var homes: [VectorCode.Place?]
  private var freeScratch: [Int] = []
  /// Scratch vectors that are free once the instruction at hand has read them.
  private var released: [Int] = []

  /// Machine code, and the frame that it needs.
  struct Outcome {
    var bytes: [UInt8]
    var frame: Frame
  }

  /// Compiles a tape.
  ///
  /// - Parameters:
  ///   - tape: The tape.
  ///   - helper: The address of the function in C for operations that aren't written in place.
  /// - Returns: The code, for memory at any address.
  static func compile(_ tape: Tape, helper: UInt64) -> Outcome {
    var compiler = VectorCompiler(TapeLowering(tape), helper: helper)
    compiler.write()
    return Outcome(bytes: compiler.assembler.bytes, frame: compiler.frame)
  }

  private init(_ lowering: TapeLowering, helper: UInt64) {
    self.lowering = lowering
    self.helper = helper
    code = lowering.code
    frame = lowering.frame
    noticeScratch = frame.scratch()
    noticeBits = frame.number(.constant(~TapeLowering.usualBits))
    uses = Array(repeating: [], count: code.valueCount)
    registers = Array(repeating: nil, count: code.valueCount)
    homes = Array(repeating: nil, count: code.valueCount)
    for (index, instruction) in code.instructions.enumerated().reversed() {
      for value in instruction.operands { uses[value].append(index) }
    }
  }

  // MARK: The function

  /// Writes a function of the frame's address, the first draw's offset in bytes and the last one's
  /// end; it gives a number other than 0 where a draw was unusual.
  private mutating func write() {
    assembler.move(.rsi, to: .rcx)
    let notice = Reserved.notice
    assembler.write(.exclusiveOr, notice, notice, .vector(notice))
    loadPowers()
    let start = assembler.bytes.count
    for instruction in code.instructions { write(instruction) }
    assembler.add(64, to: .rcx)
    assembler.loop(while: .rcx, isBelow: .rdx, to: start)
    assembler.write(
      .testBits, 1, notice, .broadcast(.rdi, frame.offset(ofNumber: noticeBits)))
    assembler.moveMask(1)
    assembler.end()
  }

  private mutating func loadPowers() {
    for (register, row) in zip([Reserved.powers.0, Reserved.powers.1], lowering.powerRows) {
      assembler.write(.load, register, 0, .memory(.rdi, frame.offset(ofRow: row)))
    }
  }

  // MARK: Instructions

  private mutating func write(_ instruction: VectorCode.Instruction) {
    locked.removeAll(keepingCapacity: true)
    freeScratch += released
    released.removeAll(keepingCapacity: true)
    switch instruction.operation {
    case .call(let opcode): return call(opcode, instruction)
    case .load:
      // What was loaded once can be loaded again, and needn't be kept elsewhere.
      if let target = instruction.target, case .place(let place) = instruction.second {
        homes[target] = place
        let register = takeRegister(for: target)
        return load(place, into: register)
      }
    case .table(let input):
      return assembler.load(.r8, from: .rdi, frame.offset(of: .coefficients(input)))
    case .notice:
      assembler.invertMask(1)
      let notice = Reserved.notice
      return assembler.write(
        .ternary, notice, notice, .vector(notice), mask: .merging(1), immediate: 0xFF)
    default: break
    }
    let first = instruction.first.map { use($0) } ?? 0
    let second = instruction.second.map { operand($0) }
    if case .value(let value) = instruction.second { spend(value) }
    if let value = instruction.first { spend(value) }
    switch instruction.operation {
    case .store(let place): store(first, to: place, of: instruction.first)
    case .test(let condition):
      compare(condition, first, second, into: 1)
    case .testAlso(let condition):
      compare(condition, first, second, into: 1, mask: .merging(1))
    case .testElse(let condition):
      compare(condition, first, second, into: 2)
      assembler.joinMasks(1, 2)
    case .noticeWord(let base):
      // Bits in which the word differs from the base are added: a | (b ^ c).
      assembler.write(
        .ternary, Reserved.notice, first, address(.number(base)),
        immediate: 0xF6)
    default:
      guard let target = instruction.target else { return }
      let register =
        instruction.operation.replaces
        ? replace(first, by: target) : takeRegister(for: target)
      make(instruction.operation, register, first, second ?? .vector(0))
    }
  }

  private mutating func make(
    _ operation: VectorCode.Operation, _ target: Int, _ first: Int,
    _ second: VectorAssembler.Operand
  ) {
    switch operation {
    case .shuffleBlocks(let order):
      assembler.write(.shuffleBlocks, target, first, second, immediate: order)
    case .insertHalf: assembler.write(.insertHalf, target, first, second, immediate: 1)
    case .power:
      assembler.write(.pick, target, Reserved.powers.0, .vector(Reserved.powers.1))
    case .loadHalf: assembler.write(.load, target, 0, second, isHalf: true)
    case .shiftLeft(let count):
      assembler.write(.shift, 6, target, second, immediate: count)
    case .shiftHalvesLeft(let count):
      assembler.write(.shiftHalves, 6, target, second, isHalf: true, immediate: count)
    case .choose: assembler.write(.blend, target, first, second, mask: .merging(1))
    case .truth: assembler.write(.broadcast, target, 0, single(second), mask: .zeroing(1))
    default:
      guard let opcode = operation.opcode else {
        preconditionFailure("every operation is written somewhere")
      }
      assembler.write(opcode, target, first, second)
    }
  }

  private mutating func compare(
    _ condition: VectorCode.Condition, _ first: Int, _ second: VectorAssembler.Operand?,
    into mask: Int, mask lanes: VectorAssembler.Mask = .all
  ) {
    assembler.write(
      .compare, mask, first, second ?? .vector(0), mask: lanes, immediate: condition.rawValue)
  }

  private mutating func store(
    _ register: Int, to place: VectorCode.Place, of value: VectorCode.Value?
  ) {
    if let value, case .result = place, homes[value] == nil { homes[value] = place }
    assembler.write(.store, register, 0, address(place))
  }

  /// Has C apply an operation: it may write all vector registers.
  private mutating func call(_ opcode: Tape.Opcode, _ instruction: VectorCode.Instruction) {
    guard let target = instruction.target, let first = instruction.first,
      case .value(let second) = instruction.second
    else { return }
    let operands = [lowering.callOperands.0, lowering.callOperands.1]
      .map { frame.offset(ofScratch: $0) }
    for (value, offset) in zip([first, second], operands) {
      assembler.write(.store, use(value), 0, .memory(.rdi, offset))
    }
    spend(second)
    spend(first)
    for register in values.indices where values[register] != nil { evict(register) }
    let notice = VectorAssembler.Operand.memory(.rdi, frame.offset(ofScratch: noticeScratch))
    assembler.write(.store, Reserved.notice, 0, notice)
    for register in [.rdi, .rcx, .rdx] as [VectorAssembler.Register] { assembler.push(register) }
    assembler.address(.rsi, .rdi, operands[0])
    assembler.address(.rdx, .rdi, operands[1])
    assembler.set(.rdi, to: UInt64(opcode.rawValue))
    assembler.set(.rax, to: helper)
    assembler.call(.rax)
    for register in [.rdx, .rcx, .rdi] as [VectorAssembler.Register] { assembler.pop(register) }
    assembler.write(.load, Reserved.notice, 0, notice)
    loadPowers()
    assembler.write(.load, takeRegister(for: target), 0, .memory(.rdi, operands[0]))
  }

  // MARK: Operands

  /// The operand in memory that a place is; brings an address into a register where one is needed.
  private mutating func address(_ place: VectorCode.Place) -> VectorAssembler.Operand {
    switch place {
    case .column(let input):
      assembler.load(.rax, from: .rdi, frame.offset(of: .column(input)))
      return .indexed(.rax, .rcx)
    case .result(let result):
      assembler.load(.rax, from: .rdi, frame.offset(of: .result(result)))
      return .indexed(.rax, .rcx)
    case .number(let number): return .broadcast(.rdi, frame.offset(ofNumber: number))
    case .scratch(let scratch): return .memory(.rdi, frame.offset(ofScratch: scratch))
    case .coefficients(let scratch, let lane):
      assembler.loadHalf(.rax, from: .rdi, frame.offset(ofScratch: scratch) + 4 * lane)
      return .indexed(.r8, .rax)
    }
  }

  private func single(_ operand: VectorAssembler.Operand) -> VectorAssembler.Operand {
    if case .broadcast(let base, let offset) = operand { .single(base, offset) } else { operand }
  }

  private mutating func load(_ place: VectorCode.Place, into register: Int) {
    let address = address(place)
    if case .broadcast = address {
      assembler.write(.broadcast, register, 0, single(address))
    } else {
      assembler.write(.load, register, 0, address)
    }
  }

  private mutating func operand(_ operand: VectorCode.Operand) -> VectorAssembler.Operand {
    switch operand {
    case .place(let place): return address(place)
    case .value(let value):
      // What isn't used again is read where it is.
      if registers[value] == nil, uses[value].count == 1, let home = homes[value] {
        return address(home)
      }
      return .vector(use(value))
    }
  }

  // MARK: Registers

  /// The register of a value that an instruction needs there.
  private mutating func use(_ value: VectorCode.Value) -> Int {
    if let register = registers[value] {
      locked.insert(register)
      return register
    }
    guard let home = homes[value] else { preconditionFailure("a value is somewhere") }
    let register = takeRegister(for: value)
    locked.insert(register)
    load(home, into: register)
    return register
  }

  /// Counts a use; after the last one a value's register and scratch vector are free.
  private mutating func spend(_ value: VectorCode.Value) {
    _ = uses[value].popLast()
    guard uses[value].isEmpty else { return }
    if let register = registers[value] { values[register] = nil }
    registers[value] = nil
    if case .scratch(let scratch) = homes[value] { released.append(scratch) }
    homes[value] = nil
  }

  private mutating func takeRegister(for value: VectorCode.Value) -> Int {
    let register = values.firstIndex { $0 == nil } ?? makeRoom()
    values[register] = value
    registers[value] = register
    return register
  }

  private mutating func replace(_ register: Int, by value: VectorCode.Value) -> Int {
    precondition(values[register] == nil, "a replaced value isn't used again")
    values[register] = value
    registers[value] = register
    return register
  }

  /// Empties the register whose value is used last of all.
  private mutating func makeRoom() -> Int {
    var farthest = -1
    var found = 0
    for (register, value) in values.enumerated() where !locked.contains(register) {
      guard let value, let next = uses[value].last else { continue }
      if next > farthest { (farthest, found) = (next, register) }
    }
    precondition(farthest >= 0, "an instruction needs few registers")
    evict(found)
    return found
  }

  private mutating func evict(_ register: Int) {
    guard let value = values[register] else { return }
    if homes[value] == nil {
      let scratch = freeScratch.popLast() ?? frame.scratch()
      homes[value] = .scratch(scratch)
      assembler.write(
        .store, register, 0, .memory(.rdi, frame.offset(ofScratch: scratch)))
    }
    registers[value] = nil
    values[register] = nil
  }
}

extension VectorCode.Operation {
  /// The instruction that does it, where there is one that needs nothing else.
  fileprivate var opcode: VectorAssembler.Opcode? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .minimum: .minimum
    case .maximum: .maximum
    case .and: .and
    case .exclusiveOr: .exclusiveOr
    case .addIntegers: .addIntegers
    case .unpackLow: .unpackLow
    case .unpackHigh: .unpackHigh
    case .squareRoot: .squareRoot
    case .truncate: .truncate
    case .convert: .convert
    default: nil
    }
  }
}
