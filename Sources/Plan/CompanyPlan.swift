internal import Scoring

/// The value from which all numbers of a company come.
///
/// Evaluation makes it from facts and model files and computes nothing; `evaluate` computes and
/// knows neither. Two plans that are the same give the same numbers, whatever else happens.
package struct CompanyPlan: Sendable {
  /// The company's id, which names its own streams.
  package var company: String
  /// The seed, the number of draws and how they are made.
  package var sampling: Sampling
  /// The modelled years.
  package var years: [Int]
  /// The value judgements.
  package var rules: ScoringRules
  /// The paths for which everything needed is known.
  package var paths: [PathPlan]
  /// The outcome; nil where the facts are too thin.
  package var outcome: OutcomePlan?

  /// Makes a plan.
  package init(
    company: String, sampling: Sampling, years: [Int], rules: ScoringRules, paths: [PathPlan],
    outcome: OutcomePlan?
  ) {
    self.company = company
    self.sampling = sampling
    self.years = years
    self.rules = rules
    self.paths = paths
    self.outcome = outcome
  }
}

/// The results of a company's plan, while its numbers are still draws.
package struct CompanyResult: Sendable {
  /// The paths, in the order of the plan; nil for one on which nothing goes in and nothing comes
  /// out in most draws.
  package var paths: [PathResult?]
  /// The outcome, of the paths that are there; nil where the plan has none.
  package var outcome: OutcomeResult?
}

extension CompanyPlan {
  /// The plan's numbers.
  ///
  /// `draws` are those of the plan's sampling, which companies of one run share.
  ///
  /// - Throws: An error of the distribution that can't be drawn from.
  package func evaluate(over draws: Draws) throws -> CompanyResult {
    precondition(draws.sampling == sampling, "a plan is evaluated over its own draws")
    let results = try paths.map { path in
      try path.evaluate(over: draws, rules).flatMap {
        $0.recovery.isNotApplicable() ? nil : $0
      }
    }
    return CompanyResult(
      paths: results,
      outcome: try outcome?.evaluate(
        company: company, years: years, paths: results.compactMap(\.self), over: draws, rules))
  }
}
