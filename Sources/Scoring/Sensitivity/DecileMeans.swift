/// A result's mean in the lowest and highest tenth of an input (Method 8.1).
package struct DecileMeans: Hashable, Sendable {
  /// The mean in the lowest tenth; nil without known draws.
  package let low: Double?
  /// The mean in the highest tenth; nil without known draws.
  package let high: Double?

  /// Means over the draws with a level below 0.1, and of 0.9 or more.
  ///
  /// For an indicator these are probabilities. Results that aren't numbers are left out.
  package init(of result: [Double], levels: [Double]) {
    precondition(result.count == levels.count)
    var low = (count: 0, sum: 0.0)
    var high = (count: 0, sum: 0.0)
    for (value, level) in zip(result, levels) where value.isFinite {
      if level < 0.1 {
        low = (low.count + 1, low.sum + value)
      } else if level >= 0.9 {
        high = (high.count + 1, high.sum + value)
      }
    }
    self.low = low.count == 0 ? nil : low.sum / Double(low.count)
    self.high = high.count == 0 ? nil : high.sum / Double(high.count)
  }
}
