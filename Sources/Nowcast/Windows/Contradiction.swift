/// A reported amount and other periods that say something else of the same months.
package struct Contradiction: Hashable, Sendable {
  /// The metric.
  package var metric: String
  /// The reported amount.
  package var amount: ReportedAmount
  /// The same months by other periods.
  package var others: Window

  /// A difference below this share of the amount is rounding or a restatement.
  private static let leastShare = 0.02
  /// And so is one below so many standard deviations of both.
  private static let leastDeviations = 3.0

  /// The periods that take part, whichever of them is taken for the amount.
  private var periods: Set<String> { Set(others.terms.map(\.period) + [amount.period]) }

  /// The contradictions among amounts over time that are known at a time, one for each set of
  /// periods: of a year and its halves the year is the amount.
  package static func all(
    in rows: [ReportedAmount], asOf: Double, reporting: ReportingParameters
  ) -> [Contradiction] {
    let known = rows.filter { $0.isOverTime && $0.isKnown(at: asOf, reporting) }
      .sorted(by: ReportedAmount.isBefore)
    let byMetric = Dictionary(grouping: known, by: \.metric)
    return byMetric.keys.sorted().flatMap { metric -> [Contradiction] in
      let found = WindowFinder(byMetric[metric] ?? [], reporting).comparisons.filter { pair in
        let apart = abs(pair.amount.value - pair.others.amount)
        let variance = pair.variance + pair.others.deviation * pair.others.deviation
        return apart
          > max(
            leastShare * pair.amount.value.magnitude, leastDeviations * variance.squareRoot())
      }.map { Contradiction(metric: metric, amount: $0.amount, others: $0.others) }
      let longestFirst = found.sorted { left, right in
        left.amount.length != right.amount.length
          ? left.amount.length > right.amount.length : left.amount.end < right.amount.end
      }
      var said: Set<Set<String>> = []
      return longestFirst.filter { said.insert($0.periods).inserted }
    }
  }

  /// Returns true if one of the periods is among some that were used.
  package func reaches(_ terms: [Window.Term]) -> Bool {
    terms.contains { periods.contains($0.period) }
  }
}
