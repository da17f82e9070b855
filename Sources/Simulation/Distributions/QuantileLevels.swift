import Synchronization

/// A column of quantile levels, with their normal quantiles once somebody needs them.
package final class QuantileLevels: Sendable {
  /// Normal quantiles, and whether a table reaches all of them.
  struct Normal {
    let quantiles: [Double]
    let areInTables: Bool
  }

  /// The levels, between 0 and 1.
  package let levels: [Double]
  private let known = Mutex<Normal?>(nil)

  package init(_ levels: [Double]) {
    self.levels = levels
  }

  /// Φ⁻¹ of the levels.
  var normal: Normal {
    if let known = known.withLock({ $0 }) { return known }
    // Made outside the lock: two threads may both make it, with the same result.
    let quantiles = Elementary.normalQuantiles(levels)
    let fresh = Normal(
      quantiles: quantiles,
      areInTables: quantiles.allSatisfy { $0.magnitude < CubicTable.end })
    known.withLock { $0 = fresh }
    return fresh
  }
}
