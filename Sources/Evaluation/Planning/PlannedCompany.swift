package import Facts
package import Plan
package import RunRecord

/// A company's plan, with what each part of it rests on.
package struct PlannedCompany: Sendable {
  /// The company.
  package var subject: Subject
  /// The value from which its numbers come.
  package var plan: CompanyPlan
  /// All paths of the run, in its order.
  package var paths: [Path]
  /// Its outcome's evidence, or why there is no outcome.
  package var outcome: Result<PlannedOutcome, MissingBaseYear>

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

/// The basis of a company's outcome.
package struct PlannedOutcome: Sendable {
  /// The reported year it starts from.
  package var baseYear: BaseYear
  /// The records of parameters and reported figures, in the order of the outcome's inputs.
  package var records: [InputRecord]
}
