/// Shares of the four states; they sum to 1.
package struct StateShares: Hashable, Sendable {
  /// Broke even first.
  package var brokeEven: Double
  /// Still losing.
  package var stillLosing: Double
  /// Sold.
  package var sold: Double
  /// Cashed out.
  package var cashedOut: Double

  /// Makes shares.
  package init(brokeEven: Double, stillLosing: Double, sold: Double, cashedOut: Double) {
    self.brokeEven = brokeEven
    self.stillLosing = stillLosing
    self.sold = sold
    self.cashedOut = cashedOut
  }

  /// The shares of an outcome's known draws; nil when all are flagged.
  package init?(_ outcome: OutcomeDraws) {
    self.init(states: outcome.states)
  }

  /// The shares of known draws; nil when all are flagged.
  package init?(states: [OutcomeState?]) {
    var counts = [0, 0, 0, 0]
    for case .some(let state) in states { counts[Int(state.rawValue)] += 1 }
    let known = counts.reduce(0, +)
    guard known > 0 else { return nil }
    let shares = counts.map { Double($0) / Double(known) }
    self.init(
      brokeEven: shares[Int(OutcomeState.brokeEven.rawValue)],
      stillLosing: shares[Int(OutcomeState.stillLosing.rawValue)],
      sold: shares[Int(OutcomeState.sold.rawValue)],
      cashedOut: shares[Int(OutcomeState.cashedOut.rawValue)])
  }
}
