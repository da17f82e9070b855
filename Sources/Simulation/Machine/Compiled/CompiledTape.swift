import Kernels

/// A tape as machine code, for all threads.
final class CompiledTape: Sendable {
  /// The draws that run at a time.
  static let lanes = 8

  let frame: Frame
  private let memory: ExecutableMemory

  /// Nil where the system doesn't let programs make code.
  init?(_ tape: Tape) {
    typealias Helper =
      @convention(c) (
        Int32, UnsafeMutablePointer<Double>?, UnsafePointer<Double>?
      ) -> Void
    let apply: Helper = bek_apply
    let helper = UInt64(UInt(bitPattern: unsafeBitCast(apply, to: UnsafeRawPointer.self)))
    let outcome = VectorCompiler.compile(tape, helper: helper)
    guard let memory = ExecutableMemory(outcome.bytes) else { return nil }
    self.memory = memory
    frame = outcome.frame
  }

  /// Runs draws, a multiple of 8 of them, whose offsets in bytes are between two.
  ///
  /// - Returns: Whether a draw was unusual: then the results mean nothing.
  func run(frame: UnsafeMutableRawPointer, from start: Int, to end: Int) -> Bool {
    typealias Function = @convention(c) (UnsafeMutableRawPointer, Int, Int) -> UInt32
    let function = unsafeBitCast(memory.start, to: Function.self)
    return function(frame + Frame.origin, start, end) != 0
  }
}
