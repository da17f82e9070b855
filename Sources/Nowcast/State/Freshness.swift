/// The figures that a company's state rests on, how old they are, and which reports have been due
/// since.
package struct Freshness: Hashable, Sendable {
  /// A figure of the state.
  package struct Figure: Hashable, Sendable {
    /// The use of a figure.
    package enum Role: String, Hashable, Sendable, CaseIterable {
      /// Revenue of the base.
      case revenue
      /// The newest observation of revenue: a part of a year or a run rate after the base.
      case revenueSince = "revenue_since"
      /// The operating result, or what stands in for it.
      case result
      /// The cash flow.
      case cashFlow = "cash_flow"
      /// The balance.
      case cash
    }

    /// The use of the figure.
    package var role: Role
    /// The end of its period, in months since the year 0.
    package var end: Double
    /// The time since then, in months.
    package var age: Double
  }

  /// A report that was to be expected and isn't on file.
  package struct Due: Hashable, Sendable {
    /// The months of the fiscal year that it covers: 3, 6, 9 or 12.
    package var months: Int
    /// The end of its period, in months since the year 0.
    package var end: Double
    /// The usual time of publication of such reports, in months since the year 0.
    package var since: Double
  }

  /// The figures, in the order of their roles; one that isn't known is left out.
  package var figures: [Figure]
  /// Reports that are due, the oldest first.
  package var due: [Due]
  /// True if the base is too old to say anything of the company.
  package var isTooOld: Bool

  /// Looks at a state.
  ///
  /// - Parameters:
  ///   - nowcast: The state.
  ///   - rows: The rows that it was estimated from.
  ///   - rhythm: How often the company has to report.
  ///   - fiscalYearEnd: The month in which its year ends.
  ///   - reporting: When reports are usually published.
  package init(
    of nowcast: Nowcast, rows: [ReportedAmount], rhythm: ReportingRhythm, fiscalYearEnd: Int,
    reporting: ReportingParameters
  ) {
    let since = nowcast.observations.last { $0.kind != .window }?.time
    let ends: [(Figure.Role, Double?)] = [
      (.revenue, nowcast.base?.end), (.revenueSince, since.map { 12 * $0 }),
      (.result, nowcast.resultWindow?.end), (.cashFlow, nowcast.gap?.end),
      (.cash, nowcast.cash?.at),
    ]
    figures = ends.compactMap { role, end in
      end.map { Figure(role: role, end: $0, age: nowcast.asOf - $0) }
    }
    if case .tooOld = nowcast.age { isTooOld = true } else { isTooOld = false }
    let calendar = ReportingCalendar(
      rhythm: rhythm, fiscalYearEnd: fiscalYearEnd, reporting: reporting)
    due =
      Self.newestReport(rows, asOf: nowcast.asOf, reporting).map {
        calendar.reports(after: $0, by: nowcast.asOf)
      } ?? []
  }

  /// The end of the newest period of which revenue is known, in months since the year 0.
  package static func newestReport(
    _ rows: [ReportedAmount], asOf: Double, _ reporting: ReportingParameters
  ) -> Double? {
    rows.filter { $0.metric == "revenue" && $0.isOverTime && $0.isKnown(at: asOf, reporting) }
      .map(\.end).max()
  }
}

/// The rhythm in which a company has to report, by where its shares are listed.
package enum ReportingRhythm: Hashable, Sendable {
  /// Nobody makes it report.
  case none
  /// Half-years and years.
  case halfYearly
  /// Quarters too.
  case quarterly

  /// Exchanges that ask for quarterly reports, or whose foreign companies publish them as well.
  private static let quarterlyExchanges: Set<String> = ["SSE", "SZSE", "NASDAQ", "NYSE"]

  /// The strictest of the exchanges in a listing such as `NYSE BABA, HKEX 9988`.
  package init(listing: String?) {
    guard let listing else {
      self = .none
      return
    }
    let words = listing.split { !$0.isLetter }.map { $0.uppercased() }
    self = words.contains { Self.quarterlyExchanges.contains($0) } ? .quarterly : .halfYearly
  }

  /// The months of a period; nil for none.
  var months: Int? {
    switch self {
    case .none: nil
    case .halfYearly: 6
    case .quarterly: 3
    }
  }
}
