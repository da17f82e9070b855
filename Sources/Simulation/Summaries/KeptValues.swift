/// The values of a column that may be its quantile for one probability.
struct KeptValues {
  let probability: Double
  /// The bins of which every value so far is kept; nil where there are none.
  private(set) var complete: ClosedRange<Int>?
  /// The bins in which the quantile lies by the latest counts.
  private(set) var latest = 0...(Bins.count - 1)
  /// The number of values in bins below those.
  private(set) var below = 0
  private var values: UnsafeMutablePointer<Double>
  /// The number of values that are kept.
  private var length = 0
  private var capacity = 1024

  init(probability: Double) {
    self.probability = probability
    values = .allocate(capacity: capacity)
  }

  func deallocate() { values.deallocate() }

  mutating func reset() {
    length = 0
    below = 0
    latest = 0...(Bins.count - 1)
    complete = latest
  }

  /// Makes room for more values and the 8 that a vector may write beyond them.
  private mutating func reserve(_ count: Int) {
    let needed = length + count + 8
    guard needed > capacity else { return }
    capacity = max(2 * capacity, needed)
    let larger = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    larger.update(from: values, count: length)
    values.deallocate()
    values = larger
  }

  /// Says that values weren't kept.
  mutating func missedValues() { complete = nil }

  /// Says which bins the quantile may lie in, and how many values lie below.
  mutating func narrow(to range: ClosedRange<Int>, below: Int) {
    latest = range
    self.below = below
    complete = complete.flatMap {
      let first = max($0.lowerBound, range.lowerBound)
      let last = min($0.upperBound, range.upperBound)
      return first <= last ? first...last : nil
    }
  }

  mutating func removeAll() { length = 0 }

  mutating func append(_ value: Double) {
    reserve(1)
    values[length] = value
    length += 1
  }

  /// Keeps those values of a part that may be the quantile.
  mutating func collect(
    _ part: UnsafePointer<Double>, _ bins: UnsafePointer<UInt16>, count: Int,
    by kernels: SummaryKernels
  ) {
    guard let complete else { return }
    reserve(count)
    length = kernels.collect(part, bins, count: count, in: complete, into: values, length: length)
  }

  /// Keeps the values of the latest bins alone; what is written never passes what is still to read.
  mutating func filter(by kind: Bins, _ scratch: SummaryScratch, _ kernels: SummaryKernels) {
    let all = length
    length = 0
    for start in stride(from: 0, to: all, by: ColumnSummarizer.part) {
      let count = min(ColumnSummarizer.part, all - start)
      kernels.bin(values + start, count: count, by: kind, into: scratch.bins)
      length = kernels.collect(
        values + start, scratch.bins, count: count, in: latest, into: values, length: length)
    }
  }

  /// The value of a rank among those kept, and the next one; changes what is kept.
  func values(rank: Int, by kernels: SummaryKernels) -> (value: Double, next: Double) {
    precondition(rank >= 0 && rank < length, "a quantile's value was not kept")
    return kernels.select(rank: rank, from: values, count: length)
  }
}
