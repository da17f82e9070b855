internal import Assessment
public import RunRecord

// Why companies differ.
extension Workspace {
  /// What sets two companies apart, for each pair of ids: the difference of their odds and headroom,
  /// the first less the second, split among the parts in which they differ; at most 4096 draws are
  /// made for it.
  ///
  /// - Throws: `DiagnosticError` for unknown names and mistakes in the study.
  public func differences(
    _ request: EvaluationRequest, of pairs: [(first: String, second: String)]
  ) throws -> [CompanyDifference] {
    var request = request
    request.companies = pairs.flatMap { [$0.first, $0.second] }
    if request.companies.isEmpty { return [] }
    let crew = crew(threads: request.threads)
    return try CompanySplitter(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew
    ).differences(pairs.map { ($0.first, $0.second) })
  }
}
