internal import Scoring

/// The value from which the numbers of a company's paths come.
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

  /// Makes a plan.
  package init(
    company: String, sampling: Sampling, years: [Int], rules: ScoringRules, paths: [PathPlan]
  ) {
    self.company = company
    self.sampling = sampling
    self.years = years
    self.rules = rules
    self.paths = paths
  }
}

extension CompanyPlan {
  /// The numbers of the paths, in the order of the plan; nil for one on which nothing goes in and
  /// nothing comes out in most draws.
  ///
  /// `draws` are those of the plan's sampling, which companies of one run share.
  ///
  /// - Throws: An error of the distribution that can't be drawn from.
  package func evaluate(over draws: Draws) throws -> [PathResult?] {
    try paths.indices.map { try evaluate(path: $0, over: draws) }
  }

  /// The numbers of the path at a place in the plan; nil for one on which nothing happens.
  ///
  /// - Throws: An error of the distribution that can't be drawn from.
  package func evaluate(path index: Int, over draws: Draws) throws -> PathResult? {
    precondition(draws.sampling == sampling, "a plan is evaluated over its own draws")
    return try paths[index].evaluate(over: draws, rules).flatMap {
      $0.recovery.isNotApplicable() ? nil : $0
    }
  }
}
