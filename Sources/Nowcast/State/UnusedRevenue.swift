/// Revenue on file that no state can be estimated from, though it is newer than what is used.
package enum UnusedRevenue {
  /// The amounts above 0 that end after the newest twelve months and the newest part of a year: of so many months
  /// that nothing is known of their season, and without others that would make a year of them.
  ///
  /// - Parameters:
  ///   - rows: What was reported, known or not, in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - parameters: The numbers that a state is estimated with.
  /// - Returns: The amounts in the order of time; run rates are never among them.
  package static func all(
    in rows: [ReportedAmount], asOf: Double, parameters: NowcastParameters
  ) -> [ReportedAmount] {
    let accounts = Accounts(rows, asOf: asOf, parameters: parameters)
    let parts = accounts.revenues.filter { $0.seasonalError(parameters.reporting) != nil }
    let used = (accounts.revenueWindows.map(\.end) + parts.map(\.end)).max() ?? 0
    return accounts.revenues.filter { $0.end > used + 0.1 }.sorted {
      ($0.end, $0.length, $0.period) < ($1.end, $1.length, $1.period)
    }
  }
}
