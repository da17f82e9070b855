package import Facts
package import Nowcast

/// The known facts about how a company finds money, besides the state that its accounts give.
package struct CompanyStanding: Hashable, Sendable {
  /// Money that was promised and isn't paid in yet.
  package struct Commitment: Hashable, Sendable {
    /// The time at which it is due, in months since the year 0.
    package var paidBy: Double
    /// The amount in US dollars.
    package var amount: Double
    /// The probability that it comes.
    package var probability: Double
  }

  /// True if it is of China or Hong Kong.
  package var isInChina: Bool
  /// True if it is on a stock exchange.
  package var isListed: Bool
  /// True if state institutions or funds back it.
  package var isStateLinked: Bool
  /// True if a parent company carries it.
  package var isParentBacked: Bool
  /// The parent's free cash flow a year in US dollars, where it is known.
  package var parentCashFlow: Double?
  /// The newest round, in months since the year 0; nil where none is known.
  package var lastRound: Double?
  /// Promised money.
  package var commitments: [Commitment]

  /// Makes one from its parts.
  package init(
    isInChina: Bool = false, isListed: Bool = false, isStateLinked: Bool = false,
    isParentBacked: Bool = false, parentCashFlow: Double? = nil, lastRound: Double? = nil,
    commitments: [Commitment] = []
  ) {
    self.isInChina = isInChina
    self.isListed = isListed
    self.isStateLinked = isStateLinked
    self.isParentBacked = isParentBacked
    self.parentCashFlow = parentCashFlow
    self.lastRound = lastRound
    self.commitments = commitments
  }

  /// Takes what a company's file says; the newest round is that of its accounts.
  package init(
    _ company: Company, rows: [ReportedAmount], asOf: Double, parentCashFlow: Double? = nil,
    commitments: [Commitment] = []
  ) {
    let rounds = rows.filter { $0.metric == "funding_round_amount" && $0.end <= asOf }
    self.init(
      isInChina: company.region == "china" || ["CN", "HK"].contains(company.country ?? ""),
      isListed: company.financing == .listed || company.listing != nil,
      isStateLinked: company.financing == .stateLinked,
      isParentBacked: company.financing == .parentBacked, parentCashFlow: parentCashFlow,
      lastRound: rounds.map(\.end).max(), commitments: commitments)
  }
}
