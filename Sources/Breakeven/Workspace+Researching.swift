internal import Assessment
public import RunRecord

// What to find out.
extension Workspace {
  /// The best few of a request's companies to choose, and what knowing each input is worth for it:
  /// how many more of those chosen break even before the money runs out.
  ///
  /// - Throws: `DiagnosticError` for fewer companies with odds than are to be chosen, for too few
  ///   draws, and for mistakes in the study.
  public func decision(_ request: EvaluationRequest, picks: Int) throws -> DecisionRecord {
    let crew = crew(threads: request.threads)
    return try DecisionValuer(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew
    ).decide(picks: picks)
  }
}
