import Synchronization

/// The columns that all jobs of a run share: uniform levels and their normal quantiles.
///
/// A column is made when it is first asked for and stays at its address. Every distribution is a
/// function of one of the two.
final class DrawBasis: Sendable {
  /// How many draws a column has room for beyond its own: a whole tile may be read at its end.
  private static let padding = 64

  let streams: DrawStreams
  private let columns = Mutex<[Key: Column]>([:])

  private struct Key: Hashable {
    var stream: DrawStream
    var isNormal: Bool
  }

  /// Memory that is written once, before anybody else sees it.
  ///
  /// It begins at a cache line, so that no vector lies across two, and each column a tile and a
  /// line farther into its memory: long columns begin with a page, and equal places of all of them
  /// would compete for the same few lines of a cache.
  private final class Column: @unchecked Sendable {
    let start: UnsafeMutablePointer<Double>
    private let memory: UnsafeMutableRawPointer

    init(_ values: [Double], number: Int) {
      let offset = number % 7 * 72
      let capacity = offset + values.count + DrawBasis.padding
      memory = .allocate(byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
      start = memory.bindMemory(to: Double.self, capacity: capacity) + offset
      start.initialize(from: values, count: values.count)
      (start + values.count).initialize(repeating: values.last ?? 0.5, count: DrawBasis.padding)
    }

    deinit { memory.deallocate() }
  }

  init(_ streams: DrawStreams) {
    self.streams = streams
  }

  /// A column, at an address that is good as long as the basis.
  func column(_ stream: DrawStream, normal: Bool) -> UnsafePointer<Double> {
    let key = Key(stream: stream, isNormal: normal)
    if let known = columns.withLock({ $0[key] }) { return UnsafePointer(known.start) }
    let levels = streams.uniforms(block: stream.block, dimension: stream.dimension)
    let fresh = Column(
      normal ? Elementary.normalQuantiles(levels) : levels, number: stream.dimension)
    // If two threads make it, the first one's stays.
    let column = columns.withLock { columns in
      if let known = columns[key] { return known }
      columns[key] = fresh
      return fresh
    }
    return UnsafePointer(column.start)
  }
}

/// Where an input's draws come from.
package struct DrawStream: Hashable, Sendable {
  /// The block, whose dimensions fill their space evenly together.
  package var block: String
  /// The dimension in the block, from 0.
  package var dimension: Int

  /// Names a stream.
  package init(block: String, dimension: Int) {
    self.block = block
    self.dimension = dimension
  }
}
