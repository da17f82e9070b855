/// Twelve months of a line of business as the accounts show it, beside those of the whole company.
package struct SegmentWindow: Hashable, Sendable {
  /// The metric.
  package var metric: String
  /// The line's revenue.
  package var window: Window
  /// The whole company's revenue of the same months; nil where nobody knows it.
  package var whole: Window?

  /// The months of the base where the line was told of them, else its newest twelve.
  ///
  /// Of several metrics the first that has any; nil where none has.
  ///
  /// - Parameters:
  ///   - metrics: The metrics that the line may be reported as, best first.
  ///   - base: The newest twelve months of the company.
  ///   - rows: What was reported, in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - reporting: When rows are known, and how exact they are.
  package init?(
    of metrics: [String], base: Window?, rows: [ReportedAmount], asOf: Double,
    reporting: ReportingParameters
  ) {
    func windows(_ metric: String) -> [Int: Window] {
      let known = rows.filter { $0.metric == metric && $0.isKnown(at: asOf, reporting) }
      return WindowFinder(known.sorted(by: ReportedAmount.isBefore), reporting).windows()
        .filter { $0.value.amount > 0 }
    }
    for metric in metrics {
      let found = windows(metric)
      let same = base.flatMap { found[WindowFinder.point($0.end)] }
      guard let window = same ?? found.values.max(by: { $0.end < $1.end }) else { continue }
      self.metric = metric
      self.window = window
      whole = windows("revenue")[WindowFinder.point(window.end)]
      return
    }
    return nil
  }
}
