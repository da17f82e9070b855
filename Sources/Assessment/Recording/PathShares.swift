internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation

/// A path's shares in its company, known when all of the company's paths are.
struct PathShares: Sendable {
  var exposure: Quantity
  var drain: Quantity
  var support: Quantity
  var oddsWithout: Quantity
  /// The odds with the path, where striking it out raises them by more than the draws leave open.
  var worseWith: Double?

  /// Shares that are unknown for one reason.
  init(unknown reason: Reason) {
    exposure = .unknown(reason)
    drain = exposure
    support = exposure
    oddsWithout = exposure
  }

  init(exposure: Quantity, drain: Quantity, support: Quantity, oddsWithout: Quantity) {
    self.exposure = exposure
    self.drain = drain
    self.support = support
    self.oddsWithout = oddsWithout
  }

  /// Makes the shares of the path at a place in an outcome.
  init(_ outcome: CompanyOutcome, path index: Int, _ quantities: Quantities) {
    if outcome.lines[index].isWithheld {
      self = PathShares(unknown: Reason(.lineLeftOut))
      return
    }
    let shares = outcome.exposure
    let exposure = Summary(shares.exposure.paths[index]).quantity(unit: .point)
    let drain = Summary(shares.exposure.drains[index]).quantity(unit: .point)
    let support = Summary(shares.supports[index]).quantity(unit: .point)
    let oddsWithout =
      outcome.without[index].map { quantities.probability($0.probability(of: .brokeEven)) }
      ?? .unknown(Reason(.earningHasNoOdds))
    self.init(
      exposure: exposure, drain: drain, support: support, oddsWithout: oddsWithout)
    if let with = outcome.draws?.probability(of: .brokeEven).value,
      let without = oddsWithout.estimate,
      without.value - with > max(0.005, 2 * without.standardError)
    {
      worseWith = with
    }
  }
}
