package import RunRecord

/// The most likely outcome of a company, by which the answer sorts companies.
package enum CompanyGroup: String, CaseIterable, Hashable, Sendable {
  /// More likely than not to break even before the money runs out.
  case breakEven
  /// More likely than not to run out of money or be sold.
  case runOut
  /// More likely than not to lose money still at the horizon.
  case stillLosing
  /// None of these: no outcome is more likely than not.
  case open
  /// Broke even by its reported figures: no forecast.
  case already
  /// Too little is known.
  case unknown
}

extension CompanyGroup {
  /// The group of a company with odds.
  package init(_ states: StateProbabilities, on scale: JudgementScale) {
    let shares = OutcomeShares(
      brokeEven: states.brokeEven.value, stillLosing: states.stillLosing.value,
      sold: states.sold.value, cashedOut: states.cashedOut.value)
    self.init(OutcomeGroup(shares, clear: scale.likelihood.moreLikelyThanNot))
  }

  /// The group under its name here.
  package init(_ group: OutcomeGroup) {
    switch group {
    case .breakEven: self = .breakEven
    case .runOut: self = .runOut
    case .stillLosing: self = .stillLosing
    case .open: self = .open
    }
  }

  /// The group of a company before or after a change.
  package init(_ standing: StandingRecord, on scale: JudgementScale) {
    self =
      standing.isEarning
      ? .already : standing.states.map { CompanyGroup($0, on: scale) } ?? .unknown
  }
}

extension Findings {
  /// The chances of a company; nil for one that earns, and where too little is known.
  package func states(_ company: CompanyRecord) -> StateProbabilities? {
    company.hasBrokenEven ? nil : company.outcome.states
  }

  /// True if the paths' models move what becomes of a company by more than their simulation errs.
  package func pathsMatter(_ company: CompanyRecord) -> Bool {
    guard let states = states(company) else { return false }
    return [company.outcome.statesOutside, company.outcome.statesInside].contains { view in
      view.map { abs($0.brokeEven.value - states.brokeEven.value) >= 0.005 } ?? false
    }
  }

  /// The chance of breaking even first that a company is called by; nil for one that earns, and
  /// where too little is known.
  package func odds(_ company: CompanyRecord) -> Double? { states(company)?.brokeEven.value }

  /// The word for a company's odds.
  package func likelihood(_ company: CompanyRecord) -> Likelihood? {
    odds(company).map { Likelihood($0, on: scale) }
  }

  /// The chance that the money is gone at the horizon, sold or not.
  package func lost(_ states: StateProbabilities) -> Double {
    states.cashedOut.value + states.sold.value
  }

  /// The group that a company is in.
  package func group(_ company: CompanyRecord) -> CompanyGroup {
    if company.hasBrokenEven { return .already }
    return states(company).map { CompanyGroup($0, on: scale) } ?? .unknown
  }
}
