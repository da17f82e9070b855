import Simulation

/// The amounts reported in the end, whenever they became known: what forecasts are held against.
package struct SeenAmounts: Sendable {
  private let accounts: Accounts

  /// Takes all rows of a company.
  package init(_ rows: [ReportedAmount], _ parameters: NowcastParameters) {
    accounts = Accounts(rows, asOf: .infinity, parameters: parameters)
  }

  /// The ends of twelve months with a revenue that lie whole years, up to five, after a time.
  package func revenueEnds(after base: Double) -> [Double] {
    accounts.revenueWindows.map(\.end).filter {
      let years = ($0 - base) / 12
      return years > 0.5 && years < 5.01 && abs(years - years.rounded()) < 0.001
    }
  }

  /// Revenue of twelve months, in the currency of the rows.
  package func revenue(endingAt end: Double) -> Double? {
    accounts.revenue(endingAt: end)?.amount
  }

  /// The operating result of twelve months by metrics of the same rank as another: like is held
  /// against like.
  package func result(like other: ReportedResult, endingAt end: Double) -> Double? {
    let rank = Accounts.resultRanks.first { !Set($0).isDisjoint(with: other.metrics) }
    let amounts = (rank ?? []).compactMap { accounts.window($0, endingAt: end)?.amount }
    return amounts.isEmpty ? nil : amounts.reduce(0, +) / Double(amounts.count)
  }

  /// The balance by a metric at a time, in US dollars, if it is after another.
  package func balance(_ metric: String, endingAt end: Double, after asOf: Double) -> Double? {
    accounts.rows(metric).filter { abs($0.end - end) < 0.5 && $0.end > asOf }
      .newest(accounts.parameters.reporting)?.inUSD
  }
}
