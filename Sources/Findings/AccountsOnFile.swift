package import RunRecord

/// The kind of evidence that a company's state of today rests on.
package enum AccountsOnFile: Hashable, Sendable {
  /// No amount of any period: rates of revenue that somebody told, so many, and no result.
  case none(rates: Int)
  /// Revenue of periods to so many months ago, but no result of any kind: costs are an assumption.
  case revenueAlone(months: Double)
  /// Revenue and results to so many months ago, by no filing: press, analysts, memory.
  case hearsay(months: Double)
  /// Accounts whose oldest figure, of revenue, result and cash, is so many months old.
  case accounts(months: Double)
}

extension Findings {
  /// The age in months from which accounts are said to be old beside the odds: two half-years.
  package static let oldAccounts = 12.0

  /// What the state of today rests on; nil where there is no state.
  package func accounts(_ company: CompanyRecord) -> AccountsOnFile? {
    guard let nowcast = company.nowcast else { return nil }
    let periods = nowcast.observations.filter { $0.kind != .runRate }
    func months(_ role: FreshnessRecord.Figure.Role) -> Double? {
      nowcast.freshness.figures.first { $0.role == role }?.months
    }
    guard let result = nowcast.result else {
      let age = months(.revenue) ?? months(.revenueSince) ?? 0
      return periods.isEmpty
        ? AccountsOnFile.none(rates: nowcast.observations.count) : .revenueAlone(months: age)
    }
    let sources = Set(((nowcast.window?.terms ?? []) + result.terms).map(\.source))
    let age = max(months(.result) ?? 0, months(.revenue) ?? 0)
    // What the press prints of a listed company's reports is its accounts.
    let areAccounts =
      company.listing != nil
      || record.sources.contains { sources.contains($0.id) && Self.isAccount($0.kind) }
    guard areAccounts else { return .hearsay(months: age) }
    // The odds rest on the oldest figure; of a company that earns nobody asks for its cash.
    let cash = company.alreadyBrokeEven == nil ? months(.cash) ?? 0 : 0
    return .accounts(months: max(age, cash))
  }

  /// True of a source that has accounts, or copies them from filings; what was calculated has no more
  /// than it was calculated from.
  private static func isAccount(_ kind: SourceKind) -> Bool {
    switch kind {
    case .filing, .aggregator: true
    case .press, .article, .analyst, .memory, .calculation, .assumption: false
    }
  }
}
