internal import Assessment
internal import Diagnostics
public import Evaluation
public import RunRecord
internal import Study

// Single parts of an evaluation, for those who write evaluators and try them.
extension Workspace {
  /// The evaluator of a path: one written in Swift, or the model file.
  ///
  /// - Throws: `DiagnosticError` when no evaluator has that id.
  public func evaluator(_ path: String) throws -> any Evaluator {
    let all = try evaluators()
    guard let found = all.first(where: { $0.description.record.id == path }) else {
      let ids = all.map { $0.description.record.id }
      throw DiagnosticError(
        Diagnostic(
          "there is no path \"\(path)\"",
          help: Suggestion.help(for: path, among: ids)
            ?? "the paths are \(ids.joined(separator: ", "))",
          category: .missing))
    }
    return found
  }

  /// A company as evaluators see it, and the draws, in an evaluation that is asked for.
  ///
  /// - Parameters:
  ///   - company: The company's id.
  ///   - request: Says the day, the draws and what is overridden; its companies and paths are not
  ///     looked at.
  /// - Returns: The company with its facts and markets, and the draws.
  /// - Throws: `DiagnosticError` when there is no such company, and for mistakes in the request.
  public func subject(
    _ company: String, in request: EvaluationRequest = EvaluationRequest()
  ) throws -> (subject: Subject, draws: Draws) {
    var request = request
    request.companies = [company]
    let preparation = RunPreparation(
      loaded: try load(), request: request, ownEvaluators: ownEvaluators)
    let (context, _) = try preparation.context()
    let subject = Subject(company: try preparation.companies().first, context: context)
    return (subject, try preparation.draws())
  }
}
