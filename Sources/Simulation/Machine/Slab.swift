/// The registers of one thread: blocks of draws in one piece of memory.
///
/// Each block starts at a cache line of 64 bytes.
final class Slab {
  private let memory: UnsafeMutablePointer<Double>
  private let stride: Int

  init(blocks: Int, blockSize: Int) {
    stride = (blockSize + 7) / 8 * 8
    let capacity = max(1, blocks) * stride
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
    memory = bytes.bindMemory(to: Double.self, capacity: capacity)
    memory.initialize(repeating: 0, count: capacity)
  }

  deinit { memory.deallocate() }

  var start: UnsafePointer<Double> { UnsafePointer(memory) }

  subscript(block: Int) -> UnsafeMutablePointer<Double> { memory + block * stride }
}
