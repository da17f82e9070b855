package import Formulas

/// Runs a program over all draws, a block of them at a time.
///
/// Every draw is computed for itself, by the same operations in the same order: the results are
/// the same bits whatever the block size and the kernels' level.
package final class BlockMachine: Sendable {
  /// So many draws of everything that a program needs at a time stay in a processor's cache.
  package static let usualBlock = 256

  private let program: MachineLayout
  private let literal: MachineLayout?
  private let blockSize: Int
  private let level: KernelLevel

  /// Makes a machine, which may be used again and by several threads.
  ///
  /// - Parameters:
  ///   - program: What runs.
  ///   - literal: What runs instead where a guarded value of `program` isn't of an ordinary size,
  ///     or a result isn't finite.
  ///   - blockSize: How many draws are run at a time, a multiple of 8.
  ///   - level: Which kernels run; all give the same bits.
  package init(
    program: Program, literal: Program? = nil, blockSize: Int = BlockMachine.usualBlock,
    level: KernelLevel = .best
  ) {
    precondition(blockSize > 0 && blockSize.isMultiple(of: 8), "vectors are up to 8 draws wide")
    self.program = MachineLayout(program)
    self.literal = literal.map { MachineLayout($0) }
    self.blockSize = blockSize
    self.level = level
  }

  /// The columns of the program's outputs, in their order, for its inputs.
  ///
  /// A draw in which something can't be computed is not finite in what depends on it. What no kept
  /// output needs isn't computed; columns of outputs that aren't kept are empty.
  ///
  /// - Parameters:
  ///   - inputs: The inputs, in the order of the program's slots.
  ///   - draws: The number of draws.
  ///   - kept: Whether each output is kept; nil for all.
  /// - Returns: The columns.
  package func run(inputs: [Column], draws: Int, keeping kept: [Bool]? = nil) -> [[Double]] {
    precondition(inputs.count == program.program.inputs.count, "one input a slot")
    for case .values(let values) in inputs {
      precondition(values.count == draws, "a column needs a value a draw")
    }
    let count = program.program.outputs.count
    precondition(kept.map { $0.count == count } ?? true, "each output is kept or not")
    let places = (0..<count).filter { kept?[$0] ?? true }
    let columns = ResultColumns.filled(count: places.count, draws: draws) { results in
      InputColumns.with(inputs) { inputs in
        if !run(program, inputs, draws: draws, keeping: places, into: results), let literal {
          _ = run(literal, inputs, draws: draws, keeping: places, into: results)
        }
      }
    }
    if places.count == count { return columns }
    var all = [[Double]](repeating: [], count: count)
    for (place, column) in zip(places, columns) { all[place] = column }
    return all
  }

  /// - Returns: Whether guarded values are of an ordinary size, and all results finite.
  private func run(
    _ layout: MachineLayout, _ inputs: InputColumns, draws: Int, keeping places: [Int],
    into results: ResultColumns
  ) -> Bool {
    var pass = MachinePass(
      layout, inputs, keeping: places, blockSize: blockSize, level: level, into: results)
    let whole = draws & ~7
    for start in stride(from: 0, to: whole, by: blockSize) {
      pass.runBlock(start..<min(start + blockSize, whole))
    }
    pass.runRest(whole..<draws)
    pass.fillOthers(draws: draws)
    return pass.isUsual
  }
}
