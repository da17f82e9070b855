package import Evaluation
package import Plan
internal import Scoring
internal import Study
internal import Threads

/// The values that all companies of a run share.
package struct RunContext: Sendable {
  package var evaluation: EvaluationContext
  package var draws: Draws
  package var evaluators: [any Evaluator]
  /// The companies that meet on the markets of the run's paths.
  let competition: Competition
  var companyModel: CompanyModelFile
  var policy: ScoringPolicy
  /// The threads that companies are evaluated on; no result depends on them.
  var crew: Crew

  var planner: CompanyPlanner {
    CompanyPlanner(
      context: evaluation, evaluators: evaluators, companyModel: companyModel,
      rules: policy.rules, draws: draws, competition: competition)
  }

  var quantities: Quantities {
    Quantities(draws: draws.count, flaggedLimit: policy.flaggedLimit)
  }
}
