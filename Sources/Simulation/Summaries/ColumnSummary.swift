/// The summary of a column of draws, without the draws.
package struct ColumnSummary: Hashable, Sendable {
  /// The number of draws.
  package let count: Int
  /// The number of draws that were not finite; they count nowhere else.
  package let flagged: Int
  /// The mean; nil without a finite draw.
  package internal(set) var mean: Double?
  /// The sample standard deviation, with n - 1; nil for fewer than two finite draws.
  package internal(set) var sd: Double?
  /// The smallest and the largest value; nil without a finite draw.
  package internal(set) var range: ClosedRange<Double>?
  var quantiles: (p5: Double, p50: Double, p95: Double)?

  init(count: Int, flagged: Int) {
    self.count = count
    self.flagged = flagged
  }

  /// The 5th percentile; nil without a finite draw.
  package var p5: Double? { quantiles?.p5 }
  /// The median; nil without a finite draw.
  package var p50: Double? { quantiles?.p50 }
  /// The 95th percentile; nil without a finite draw.
  package var p95: Double? { quantiles?.p95 }

  package static func == (left: ColumnSummary, right: ColumnSummary) -> Bool {
    left.count == right.count && left.flagged == right.flagged && left.mean == right.mean
      && left.sd == right.sd && left.range == right.range
      && left.p5 == right.p5 && left.p50 == right.p50 && left.p95 == right.p95
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(mean)
    hasher.combine(p50)
  }
}
