/// A fiscal year as its accounts tell it.
package struct FiscalYear: Hashable, Sendable {
  /// The calendar year in which it ends, by which people call it.
  package var year: Int
  /// Its end, in months since the year 0.
  package var end: Double
  /// Its revenue; nil where none is known.
  package var revenue: Window?
  /// Its operating result, or what stands in for it; nil where nothing is known of results.
  package var result: ReportedResult?
  /// The balance of cash at its end; nil where none is known.
  package var cash: ReportedAmount?
  /// The rounds that were closed in it; none where none is known, which doesn't say that there were
  /// none.
  package var rounds: [ReportedAmount]
}

/// The fiscal years that a company's accounts tell, from the first to the last that is over.
package enum FiscalYears {
  /// How far from a year's end, in months, a balance may be and still be that of its end.
  static let balanceReach = 0.5

  /// The years in order, with those between them of which nothing is known.
  ///
  /// - Parameters:
  ///   - rows: What was reported, known or not, in any order; in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - fiscalYearEnd: The month in which the company's year ends, 1 to 12.
  ///   - parameters: The numbers by which figures count as known.
  /// - Returns: The years; none where no full year of revenue or of results is known.
  package static func all(
    of rows: [ReportedAmount], asOf: Double, fiscalYearEnd: Int, parameters: NowcastParameters
  ) -> [FiscalYear] {
    let accounts = Accounts(rows, asOf: asOf, parameters: parameters)
    let last = Int(((asOf - Double(fiscalYearEnd)) / 12 + 1e-9).rounded(.down))
    let first = accounts.revenueWindows.map(\.end).min().map { Int($0) / 12 - 1 } ?? last + 1
    guard first <= last else { return [] }
    let years = (first...last).map { year(calledBy: $0, 12 * $0 + fiscalYearEnd, accounts) }
    return Array(years.drop { $0.revenue == nil && $0.result == nil })
  }

  private static func year(
    calledBy year: Int, _ months: Int, _ accounts: Accounts
  ) -> FiscalYear {
    let end = Double(months)
    return FiscalYear(
      year: year, end: end, revenue: accounts.revenue(endingAt: end),
      result: accounts.results(endingAt: end), cash: balance(at: end, accounts),
      rounds: accounts.rows("funding_round_amount").filter { $0.end > end - 12 && $0.end <= end })
  }

  /// The balance at a time, of several metrics the widest, as for the cash of today.
  private static func balance(at end: Double, _ accounts: Accounts) -> ReportedAmount? {
    let reporting = accounts.parameters.reporting
    return Accounts.cashMetrics.flatMap { accounts.rows($0) }
      .filter { abs($0.end - end) <= balanceReach }
      .max { left, right in
        left.inUSD != right.inUSD
          ? left.inUSD < right.inUSD : right.isBetter(than: left, reporting)
      }
  }
}
