/// Columns of numbers, each from a cache line of its own on.
///
/// A column is a cache line longer than it needs: columns whose lengths are powers of two would
/// otherwise all lie on the same few sets of the cache.
final class AlignedColumns {
  let count: Int
  let draws: Int
  private let stride: Int
  private let memory: UnsafeMutablePointer<Double>

  init(count: Int, draws: Int) {
    self.count = count
    self.draws = draws
    stride = (draws + 7) / 8 * 8 + 8
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: count * stride * MemoryLayout<Double>.stride, alignment: 64)
    memory = bytes.initializeMemory(as: Double.self, repeating: 0, count: count * stride)
  }

  deinit { memory.deallocate() }

  subscript(column: Int) -> UnsafeMutablePointer<Double> { memory + column * stride }

  /// Fills a column.
  func set(_ column: Int, to values: [Double]) {
    precondition(values.count == draws, "a column needs one value a draw")
    self[column].update(from: values, count: draws)
  }

  /// A column's values.
  func values(_ column: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: self[column], count: draws))
  }
}
