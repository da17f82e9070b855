internal import Simulation

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
    var counts = [0, 0, 0, 0]
    for case .some(let state) in outcome.states { counts[Int(state.rawValue)] += 1 }
    let known = counts.reduce(0, +)
    guard known > 0 else { return nil }
    let shares = counts.map { Double($0) / Double(known) }
    self.init(
      brokeEven: shares[Int(OutcomeState.brokeEven.rawValue)],
      stillLosing: shares[Int(OutcomeState.stillLosing.rawValue)],
      sold: shares[Int(OutcomeState.sold.rawValue)],
      cashedOut: shares[Int(OutcomeState.cashedOut.rawValue)])
  }

  /// P(alive): broke even first or still losing.
  package var alive: Double { brokeEven + stillLosing }
}

/// The outside view: the model's odds of survival pulled towards a reference class
/// (Method 4.5).
package struct Pooling: Sendable {
  /// The four states in every draw of the prior and of omega, in the order of `StateShares`.
  package var brokeEven: [Double]
  /// Still losing.
  package var stillLosing: [Double]
  /// Sold.
  package var sold: [Double]
  /// Cashed out.
  package var cashedOut: [Double]

  /// logit P_adj = (1 - omega) logit P_model + omega logit S, draw by draw.
  ///
  /// Only survival is pooled: what happens given survival, or given its end, keeps its
  /// proportions, so the four still sum to 1. Where no draw of the model survives, the class's
  /// survivors are still losing; where all do, the class's dead are sold with `soldShare`.
  ///
  /// - Parameters:
  ///   - model: The model's states.
  ///   - draws: n, the draws behind them: P is clipped to 1/2n...1 - 1/2n.
  ///   - survival: Draws of S over the modelled years; see `rescaled(survival:period:to:)`.
  ///   - omega: Draws of the weight of the class; 0 leaves the model alone.
  ///   - soldShare: The mean probability that a company out of money is sold.
  package init(
    model: StateShares, draws: Int, survival: [Double], omega: [Double], soldShare: Double
  ) {
    precondition(survival.count == omega.count && draws > 0)
    let clip = 1 / (2 * Double(draws))
    let alive = model.alive
    let dead = model.sold + model.cashedOut
    let odds = Elementary.logit(min(max(alive, clip), 1 - clip))
    // Half a draw: shares are multiples of 1/n.
    let someAlive = alive > clip
    let someDead = dead > clip
    let pooled = zip(survival, omega).map { survival, omega in
      guard omega != 0 else { return alive }
      return Elementary.logistic((1 - omega) * odds + omega * Elementary.logit(survival))
    }
    brokeEven = pooled.map { someAlive ? model.brokeEven / alive * $0 : 0 }
    stillLosing = pooled.map { someAlive ? model.stillLosing / alive * $0 : $0 }
    sold = pooled.map { (someDead ? model.sold / dead : soldShare) * (1 - $0) }
    cashedOut = pooled.map { (someDead ? model.cashedOut / dead : 1 - soldShare) * (1 - $0) }
  }

  /// The class's survival over the modelled years, S^(years/period), from draws over its period.
  ///
  /// - Parameters:
  ///   - survival: Draws of S, each in (0, 1): Beta(3, 11) for independent newcomers, Beta(5, 3)
  ///     for backed ones.
  ///   - period: The years in which that share survived.
  ///   - years: From the as-of day to the horizon's end.
  /// - Returns: Draws of the rescaled survival.
  package static func rescaled(
    survival: [Double], period: Double = 6, to years: Double
  ) -> [Double] {
    survival.map { Elementary.exp(years / period * Elementary.log($0)) }
  }
}
