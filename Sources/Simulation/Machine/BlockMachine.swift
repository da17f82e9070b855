package import Formulas

/// Runs a program over all draws, a block of them at a time.
///
/// A block's columns stay in the processor's cache from the first instruction to the last. Every
/// draw is computed for itself, by the same operations in the same order: the results are the
/// same bits whatever the block size and the number of threads.
package struct BlockMachine: Sendable {
  private let program: Program
  private let blockSize: Int

  /// Makes a machine; 256 to 1024 draws a block are about equally fast.
  package init(program: Program, blockSize: Int = 512) {
    precondition(blockSize > 0, "a block needs at least one draw")
    self.program = program
    self.blockSize = blockSize
  }

  /// The columns of `program.outputs`, in that order, from the columns of `program.inputs`.
  ///
  /// A draw in which something can't be computed is not finite in what depends on it.
  package func run(inputs: [Column], draws: Int, threads: Int = 1) -> [[Double]] {
    precondition(inputs.count == program.inputs.count, "one column an input slot")
    for case .values(let values) in inputs {
      precondition(values.count == draws, "a column needs one value a draw")
    }
    let schedule = Schedule(program: program, inputs: inputs)
    let results = ResultStorage(columns: program.outputs.count, draws: draws)
    let blocks = (draws + blockSize - 1) / blockSize
    let workers = max(1, min(threads, blocks))
    // Neighbouring blocks go to one thread.
    _ = parallelMap(count: workers, threads: workers) { worker in
      let first = blocks * worker / workers
      let last = blocks * (worker + 1) / workers
      runBlocks(first..<last, of: schedule, inputs: inputs, draws: draws, into: results)
    }
    return (0..<program.outputs.count).map(results.column)
  }

  private func runBlocks(
    _ blocks: Range<Int>, of schedule: Schedule, inputs: [Column], draws: Int,
    into results: ResultStorage
  ) {
    let slab = Slab(blocks: schedule.blockCount, blockSize: blockSize)
    withPointers(to: inputs[...], placeholder: slab.start) { columns in
      for block in blocks {
        let start = block * blockSize
        let count = min(blockSize, draws - start)
        let operand = { (place: Schedule.Place) -> BlockOperand in
          switch place {
          case .block(let block): .block(UnsafePointer(slab[block]))
          case .input(let input): .block(columns[input] + start)
          case .value(let value): .value(value)
          }
        }
        for step in schedule.steps {
          let destination = slab[step.destination]
          Kernels.run(
            step.opcode, operand(step.a), operand(step.b), operand(step.c), into: destination,
            count: count)
          for output in step.outputs {
            results.store(.block(UnsafePointer(destination)), column: output, at: start, count)
          }
        }
        for (output, place) in schedule.others {
          results.store(operand(place), column: output, at: start, count)
        }
      }
    }
  }

  /// Calls `body` with the addresses of all columns; a constant one's is a placeholder.
  private func withPointers(
    to columns: ArraySlice<Column>, placeholder: UnsafePointer<Double>,
    after pointers: [UnsafePointer<Double>] = [], _ body: ([UnsafePointer<Double>]) -> Void
  ) {
    guard let column = columns.first else { return body(pointers) }
    func next(_ pointer: UnsafePointer<Double>) {
      withPointers(
        to: columns.dropFirst(), placeholder: placeholder, after: pointers + [pointer], body)
    }
    switch column {
    case .constant: next(placeholder)
    case .values(let values):
      values.withUnsafeBufferPointer { next($0.baseAddress ?? placeholder) }
    }
  }
}
