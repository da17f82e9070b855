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
  /// As many draws have to be run until compiling has taken less time than it saves.
  static let compilingPays = 1 << 16

  let tape: Tape
  private let state = Mutex(State.waiting(draws: 0))

  /// What is known of the tape as machine code; it may be that the system allows none.
  private enum State {
    case waiting(draws: Int)
    case tried(CompiledTape?)
  }

  init(_ tape: Tape) {
    self.tape = tape
  }

  /// The tape as machine code, made when it has been run for enough draws.
  ///
  /// - Parameters:
  ///   - draws: The draws that it has been run for, beyond those that were told before.
  ///   - enough: How many are enough.
  /// - Returns: Nil until then, and where the system lets no program make code.
  func compiled(afterMore draws: Int, outOf enough: Int) -> CompiledTape? {
    state.withLock { state in
      switch state {
      case .tried(let compiled): return compiled
      case .waiting(let before):
        guard before + draws >= enough else {
          state = .waiting(draws: before + draws)
          return nil
        }
        let compiled = CompiledTape(tape)
        state = .tried(compiled)
        return compiled
      }
    }
  }
}
