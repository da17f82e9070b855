/// The values of a column that may be its quantile for one probability.
final class KeptValues {
  let probability: Double
  /// The bins of which every value so far is kept; nil where there are none.
  private(set) var complete: ClosedRange<Int>?
  /// The bins in which the quantile lies by the latest counts.
  private(set) var latest = 0...(Bins.count - 1)
  /// How many values lie in bins below those.
  private(set) var below = 0
  private(set) var values: UnsafeMutablePointer<Double>
  /// How many values are kept.
  var length = 0
  private var capacity = 1024

  init(probability: Double) {
    self.probability = probability
    values = .allocate(capacity: capacity)
  }

  deinit { values.deallocate() }

  func reset() {
    length = 0
    below = 0
    latest = 0...(Bins.count - 1)
    complete = latest
  }

  /// Makes room for more values and the 8 that a vector may write beyond them.
  func reserve(_ count: Int) {
    let needed = length + count + 8
    guard needed > capacity else { return }
    capacity = max(2 * capacity, needed)
    let larger = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    larger.update(from: values, count: length)
    values.deallocate()
    values = larger
  }

  /// Says that values weren't kept.
  func missedValues() { complete = nil }

  /// Says which bins the quantile may lie in, and how many values lie below.
  func narrow(to range: ClosedRange<Int>, below: Int) {
    latest = range
    self.below = below
    complete = complete.flatMap {
      let first = max($0.lowerBound, range.lowerBound)
      let last = min($0.upperBound, range.upperBound)
      return first <= last ? first...last : nil
    }
  }

  func append(_ value: Double) {
    reserve(1)
    values[length] = value
    length += 1
  }

  /// The value of a rank among those kept, and the next one; changes their order.
  func values(rank: Int) -> (Double, Double) {
    precondition(rank >= 0 && rank < length, "a quantile's value was not kept")
    var (first, last) = (0, length - 1)
    // Hoare's selection: on the left nothing is larger than the value of the rank, on the right
    // nothing smaller.
    while first < last {
      let pivot = median(values[first], values[(first + last) / 2], values[last])
      var (left, right) = (first, last)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          (values[left], values[right]) = (values[right], values[left])
          left += 1
          right -= 1
        }
      }
      if rank <= right {
        last = right
      } else if rank >= left {
        first = left
      } else {
        break
      }
    }
    let value = values[rank]
    guard rank + 1 < length else { return (value, value) }
    var next = values[rank + 1]
    for index in rank + 1..<length { next = values[index] < next ? values[index] : next }
    return (value, next)
  }

  private func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}
