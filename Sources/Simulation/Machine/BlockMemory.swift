/// The memory of a block: pieces for values, and room for numbers, each at a cache line of its own.
final class BlockMemory {
  private let start: UnsafeMutablePointer<Double>
  private let size: Int
  private let firstNumber: Int

  /// Makes room for pieces of so many draws, a multiple of 8, and for numbers, eight times each.
  init(pieces: Int, of size: Int, numbers: Int) {
    self.size = size
    firstNumber = pieces * size
    let capacity = max(8, firstNumber + numbers * 8)
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
    start = bytes.bindMemory(to: Double.self, capacity: capacity)
  }

  deinit { start.deallocate() }

  func piece(_ index: Int) -> UnsafeMutablePointer<Double> { start + index * size }

  func number(_ index: Int) -> UnsafeMutablePointer<Double> { start + firstNumber + index * 8 }
}
