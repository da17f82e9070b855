/// The outlook of a company up to a year: breaks even, keeps losing, is sold, runs out of cash.
package struct Outlook: Sendable {
  /// The state of one draw at the end; the first thing that happens decides.
  package enum State: UInt8, Hashable, Sendable, CaseIterable {
    /// Nothing happened up to the last year.
    case stillLosing
    /// The operating result was not below zero for two years running, or in the last year.
    case brokeEven
    /// Cash ran out.
    case outOfCash
    /// Sold: taken over, or instead of running out.
    case sold
  }

  /// One calendar year, one value a draw.
  package struct Year: Sendable {
    /// The calendar year.
    package var year: Int
    /// Revenue, k and gap.
    package var course: Course.Year
    /// Operating result in US dollars.
    package var result: [Double]
    /// Cash flow before financing in US dollars, of the whole year.
    package var cashFlow: [Double]
    /// Money raised and paid in; empty where nobody knows the cash.
    package var raised: [Double]
    /// Cash at the year's end, without meaning once it ran out; empty where nobody knows it.
    package var cash: [Double]
  }

  /// The years.
  package var years: [Year]
  /// Cash on the day in US dollars, below 0 where facts contradict each other; nil if not known.
  package var cashToday: [Double]?
  /// The state of each draw; nil where nobody knows the cash, since then nobody can say.
  package var states: [State]?
  /// The year in which it happened, a draw each; 0 where nothing did.
  package var happened: [Int]

  /// The share of draws with a state.
  package func share(_ state: State) -> Double? {
    states.map { all in Double(all.count { $0 == state }) / Double(all.count) }
  }
}

/// The known facts about how a company finds money, besides its accounts.
package struct Funding: Hashable, Sendable {
  /// Money that was promised and isn't paid in yet.
  package struct Commitment: Hashable, Sendable {
    /// The time at which it is due, in months since the year 0.
    package var paidBy: Double
    /// The amount in US dollars.
    package var amount: Double
    /// The probability that it comes.
    package var probability: Double
  }

  /// True if state institutions or funds back it.
  package var isStateLinked: Bool
  /// True if it is on a stock exchange.
  package var isListed: Bool
  /// The newest round, in months since the year 0; nil where none is known.
  package var lastRound: Double?
  /// Promised money.
  package var commitments: [Commitment]

  /// Makes one from its parts.
  package init(
    isStateLinked: Bool = false, isListed: Bool, lastRound: Double?,
    commitments: [Commitment] = []
  ) {
    self.isStateLinked = isStateLinked
    self.isListed = isListed
    self.lastRound = lastRound
    self.commitments = commitments
  }
}
