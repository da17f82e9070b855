import Facts

/// The amount of some months that a report is about to tell, as the windows will take it.
package struct ExpectedAmount: Hashable, Sendable {
  /// The beginning of the months, in months since the year 0.
  package var start: Double
  /// Their end.
  package var end: Double
  /// The known amounts that make twelve months to the same end together with it, in the currency of
  /// the rows; nil where it will complete no twelve months.
  package var rest: Double?
  /// The amount of the same months a year before; nil where nobody knows it.
  package var before: Double?
  /// The amount of the months that are told already, from the start on; 0 where none are.
  package var told: Double
  /// The end of those months, in months since the year 0: the start where none are.
  package var toldTo: Double

  /// The length in months.
  package var months: Int { Int((end - start).rounded()) }

  /// Looks at what is known of some metrics, of which the mean counts.
  ///
  /// - Parameters:
  ///   - metrics: The metrics.
  ///   - start: The beginning of the months.
  ///   - end: Their end.
  ///   - rows: What was reported, in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - reporting: When rows are known, and how exact they are.
  package init(
    of metrics: [String], from start: Double, to end: Double, rows: [ReportedAmount],
    asOf: Double, reporting: ReportingParameters
  ) {
    self.start = start
    self.end = end
    let length = Int((end - start).rounded())
    let finders = metrics.map { metric in
      rows.filter { $0.metric == metric && $0.isKnown(at: asOf, reporting) }
        .sorted(by: ReportedAmount.isBefore)
    }
    rest = Self.mean(
      finders.map { known in
        // Of nothing and exact, so that the window's amount is what the others bring.
        let expected = ReportedAmount(
          metric: "", start: start, end: end, value: 0, confidence: .high, usdRate: 1,
          knownSince: asOf, period: Self.mark)
        let window = WindowFinder(known + [expected], reporting).windows()[
          WindowFinder.point(end)]
        guard let window, window.terms.contains(where: { $0.period == Self.mark && $0.sign > 0 })
        else { return nil }
        return window.amount
      })
    func amount(months: Int, endingAt end: Double) -> Double? {
      Self.mean(
        finders.map { known in
          WindowFinder(known, reporting).windows(months: months)[WindowFinder.point(end)]?.amount
        })
    }
    before = amount(months: length, endingAt: end - 12)
    (told, toldTo) = (0, start)
    for months in stride(from: length - 3, to: 0, by: -3) {
      let to = start + Double(months)
      guard let amount = amount(months: months, endingAt: to) else { continue }
      (told, toldTo) = (amount, to)
      break
    }
  }

  private static let mark = "expected"

  private static func mean(_ amounts: [Double?]) -> Double? {
    let known = amounts.compactMap(\.self)
    guard !known.isEmpty, known.count == amounts.count else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }
}

/// A figure that was reported, with its own error.
package struct ReportedFigure: Hashable, Sendable {
  /// The figure, in the currency of its rows.
  package var value: Double
  /// Its standard deviation.
  package var deviation: Double
  /// The sources behind it.
  package var sources: [String]

  /// Makes one.
  package init(value: Double, deviation: Double, sources: [String] = []) {
    self.value = value
    self.deviation = deviation
    self.sources = sources
  }

  /// The amount of some months that end at a time, the mean of those metrics that are known; nil
  /// where none is.
  package init?(
    of metrics: [String], from start: Double, to end: Double, rows: [ReportedAmount],
    asOf: Double, reporting: ReportingParameters
  ) {
    let windows = metrics.compactMap { metric -> Window? in
      let known = rows.filter { $0.metric == metric && $0.isKnown(at: asOf, reporting) }
        .sorted(by: ReportedAmount.isBefore)
      return WindowFinder(known, reporting).windows(months: Int((end - start).rounded()))[
        WindowFinder.point(end)]
    }
    guard !windows.isEmpty else { return nil }
    let count = Double(windows.count)
    value = windows.reduce(0) { $0 + $1.amount } / count
    deviation = windows.reduce(0) { $0 + $1.deviation } / count
    sources = windows.flatMap(\.terms).map(\.source)
  }

  /// The balance by a metric at the end of a month; nil where none is known.
  package init?(
    balance metric: String, at end: Double, rows: [ReportedAmount], asOf: Double,
    reporting: ReportingParameters
  ) {
    let known = rows.filter {
      $0.metric == metric && abs($0.end - end) < 0.5 && $0.isKnown(at: asOf, reporting)
    }
    guard let row = known.newest(reporting) else { return nil }
    self.init(row, reporting)
  }

  /// A row as it stands.
  package init(_ row: ReportedAmount, _ reporting: ReportingParameters) {
    self.init(value: row.value, deviation: row.deviation(reporting), sources: [row.source])
  }
}

extension Accounts {
  /// The metrics that stand for the operating result as well as these do: like is held against
  /// like.
  package static func resultMetrics(like metrics: [String]) -> [String] {
    resultRanks.first { !Set($0).isDisjoint(with: metrics) } ?? metrics
  }
}
