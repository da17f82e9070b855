import Formulas
import Kernels

/// The block machine in plain Swift, one instruction after the other and one draw after the other.
///
/// It says what the instructions mean: the kernels in C do the same operations in the same order
/// and are held to its bits.
enum PlainKernels {
  /// The plain Swift counterpart of `bek_run`.
  static func run(
    _ program: UnsafePointer<bek_instruction>, _ slots: UnsafePointer<bek_slot>, draws: Int
  ) -> Bool {
    var isTripped = false
    var next = program
    while next.pointee.opcode != BEK_END.rawValue {
      let step = next.pointee
      next += 1
      let opcode = bek_opcode(UInt32(step.opcode))
      func value(_ slot: Int32, _ draw: Int) -> Double {
        let slot = slots[Int(slot)]
        return slot.address[draw * slot.stride]
      }
      if opcode.rawValue >= BEK_GUARD.rawValue {
        for draw in 0..<draws where !holds(opcode, value(step.a, draw)) { isTripped = true }
        continue
      }
      guard let target = slots[Int(step.target)].address else { continue }
      for draw in 0..<draws {
        target[draw] = result(
          of: opcode, value(step.a, draw), value(step.b, draw), value(step.c, draw))
      }
    }
    return isTripped
  }

  private static func result(of opcode: bek_opcode, _ a: Double, _ b: Double, _ c: Double) -> Double
  {
    switch opcode {
    case BEK_MULTIPLY_MULTIPLY: a * b * c
    case BEK_MULTIPLY_ADD: a * b + c
    case BEK_MULTIPLY_SUBTRACT: a * b - c
    case BEK_SUBTRACT_PRODUCT: c - a * b
    case BEK_MULTIPLY_EXPONENTIAL: Operations.apply(.exponential, a * b)
    case BEK_EXPONENTIAL_MULTIPLY: Operations.apply(.exponential, a) * b
    case BEK_DIVIDE_BY_SUM: Operations.apply(.divide, c, a + b)
    default:
      Program.Opcode(rawValue: UInt8(opcode.rawValue)).map { Operations.apply($0, a, b, c) } ?? .nan
    }
  }

  /// Returns true if a value is as a guard asks.
  static func holds(_ guarding: bek_opcode, _ value: Double) -> Bool {
    if guarding == BEK_GUARD_FINITE { return value.isFinite }
    let size = value.magnitude
    return (size < 0x1p900 && size > 0x1p-900) || (guarding == BEK_GUARD_OR_ZERO && value == 0)
  }
}
