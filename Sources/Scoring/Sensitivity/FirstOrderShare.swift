/// The share of a result's variance that an input explains alone, from the run's own draws
/// (Method 8.2).
package enum FirstOrderShare {
  /// S1 = 1 - (mean variance within bins, divisor n_b - 1) / Var(Y).
  ///
  /// Bins weigh by their draws. Unbiased around 0 for an input that explains nothing, so it may
  /// come out below 0. Results that aren't numbers are left out. Nil where the result doesn't
  /// vary or fewer than two draws are known.
  package static func share(of result: [Double], by bins: LevelBins) -> Double? {
    share(of: ExplainedResult(result), by: bins)
  }

  /// The same for a result that several inputs explain.
  package static func share(of result: ExplainedResult, by bins: LevelBins) -> Double? {
    precondition(result.deviations.count == bins.bins.count)
    guard result.isKnown else { return nil }
    let (counts, sums, squares) = sums(of: result, by: bins)
    let count = counts.reduce(0, +)
    let sum = sums.reduce(0, +)
    guard count > 1 else { return nil }
    let variance = (squares.reduce(0, +) - sum * sum / count) / (count - 1)
    guard variance > 0 else { return nil }
    var within = 0.0
    var used = 0.0
    for bin in counts.indices where counts[bin] > 1 {
      let spread = squares[bin] - sums[bin] * sums[bin] / counts[bin]
      within += counts[bin] * spread / (counts[bin] - 1)
      used += counts[bin]
    }
    guard used > 0 else { return nil }
    return 1 - within / used / variance
  }

  /// How many draws each bin has, the sum of their deviations and of their squares.
  private static func sums(
    of result: ExplainedResult, by bins: LevelBins
  ) -> (counts: [Double], sums: [Double], squares: [Double]) {
    var counts = result.isFinite ? bins.sizes : [Double](repeating: 0, count: bins.count)
    var sums = [Double](repeating: 0, count: bins.count)
    var squares = sums
    guard result.isFinite else {
      for (deviation, bin) in zip(result.deviations, bins.bins) where !deviation.isNaN {
        counts[Int(bin)] += 1
        sums[Int(bin)] += deviation
        squares[Int(bin)] += deviation * deviation
      }
      return (counts, sums, squares)
    }
    // The usual case, which every input of every result goes through.
    result.deviations.withUnsafeBufferPointer { deviations in
      bins.bins.withUnsafeBufferPointer { bins in
        sums.withUnsafeMutableBufferPointer { sums in
          squares.withUnsafeMutableBufferPointer { squares in
            for draw in 0..<deviations.count {
              let (deviation, bin) = (deviations[draw], Int(bins[draw]))
              sums[bin] += deviation
              squares[bin] += deviation * deviation
            }
          }
        }
      }
    }
    return (counts, sums, squares)
  }
}
