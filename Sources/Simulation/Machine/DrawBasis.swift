import Synchronization

/// The columns that all jobs of a run share: uniform levels and their normal quantiles.
///
/// A column is made when it is first asked for and stays at its address. Every distribution is a
/// function of one of the two.
final class DrawBasis: Sendable {
  /// How many draws a column has room for beyond its own: a whole tile may be read at its end.
  private static let padding = 64

  let draws: DrawStreams
  private let streams: [DrawStream]
  /// By the number of the stream: its levels, then their normal quantiles.
  private let columns: Mutex<[Column?]>

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

  /// Makes the basis of some streams.
  init(_ draws: DrawStreams, of streams: [DrawStream]) {
    self.draws = draws
    self.streams = streams
    columns = Mutex(Array(repeating: nil, count: 2 * streams.count))
  }

  /// A stream by its number, and whether its normal quantiles are asked for rather than its levels.
  typealias Request = (stream: Int, isNormal: Bool)

  /// Columns, at addresses that are good as long as the basis; nil where no request is.
  ///
  /// All at once: threads that ask for one after the other get into each other's way.
  func columns(_ requests: [Request?]) -> [UnsafePointer<Double>?] {
    var found = columns.withLock { columns in
      requests.map { request in
        request.flatMap { columns[2 * $0.stream + ($0.isNormal ? 1 : 0)] }
          .map { UnsafePointer($0.start) }
      }
    }
    for (index, request) in requests.enumerated() {
      if let request, found[index] == nil { found[index] = make(request) }
    }
    return found
  }

  private func make(_ request: Request) -> UnsafePointer<Double> {
    let stream = streams[request.stream]
    let levels = draws.uniforms(block: stream.block, dimension: stream.dimension)
    let fresh = Column(
      request.isNormal ? Elementary.normalQuantiles(levels) : levels, number: stream.dimension)
    // If two threads make it, the first one's stays.
    let column = columns.withLock { columns in
      let place = 2 * request.stream + (request.isNormal ? 1 : 0)
      let column = columns[place] ?? fresh
      columns[place] = column
      return column
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
