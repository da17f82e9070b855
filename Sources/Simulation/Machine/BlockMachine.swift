package import Formulas

/// Runs a program over all draws.
///
/// Every draw is computed for itself, by the same operations in the same order: the results are
/// the same bits whatever the block size, the number of threads and the kernels' level.
package final class BlockMachine: Sendable {
  private let program: TapedProgram
  private let literal: TapedProgram?
  private let blockSize: Int
  private let level: KernelLevel
  private let compilesAfter: Int

  /// Makes a machine, which may be used again and by several threads.
  ///
  /// - Parameters:
  ///   - program: What runs.
  ///   - literal: What runs instead where a guarded value of `program` isn't of an ordinary size,
  ///     or a result isn't finite.
  ///   - blockSize: How many draws are run at a time; only tests have reason to say.
  ///   - level: Which kernels run; all give the same bits.
  ///   - draws: After how many draws a program is compiled, at the level that does so.
  package init(
    program: Program, literal: Program? = nil, blockSize: Int = 4096, level: KernelLevel = .best,
    compilingAfter draws: Int? = nil
  ) {
    precondition(blockSize > 0, "a block needs at least one draw")
    self.program = TapedProgram(program)
    self.literal = literal.map { TapedProgram($0) }
    self.blockSize = blockSize
    self.level = level
    compilesAfter = draws ?? LaidOutTape.compilingPays
  }

  /// The columns of the program's outputs, in their order, for its inputs.
  ///
  /// A draw in which something can't be computed is not finite in what depends on it.
  package func run(inputs: [MachineInput], draws: Int, threads: Int = 1) -> [[Double]] {
    for input in inputs {
      precondition(input.column.map { $0.count == draws } ?? true, "a column needs a value a draw")
    }
    return ResultColumns.filled(count: program.results.count, draws: draws) { results in
      let tripped = run(program, inputs, draws: draws, threads: threads, into: results)
      if let literal, tripped || !results.areFinite {
        _ = run(literal, inputs, draws: draws, threads: threads, into: results)
      }
    }
  }

  /// - Returns: Whether a value that was to be of an ordinary size wasn't.
  private func run(
    _ program: TapedProgram, _ inputs: [MachineInput], draws: Int, threads: Int,
    into results: ResultColumns
  ) -> Bool {
    let tape = program.tape(for: inputs.map(\.form))
    let blocks = (draws + blockSize - 1) / blockSize
    let workers = max(1, min(threads, blocks))
    return BoundInput.with(inputs) { bound in
      // The addresses stay good until all threads have finished.
      nonisolated(unsafe) let bound = bound
      // Neighbouring blocks go to one thread.
      return parallelMap(count: workers, threads: workers) { worker in
        let executor = Executor(level: self.level, compilingAfter: self.compilesAfter)
        executor.bind(tape, to: bound)
        for block in blocks * worker / workers..<blocks * (worker + 1) / workers {
          let range = block * self.blockSize..<min((block + 1) * self.blockSize, draws)
          executor.run(range, into: results.starts, at: range.lowerBound)
        }
        return executor.guardTripped
      }.contains(true)
    }
  }
}
