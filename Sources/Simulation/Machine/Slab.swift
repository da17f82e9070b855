/// Tiles of draws in one piece of memory, each beginning at a cache line of 64 bytes.
final class Slab {
  private let memory: UnsafeMutablePointer<Double>
  private let tileDraws: Int

  init(tiles: Int, tileDraws: Int) {
    self.tileDraws = tileDraws
    let capacity = max(1, tiles) * tileDraws
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
    memory = bytes.bindMemory(to: Double.self, capacity: capacity)
    memory.initialize(repeating: 0, count: capacity)
  }

  deinit { memory.deallocate() }

  subscript(tile: Int) -> UnsafeMutablePointer<Double> { memory + tile * tileDraws }
}
