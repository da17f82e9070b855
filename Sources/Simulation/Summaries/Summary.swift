/// The summary of a column of draws: centre, spread, quantiles, and how many draws had to be left
/// out.
package struct Summary: Hashable, Sendable {
  /// The number of draws given.
  package let count: Int
  /// The number of draws that were not finite; they count nowhere else.
  package let flagged: Int
  /// The mean; nil without a finite draw.
  package let mean: Double?
  /// The sample standard deviation, with n - 1; nil for fewer than two finite draws.
  package let sd: Double?
  /// The 5th percentile; nil without a finite draw.
  package let p5: Double?
  /// The median; nil without a finite draw.
  package let p50: Double?
  /// The 95th percentile; nil without a finite draw.
  package let p95: Double?
  /// The finite draws, in order.
  package let finite: [Double]

  /// Summarises draws.
  package init(_ values: some Collection<Double>) {
    self.init(Array(values))
  }

  /// Summarises draws; an array of finite ones is kept without a copy.
  package init(_ values: [Double]) {
    self.init(ColumnSummary(values), of: values)
  }

  /// Summarises several columns, which takes less time than one by one.
  package static func summaries(of columns: [[Double]]) -> [Summary] {
    zip(ColumnSummary.summaries(of: columns), columns).map { Summary($0, of: $1) }
  }

  private init(_ summary: ColumnSummary, of values: [Double]) {
    count = summary.count
    flagged = summary.flagged
    finite = flagged == 0 ? values : values.filter { $0 - $0 == 0 }
    mean = summary.mean
    sd = summary.sd
    p5 = summary.p5
    p50 = summary.p50
    p95 = summary.p95
  }

  /// The Monte Carlo error of the mean, sd/√n: conservative for Sobol points.
  package var standardError: Double? {
    sd.map { $0 / Double(finite.count).squareRoot() }
  }
}
