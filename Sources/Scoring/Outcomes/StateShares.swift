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
  package init?(_ outcome: OutcomeDraws) { self.init(outcome.states) }

  /// The shares of draws with a known state; nil when none has one.
  package init?(_ states: [OutcomeState?]) {
    var counts = [0, 0, 0, 0]
    for case .some(let state) in states { counts[Int(state.rawValue)] += 1 }
    self.init(weights: counts.map(Double.init))
  }

  /// Shares by weights, in the order of the states' raw values; nil where they are nothing.
  init?(weights: [Double]) {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    let shares = weights.map { $0 / sum }
    self.init(
      brokeEven: shares[Int(OutcomeState.brokeEven.rawValue)],
      stillLosing: shares[Int(OutcomeState.stillLosing.rawValue)],
      sold: shares[Int(OutcomeState.sold.rawValue)],
      cashedOut: shares[Int(OutcomeState.cashedOut.rawValue)])
  }
}
