internal import Assessment
public import RunRecord

// What survives.
extension Workspace {
  /// The companies of a request as they are and with what nobody can be sure of taken otherwise.
  ///
  /// One thing at a time: other draws, companies like each one alone, its paths alone, nothing common
  /// to two companies, another discount rate, another horizon. Headlines are left to who says them.
  ///
  /// - Throws: `DiagnosticError` for too few draws, for companies none of which has odds, and for
  ///   mistakes in the study.
  public func robustness(_ request: EvaluationRequest) throws -> RobustnessRecord {
    let crew = crew(threads: request.threads)
    return try RobustnessTester(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew
    ).test()
  }
}
