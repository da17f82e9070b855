/// Eight lanes each of Σ(x - pivot), Σ(x - pivot)², the smallest and the largest value.
final class SummaryLanes {
  let start: UnsafeMutablePointer<Double>

  init() {
    start = .allocate(capacity: 32)
    reset()
  }

  deinit { start.deallocate() }

  func reset() {
    start.initialize(repeating: 0, count: 16)
    (start + 16).initialize(repeating: .infinity, count: 8)
    (start + 24).initialize(repeating: -.infinity, count: 8)
  }

  func copy(_ other: SummaryLanes) { start.update(from: other.start, count: 32) }

  func add(_ x: Double, pivot: Double, lane: Int) {
    let deviation = x - pivot
    start[lane] += deviation
    start[8 + lane] += deviation * deviation
    start[16 + lane] = x < start[16 + lane] ? x : start[16 + lane]
    start[24 + lane] = x > start[24 + lane] ? x : start[24 + lane]
  }

  var sum: Double { sum(start) }
  var squares: Double { sum(start + 8) }
  var low: Double { (16..<24).reduce(.infinity) { start[$1] < $0 ? start[$1] : $0 } }
  var high: Double { (24..<32).reduce(-.infinity) { start[$1] > $0 ? start[$1] : $0 } }

  /// Lanes added in pairs: an order that vectors of any width can follow.
  private func sum(_ x: UnsafePointer<Double>) -> Double {
    ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]))
  }
}
