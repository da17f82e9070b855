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
    /// Why it isn't.
    case without(String, AssessmentRecord.State)
  }
}

/// What a planned path rests on.
package struct PlannedPath: Sendable {
  /// Who describes and computes it.
  package var evaluator: any Evaluator
  /// What its flows rest on.
  package var evidence: Evidence
  /// The ratings behind each readiness criterion, in the order of the path.
  package var ratings: [[Rating]]

  /// What flows rest on.
  package enum Evidence: Sendable {
    /// The records of a model's inputs, in the order of its program.
    case records(ModelEvaluator, [InputRecord])
    /// What an evaluator written in Swift gave, evidence and numbers at once.
    case projection(Projection)
  }
}

/// What a company's outcome rests on.
package struct PlannedOutcome: Sendable {
  /// The reported year it starts from.
  package var baseYear: BaseYear
  /// The records of parameters and reported figures, in the order of the outcome's inputs.
  package var records: [InputRecord]
}
