/// How many values fall into each of equal bins.
package struct Histogram: Hashable, Sendable {
  /// The smallest value, where the first bin begins.
  package let low: Double
  /// The largest value, which the last bin includes.
  package let high: Double
  /// The number of values in each bin.
  package let counts: [Int]

  /// Counts finite values; nil without any.
  ///
  /// Values that are all equal fall into the first bin.
  package init?(_ values: [Double], bins: Int) {
    precondition(bins > 0, "a histogram needs at least one bin")
    guard let low = values.min(), let high = values.max() else { return nil }
    var counts = [Int](repeating: 0, count: bins)
    // Halves, so that the width of the widest range doesn't overflow.
    let width = high * 0.5 - low * 0.5
    for value in values {
      let share = width > 0 ? (value * 0.5 - low * 0.5) / width : 0
      counts[min(bins - 1, Int(share * Double(bins)))] += 1
    }
    self.low = low
    self.high = high
    self.counts = counts
  }
}
