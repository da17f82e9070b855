import Kernels

/// The passes over a column that summaries are made of, at a level of the kernels.
///
/// The loops in Swift say what the ones in C do; both give the same bits.
struct SummaryKernels {
  let level: KernelLevel

  /// Adds values to the lanes; the i-th of these belongs to lane i mod 8.
  func add(
    _ values: UnsafePointer<Double>, count: Int, pivot: Double, to lanes: SummaryLanes
  ) {
    let whole = level.native == nil ? 0 : count & ~7
    if let native = level.native, whole > 0 {
      bek_moments(native, values, Int32(whole), pivot, lanes.start)
    }
    for index in whole..<count { lanes.add(values[index], pivot: pivot, lane: index & 7) }
  }

  /// The bin of each value.
  func bin(
    _ values: UnsafePointer<Double>, count: Int, by kind: Bins,
    into bins: UnsafeMutablePointer<UInt16>
  ) {
    let whole = level.native == nil ? 0 : count & ~7
    if let native = level.native, whole > 0 {
      switch kind {
      case .equal(let low, let scale):
        bek_bins(native, values, Int32(whole), low, scale, bins)
      case .widening(let low, let base):
        bek_widening_bins(native, values, Int32(whole), low, base, bins)
      }
    }
    for index in whole..<count { bins[index] = UInt16(kind.bin(of: values[index])) }
  }

  /// Appends the values whose bin is in a range to a list with room for them and 8 more; gives
  /// its new length.
  func collect(
    _ values: UnsafePointer<Double>, _ bins: UnsafePointer<UInt16>, count: Int,
    in range: ClosedRange<Int>, into list: UnsafeMutablePointer<Double>, length: Int
  ) -> Int {
    let (first, last) = (UInt16(range.lowerBound), UInt16(range.upperBound))
    if let native = level.native {
      return Int(
        bek_collect(native, values, bins, Int32(count), first, last, list, Int32(length)))
    }
    var length = length
    for index in 0..<count where first <= bins[index] && bins[index] <= last {
      list[length] = values[index]
      length += 1
    }
    return length
  }
}

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
