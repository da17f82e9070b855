package import Evaluation
package import Facts
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
  var competition: Competition
  /// Resolves companies.
  var planner: CompanyPlanner
  var policy: ScoringPolicy
  /// The units that a later models folder means otherwise than an earlier one.
  package var redefinedUnits: [RedefinedUnit]
  /// What the scenario, options and changes set, by the names that were typed.
  var settings: [RunSetting]
  /// The threads that companies are evaluated on; no result depends on them.
  var crew: Crew
  /// True if the study has paths that aren't among the evaluators.
  var leavesPathsOut = false

  var quantities: Quantities {
    Quantities(draws: draws.count, flaggedLimit: policy.flaggedLimit)
  }
}
