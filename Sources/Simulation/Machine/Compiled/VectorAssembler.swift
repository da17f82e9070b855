/// Writes x86-64 machine code: the AVX-512 instructions on eight doubles that compiled tapes are
/// made of, and the few others around them.
///
/// Encodings are those of Intel's Software Developer's Manual, volume 2, chapter 2.7 (EVEX).
struct VectorAssembler {
  /// The general registers that the code uses, by their numbers.
  enum Register: UInt8, Sendable {
    case rax = 0
    case rcx = 1
    case rdx = 2
    case rsi = 6
    case rdi = 7
    case r8 = 8
  }

  /// The operand of an instruction that may be in memory.
  enum Operand: Hashable, Sendable {
    /// One of the 32 vector registers.
    case vector(Int)
    /// Eight doubles at a register and a number of bytes.
    case memory(Register, Int)
    /// Eight doubles at the sum of two registers.
    case indexed(Register, Register)
    /// A double at a register and a number of bytes, the same for all lanes.
    case broadcast(Register, Int)
    /// The same for instructions that take nothing else.
    case single(Register, Int)
  }

  /// What tells an instruction: the table it is in, its prefix and its number there.
  struct Opcode: Hashable, Sendable {
    enum Table: UInt8, Sendable {
      case x0F = 1
      case x0F38 = 2
      case x0F3A = 3
    }
    enum Prefix: UInt8, Sendable {
      case x66 = 1
      case xF3 = 2
    }
    var table: Table
    var prefix: Prefix
    /// Whether elements are 64 bits wide.
    var isWide = true
    var code: UInt8
  }

  /// Which lanes are written, and what becomes of the others.
  enum Mask: Hashable, Sendable {
    case all
    /// Lanes that the mask register tells; the others stay.
    case merging(Int)
    /// The others become 0.
    case zeroing(Int)
  }

  private(set) var bytes: [UInt8] = []

  // MARK: Vectors

  /// Writes an instruction of up to three vectors.
  ///
  /// - Parameters:
  ///   - opcode: Which one.
  ///   - target: What stands in the field `reg`: a vector, a mask or part of the opcode.
  ///   - first: What stands in the field `vvvv`; 0 where there is none.
  ///   - second: What stands in the field `r/m`.
  ///   - mask: The lanes written.
  ///   - isHalf: Whether the vectors are of 256 bits.
  ///   - immediate: The byte at the end.
  mutating func write(
    _ opcode: Opcode, _ target: Int, _ first: Int, _ second: Operand, mask: Mask = .all,
    isHalf: Bool = false, immediate: UInt8? = nil
  ) {
    // Bits of registers' numbers are stored inverted, as are those that no operand needs.
    var (x, b, isBroadcast): (UInt8, UInt8, UInt8) = (1, 1, 0)
    switch second {
    case .vector(let register):
      (b, x) = (inverted(register, bit: 3), inverted(register, bit: 4))
    case .memory(let base, _), .single(let base, _):
      b = inverted(Int(base.rawValue), bit: 3)
    case .broadcast(let base, _):
      b = inverted(Int(base.rawValue), bit: 3)
      isBroadcast = 1
    case .indexed(let base, let index):
      (b, x) = (
        inverted(Int(base.rawValue), bit: 3), inverted(Int(index.rawValue), bit: 3)
      )
    }
    let (lanes, zeroes): (UInt8, UInt8) =
      switch mask {
      case .all: (0, 0)
      case .merging(let register): (UInt8(register), 0)
      case .zeroing(let register): (UInt8(register), 1)
      }
    let reg = inverted(target, bit: 3) << 7 | x << 6 | b << 5
    bytes.append(0x62)
    bytes.append(reg | inverted(target, bit: 4) << 4 | opcode.table.rawValue)
    bytes.append(
      (opcode.isWide ? 0x80 : 0) | (~UInt8(first) & 15) << 3 | 4 | opcode.prefix.rawValue)
    bytes.append(
      zeroes << 7 | (isHalf ? 1 : 2) << 5 | isBroadcast << 4 | inverted(first, bit: 4) << 3 | lanes)
    bytes.append(opcode.code)
    write(second, field: UInt8(target & 7), vector: isHalf ? 32 : 64)
    if let immediate { bytes.append(immediate) }
  }

  private func inverted(_ register: Int, bit: Int) -> UInt8 { UInt8(~register >> bit & 1) }

  /// Writes an operand; displacements that are small multiples of what is read take one byte.
  private mutating func write(_ operand: Operand, field: UInt8, vector: Int) {
    switch operand {
    case .vector(let register):
      bytes.append(0xC0 | field << 3 | UInt8(register & 7))
    case .memory(let base, let displacement), .broadcast(let base, let displacement),
      .single(let base, let displacement):
      let low = base.rawValue & 7
      let unit = if case .memory = operand { vector } else { 8 }
      if displacement.isMultiple(of: unit), let short = Int8(exactly: displacement / unit) {
        bytes.append(0x40 | field << 3 | low)
        bytes.append(UInt8(bitPattern: short))
      } else {
        bytes.append(0x80 | field << 3 | low)
        write32(displacement)
      }
    case .indexed(let base, let index):
      bytes.append(field << 3 | 4)
      bytes.append((index.rawValue & 7) << 3 | base.rawValue & 7)
    }
  }

  private mutating func write32(_ number: Int) {
    withUnsafeBytes(of: Int32(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  // MARK: Other instructions

  /// Loads 64 bits.
  mutating func load(_ target: Register, from base: Register, _ displacement: Int) {
    bytes += [target.rawValue < 8 ? 0x48 : 0x4C, 0x8B]
    bytes.append(0x80 | (target.rawValue & 7) << 3 | base.rawValue)
    write32(displacement)
  }

  /// Loads 32 bits; the upper ones become 0.
  mutating func loadHalf(_ target: Register, from base: Register, _ displacement: Int) {
    bytes += [0x8B, 0x80 | target.rawValue << 3 | base.rawValue]
    write32(displacement)
  }

  mutating func move(_ source: Register, to target: Register) {
    bytes += [0x48, 0x89, 0xC0 | source.rawValue << 3 | target.rawValue]
  }

  /// Sets a register to an address.
  mutating func address(_ target: Register, _ base: Register, _ displacement: Int) {
    bytes += [0x48, 0x8D, 0x80 | target.rawValue << 3 | base.rawValue]
    write32(displacement)
  }

  mutating func set(_ target: Register, to number: UInt64) {
    bytes += [0x48, 0xB8 | target.rawValue]
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int, to target: Register) {
    bytes += [0x48, 0x81, 0xC0 | target.rawValue]
    write32(number)
  }

  /// Goes back to a place if the first register is below the second.
  mutating func loop(while first: Register, isBelow second: Register, to place: Int) {
    bytes += [0x48, 0x39, 0xC0 | second.rawValue << 3 | first.rawValue, 0x0F, 0x82]
    write32(place - bytes.count - 4)
  }

  mutating func push(_ register: Register) { bytes.append(0x50 | register.rawValue) }
  mutating func pop(_ register: Register) { bytes.append(0x58 | register.rawValue) }
  mutating func call(_ register: Register) { bytes += [0xFF, 0xD0 | register.rawValue] }

  /// Inverts the eight bits of a mask register.
  mutating func invertMask(_ mask: UInt8) { bytes += [0xC5, 0xF9, 0x44, 0xC0 | mask << 3 | mask] }

  /// Joins two masks: the first becomes both.
  mutating func joinMasks(_ first: UInt8, _ second: UInt8) {
    bytes += [0xC5, 0x80 | (~first & 15) << 3 | 5, 0x45, 0xC0 | first << 3 | second]
  }

  /// Moves a mask to the lower half of `rax`.
  mutating func moveMask(_ mask: UInt8) { bytes += [0xC5, 0xF8, 0x93, 0xC0 | mask] }

  /// Leaves the function; the upper halves of the vectors are cleared, as others expect.
  mutating func end() { bytes += [0xC5, 0xF8, 0x77, 0xC3] }
}
