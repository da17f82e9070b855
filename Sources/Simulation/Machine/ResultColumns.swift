/// The columns of a run's results while threads fill them.
struct ResultColumns: @unchecked Sendable {
  // Unchecked: threads write different draws, and columns are read after all have finished.

  /// The first draw of each column.
  let starts: [UnsafeMutablePointer<Double>]
  private let draws: Int

  /// More columns than this are made elsewhere and copied: each one open is a call that waits.
  private static let mostOpen = 256

  /// Makes arrays, and has `body` write every draw of all of them.
  static func filled(count: Int, draws: Int, by body: (ResultColumns) -> Void) -> [[Double]] {
    guard draws > 0 else { return [[Double]](repeating: [], count: count) }
    guard count <= mostOpen else { return copied(count: count, draws: draws, by: body) }
    var arrays = [[Double]](repeating: [], count: count)
    func open(_ starts: [UnsafeMutablePointer<Double>]) {
      guard starts.count < count else { return body(ResultColumns(starts: starts, draws: draws)) }
      let column = [Double](unsafeUninitializedCapacity: draws) { buffer, filled in
        guard let start = buffer.baseAddress else { return }
        open(starts + [start])
        filled = draws
      }
      arrays[starts.count] = column
    }
    open([])
    return arrays
  }

  private static func copied(
    count: Int, draws: Int, by body: (ResultColumns) -> Void
  ) -> [[Double]] {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count * draws))
    defer { memory.deallocate() }
    body(ResultColumns(starts: (0..<count).map { memory + $0 * draws }, draws: draws))
    return (0..<count).map {
      Array(UnsafeBufferPointer(start: memory + $0 * draws, count: draws))
    }
  }

  /// Whether every value is finite.
  var areFinite: Bool {
    let infinity = Double.infinity.bitPattern
    var others: UInt64 = 0
    for start in starts {
      for index in 0..<draws {
        others &+= start[index].bitPattern & infinity == infinity ? 1 : 0
      }
    }
    return others == 0
  }
}
