import Formulas
import Kernels

/// The block machine in plain Swift, one instruction after the other and one draw after the other.
///
/// It says what the instructions mean: the kernels in C do the same operations in the same order
/// and are held to its bits.
enum PlainKernels {
  /// What `bek_run` does.
  static func run(
    _ program: UnsafePointer<bek_instruction>, _ slots: UnsafePointer<bek_slot>, draws: Int
  ) -> Bool {
    var isTripped = false
    var next = program
    while next.pointee.opcode != BEK_END.rawValue {
      let step = next.pointee
      next += 1
      func value(_ slot: Int32, _ draw: Int) -> Double {
        let slot = slots[Int(slot)]
        return slot.address[draw * slot.stride]
      }
      if let opcode = Program.Opcode(rawValue: UInt8(step.opcode)) {
        guard let target = slots[Int(step.target)].address else { continue }
        for draw in 0..<draws {
          target[draw] = Operations.apply(
            opcode, value(step.a, draw), value(step.b, draw), value(step.c, draw))
        }
      } else {
        for draw in 0..<draws where !holds(step.opcode, value(step.a, draw)) { isTripped = true }
      }
    }
    return isTripped
  }

  private static func holds(_ guarding: Int32, _ value: Double) -> Bool {
    guarding == BEK_GUARD_FINITE.rawValue
      ? value.isFinite : isOrdinary(value, mayBeZero: guarding == BEK_GUARD_OR_ZERO.rawValue)
  }

  /// Whether a value is between 2^-900 and 2^900 in size.
  static func isOrdinary(_ value: Double, mayBeZero: Bool) -> Bool {
    (value.magnitude < 0x1p900 && value.magnitude > 0x1p-900) || (mayBeZero && value == 0)
  }
}
