import Simulation

/// The known figures of a company at a time, with all windows of twelve months.
package struct Accounts {
  /// The metrics that answer for the operating result, the best rank first: figures without one-off
  /// items before those with them, since fair-value losses of preferred shares are no cost.
  static let resultRanks = [
    ["operating_income"],
    ["adjusted_net_income", "adjusted_ebitda", "net_income_excluding_nonrecurring"],
    ["net_income_attributable", "net_income"],
  ]

  /// The metrics that answer for cash at hand.
  package static let cashMetrics = [
    "cash_and_short_term_investments", "cash_and_equivalents", "cash_and_investments",
  ]

  /// Metrics of which two rows of one day are two events and not two tellings of one.
  private static let addedUp: Set<String> = ["funding_round_amount"]

  let asOf: Double
  let parameters: NowcastParameters
  /// The rows that are known, by metric, in an order that doesn't depend on the files'; of one period the best,
  /// but all of what is added up.
  let rows: [String: [ReportedAmount]]
  /// Reported revenues above 0.
  let revenues: [ReportedAmount]
  /// Twelve months of revenue, the newest last.
  let revenueWindows: [Window]
  private let revenueByEnd: [Int: Window]
  private let otherWindows: [String: [Int: Window]]

  init(_ rows: [ReportedAmount], asOf: Double, parameters: NowcastParameters) {
    let reporting = parameters.reporting
    let known = rows.filter { $0.isKnown(at: asOf, reporting) }.sorted(
      by: ReportedAmount.isBefore)
    self.asOf = asOf
    self.parameters = parameters
    self.rows = Dictionary(grouping: known, by: \.metric).mapValues { rows in
      Self.addedUp.contains(rows[0].metric) ? rows : ReportedAmount.best(of: rows, reporting)
    }
    revenues = (self.rows["revenue"] ?? []).filter { $0.value > 0 }
    revenueByEnd = WindowFinder(revenues, reporting).windows().filter { $0.value.amount > 0 }
    revenueWindows = revenueByEnd.values.sorted { $0.end < $1.end }
    let metrics =
      Self.resultRanks.flatMap { $0 } + [
        "operating_cash_flow", "capital_expenditure", "free_cash_flow", "cash_burn",
      ]
    let found = self.rows
    otherWindows = Dictionary(
      uniqueKeysWithValues: metrics.map {
        ($0, WindowFinder(found[$0] ?? [], reporting).windows())
      })
  }

  /// The rows of a metric.
  func rows(_ metric: String) -> [ReportedAmount] { rows[metric] ?? [] }

  /// True of what was over by the day.
  ///
  /// A day is counted in mean months, so that the 31st lies a little beyond the
  /// month that it ends.
  func isOver(_ row: ReportedAmount) -> Bool { row.end <= asOf + 0.05 }

  /// Twelve months of revenue that end at a time.
  func revenue(endingAt end: Double) -> Window? { revenueByEnd[WindowFinder.point(end)] }

  /// Twelve months of another metric that end at a time.
  func window(_ metric: String, endingAt end: Double) -> Window? {
    otherWindows[metric]?[WindowFinder.point(end)]
  }

  /// The operating results of twelve months, by the best rank of metrics that has any.
  func results(endingAt end: Double) -> ReportedResult? {
    for rank in Self.resultRanks {
      let found = rank.compactMap { metric in
        window(metric, endingAt: end).map { (metric, $0) }
      }
      if let result = ReportedResult(found) { return result }
    }
    return nil
  }

  /// Log growth a year to the window that ends at a time: over a year, else since the newest window
  /// that ended half a year or more before.
  func growth(to window: Window) -> Double? {
    if let before = revenue(endingAt: window.end - 12) {
      return Elementary.log(window.amount / before.amount)
    }
    guard let before = revenueWindows.last(where: { $0.end <= window.end - 6 }) else { return nil }
    return Elementary.log(window.amount / before.amount) * 12 / (window.end - before.end)
  }
}

/// The known operating result of a period: the figure, or a range of stand-ins.
package struct ReportedResult: Hashable, Sendable {
  /// The lowest of the figures, in their currency.
  package var low: Double
  /// The highest.
  package var high: Double
  /// The metrics that the figures are of.
  package var metrics: [String]
  /// The windows of twelve months behind them, by the order of the metrics; none for part-years.
  package var windows: [Window]
  /// The sum of the figures and their number, for the mean.
  private var sum: Double
  private var count: Int

  init?(_ found: [(metric: String, window: Window)]) {
    self.init(found.map(\.metric), found.map(\.window.amount), windows: found.map(\.window))
  }

  init?(_ metrics: [String], _ amounts: [Double], windows: [Window] = []) {
    guard let low = amounts.min(), let high = amounts.max() else { return nil }
    self.low = low
    self.high = high
    self.metrics = metrics
    self.windows = windows
    sum = amounts.reduce(0, +)
    count = amounts.count
  }

  /// The mean of the figures.
  package var mean: Double { sum / Double(count) }

  /// True if it is an estimate: other figures stand in for the operating result.
  package var isEstimate: Bool { metrics != ["operating_income"] }
}
