package import RunRecord

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

  /// The companies with odds, the best odds first; those of equal odds in the order of the ranking.
  package var companiesByOdds: [CompanyRecord] {
    companiesInOrder.compactMap { company in odds(company).map { (company, $0) } }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map(\.element.0)
  }

  /// The end of what is known of a company's revenue, in years; nil where nothing is.
  package func revenueKnownTo(_ company: CompanyRecord) -> Double? {
    let figures = company.nowcast?.freshness.figures ?? []
    return (figures.first { $0.role == .revenueSince } ?? figures.first { $0.role == .revenue })?
      .end
  }
}
