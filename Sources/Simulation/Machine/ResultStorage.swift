/// The columns of a run's results while threads fill them.
final class ResultStorage: @unchecked Sendable {
  // Unchecked: threads write different draws, and columns are read after all have finished.
  private let memory: UnsafeMutablePointer<Double>
  private let draws: Int
  private let count: Int

  init(columns: Int, draws: Int) {
    let capacity = max(1, columns * draws)
    // At a cache line, so that no vector is written across two.
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
    memory = bytes.bindMemory(to: Double.self, capacity: capacity)
    self.draws = draws
    count = columns * draws
  }

  deinit { memory.deallocate() }

  /// The first draw of the first column; each column follows the one before.
  var start: UnsafeMutablePointer<Double> { memory }

  /// Whether every value is finite.
  var areFinite: Bool {
    let infinity = Double.infinity.bitPattern
    var others: UInt64 = 0
    for index in 0..<count {
      others &+= memory[index].bitPattern & infinity == infinity ? 1 : 0
    }
    return others == 0
  }

  /// A column of which every draw has been stored.
  func column(_ index: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: memory + index * draws, count: draws))
  }
}
