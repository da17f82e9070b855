/// The most likely outcome of a company, by which the answer sorts companies.
public enum CompanyGroup: String, CaseIterable, Hashable, Sendable, Codable {
  /// More likely than not to break even before the money runs out.
  case breakEven = "break_even"
  /// More likely than not to run out of money or be sold.
  case runOut = "run_out"
  /// More likely than not to lose money still at the horizon.
  case stillLosing = "still_losing"
  /// None of these: no outcome is more likely than not.
  case open
  /// Broke even by its reported figures: no forecast.
  case already
  /// Too little is known.
  case unknown
}

extension CompanyGroup {
  /// The group of a company with odds.
  public init(_ states: StateProbabilities, on scale: JudgementScale) {
    let shares = OutcomeShares(
      brokeEven: states.brokeEven.value, stillLosing: states.stillLosing.value,
      sold: states.sold.value, cashedOut: states.cashedOut.value)
    self.init(OutcomeGroup(shares, clear: scale.likelihood.moreLikelyThanNot))
  }

  /// The group under its name here.
  public init(_ group: OutcomeGroup) {
    switch group {
    case .breakEven: self = .breakEven
    case .runOut: self = .runOut
    case .stillLosing: self = .stillLosing
    case .open: self = .open
    }
  }
}
