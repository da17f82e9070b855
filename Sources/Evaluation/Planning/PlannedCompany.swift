package import Facts
package import Nowcast
package import Plan
package import RunRecord

/// A company's plan, with what each part of it rests on.
package struct PlannedCompany: Sendable {
  /// The company.
  package var subject: Subject
  /// The value from which its paths' numbers come.
  package var plan: CompanyPlan
  /// All paths of the run, in its order.
  package var paths: [Path]
  /// Its state today, or why there is none.
  package var state: Result<CompanyNowcaster.Found, CompanyNowcaster.Missing>
  /// What its accounts say of the paths' lines of business, by path.
  package var lines: [String: SegmentWindow]
  /// The plan of its outcome, or why there is none.
  package var outcome: Result<OutcomePlan, MissingOutcome>

  /// A path of the run for this company.
  package enum Path: Sendable {
    /// It is in the plan, in this order.
    case planned(PlannedPath)
    /// A path without numbers, by id, with the state that says why.
    case without(String, AssessmentRecord.State)
  }
}

/// A planned path's basis: its evaluator, its evidence and its ratings.
package struct PlannedPath: Sendable {
  /// The evaluator that describes and computes it.
  package var evaluator: any Evaluator
  /// The evidence that its flows rest on.
  package var evidence: Evidence
  /// The ratings behind each readiness criterion, in the order of the path.
  package var ratings: [[Rating]]

  /// The evidence that flows rest on.
  package enum Evidence: Sendable {
    /// The records of a model's inputs, in the order of its program.
    case records(ModelEvaluator, [InputRecord])
    /// The result of an evaluator written in Swift, evidence and numbers at once.
    case projection(Projection)
  }
}

/// A company's results, while its numbers are still draws.
package struct CompanyResult: Sendable {
  /// The paths, in the order of the plan; nil for one on which nothing goes in and nothing comes
  /// out in most draws.
  package var paths: [PathResult?]
  /// The outcome, of the paths that are there; nil where the company has none.
  package var outcome: CompanyOutcome?
}

extension PlannedCompany {
  /// The company's numbers, of which all commands take theirs.
  ///
  /// `draws` are those of the plan's sampling, which companies of one run share; of paths with an
  /// anchor what the accounts made of them before a change stays.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate(
    over draws: Draws, anchors: [String: PathLine.Anchor] = [:]
  ) throws -> CompanyResult {
    let results = try plan.evaluate(over: draws)
    return CompanyResult(
      paths: results,
      outcome: try outcome.value?.evaluate(
        paths: results.compactMap(\.self), over: draws, plan.rules, anchors: anchors))
  }

  /// The company's course with every variable of it, for a trace.
  ///
  /// - Throws: `MissingOutcome` where it has no outcome, `DiagnosticError` for an input that can't be
  ///   drawn from or a mistake in a formula.
  package func course(over draws: Draws) throws -> CompanyCourse {
    try outcome.get().course(
      paths: plan.evaluate(over: draws).compactMap(\.self), over: draws, plan.rules)
  }
}

extension Result {
  fileprivate var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}
