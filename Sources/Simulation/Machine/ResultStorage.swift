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

  /// The first draw of the first column; each column follows the one before.
  var start: UnsafeMutablePointer<Double> { memory }

  /// A column of which every draw has been stored.
  func column(_ index: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: memory + index * draws, count: draws))
  }
}
