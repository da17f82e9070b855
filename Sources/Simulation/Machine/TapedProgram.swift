import Formulas
import Synchronization

/// A program and its tapes, each laid out once for inputs of some forms.
final class TapedProgram: Sendable {
  let program: Program
  /// The results that tapes keep, by their places in `program.outputs`.
  let results: [Int]
  private let tapes = Mutex<[[MachineInput.Form]: LaidOutTape]>([:])

  init(_ program: Program, keeping results: [Int]? = nil) {
    self.program = program
    self.results = results ?? Array(program.outputs.indices)
  }

  /// The tape for inputs of these forms, one for each of the program's.
  func tape(for forms: [MachineInput.Form]) -> LaidOutTape {
    precondition(forms.count == program.inputs.count, "one input a slot")
    if let known = tapes.withLock({ $0[forms] }) { return known }
    // Made outside the lock: two threads may both make it, with the same result.
    let fresh = LaidOutTape(TapeBuilder.tape(of: program, forms: forms, keeping: results))
    return tapes.withLock { tapes in
      if let known = tapes[forms] { return known }
      tapes[forms] = fresh
      return fresh
    }
  }
}

/// A tape with an identity, by which a machine knows that it is ready for it.
final class LaidOutTape: Sendable {
  let tape: Tape

  init(_ tape: Tape) {
    self.tape = tape
  }
}
