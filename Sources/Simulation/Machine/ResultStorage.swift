/// The columns of a run's results while threads fill them.
final class ResultStorage: @unchecked Sendable {
  // Unchecked: threads write different draws, and columns are read after all have finished.
  private let memory: UnsafeMutablePointer<Double>
  private let draws: Int

  init(columns: Int, draws: Int) {
    memory = .allocate(capacity: max(1, columns * draws))
    self.draws = draws
  }

  deinit { memory.deallocate() }

  /// Stores the draws from `start` of a column.
  func store(_ block: BlockOperand, column: Int, at start: Int, _ count: Int) {
    let destination = memory + (column * draws + start)
    switch block {
    case .block(let source): destination.initialize(from: source, count: count)
    case .value(let value): destination.initialize(repeating: value, count: count)
    }
  }

  /// A column of which every draw has been stored.
  func column(_ index: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: memory + index * draws, count: draws))
  }
}
