import Synchronization

/// A column of quantile levels, with their normal quantiles once somebody needs them.
package final class QuantileLevels: Sendable {
  /// The levels, between 0 and 1.
  package let levels: [Double]
  private let known = Mutex<[Double]?>(nil)

  package init(_ levels: [Double]) {
    self.levels = levels
  }

  /// Φ⁻¹ of the levels.
  var normalQuantiles: [Double] {
    if let known = known.withLock({ $0 }) { return known }
    // Made outside the lock: two threads may both make it, with the same result.
    let fresh = Elementary.normalQuantiles(levels)
    known.withLock { $0 = fresh }
    return fresh
  }
}
