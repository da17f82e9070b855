package import Scoring

/// Exposure and support by path, what covers the rest, and the four ranking criteria, in every
/// draw.
package struct ExposureResult: Sendable {
  /// Exposures, drains and what covers the rest.
  package var exposure: Exposure
  /// Exposure times score over 100, by path.
  package var supports: [[Double]]
  /// The ranking criteria.
  package var criteria: CriterionDraws

  /// Makes it from a company's flows at the horizon.
  ///
  /// - Parameters:
  ///   - flows: The flows.
  ///   - costNow: Cost in the as-of year, against which the base is held, one value a draw.
  ///   - headroom: Profit at the horizon, 0...100, one value a draw.
  ///   - outcome: The course of the company.
  ///   - scores: The score of each path, one value a draw.
  ///   - rules: The value judgements.
  package init(
    _ flows: HorizonFlows, costNow: [Double], headroom: [Double], outcome: OutcomeDraws,
    scores: [[Double]], _ rules: ScoringRules
  ) {
    exposure = Exposure(flows, baseYearCost: costNow)
    supports = zip(exposure.paths, scores).map { Score.carry(exposure: $0, score: $1) }
    criteria = CriterionDraws(
      headroom: headroom, cashCover: RankingCriteria.cashCover(outcome),
      pathSupport: Score.pathSupport(
        carries: supports, other: exposure.other, otherScore: rules.otherScore),
      diversification: RankingCriteria.independence(Dependence(flows), flows: flows))
  }
}

/// The values that companies are ranked by, in every draw: all that is kept of a company once it
/// is on record.
package struct CriterionDraws: Sendable {
  /// Profit at the horizon.
  package var headroom: [Double]
  /// The cash to get there.
  package var cashCover: [Double]
  /// The paths behind it.
  package var pathSupport: [Double]
  /// Not hanging on one of them.
  package var diversification: [Double]

  /// Makes them from one column a criterion.
  package init(
    headroom: [Double], cashCover: [Double], pathSupport: [Double], diversification: [Double]
  ) {
    self.headroom = headroom
    self.cashCover = cashCover
    self.pathSupport = pathSupport
    self.diversification = diversification
  }

  /// A criterion's draws.
  package subscript(criterion: RankingCriterion) -> [Double] {
    switch criterion {
    case .headroom: headroom
    case .cashCover: cashCover
    case .pathSupport: pathSupport
    case .diversification: diversification
    }
  }
}
