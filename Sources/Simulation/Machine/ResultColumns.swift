/// The columns of a run's results while they are filled.
struct ResultColumns {
  /// The first draw of each column.
  let starts: [UnsafeMutablePointer<Double>]

  /// More columns than this are made elsewhere and copied: each one open is a call that waits.
  private static let mostOpen = 512

  /// Makes arrays, and has `body` write every draw of all of them.
  static func filled(count: Int, draws: Int, by body: (ResultColumns) -> Void) -> [[Double]] {
    guard draws > 0 else { return [[Double]](repeating: [], count: count) }
    guard count <= mostOpen else { return copied(count: count, draws: draws, by: body) }
    var arrays: [[Double]] = []
    arrays.reserveCapacity(count)
    var starts: [UnsafeMutablePointer<Double>] = []
    starts.reserveCapacity(count)
    func open() {
      guard starts.count < count else { return body(ResultColumns(starts: starts)) }
      let column = [Double](unsafeUninitializedCapacity: draws) { buffer, filled in
        if let start = buffer.baseAddress { starts.append(start) }
        open()
        filled = draws
      }
      // The column opened last is closed first.
      arrays.append(column)
    }
    open()
    return arrays.reversed()
  }

  private static func copied(
    count: Int, draws: Int, by body: (ResultColumns) -> Void
  ) -> [[Double]] {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: count * draws)
    defer { memory.deallocate() }
    body(ResultColumns(starts: (0..<count).map { memory + $0 * draws }))
    return (0..<count).map {
      Array(UnsafeBufferPointer(start: memory + $0 * draws, count: draws))
    }
  }
}
