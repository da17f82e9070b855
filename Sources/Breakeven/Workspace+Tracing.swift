internal import Assessment
internal import Diagnostics
internal import Evaluation
internal import Study
public import RunRecord

// The tree behind a company's outcome.
extension Workspace {
  /// The tree behind a company's outcome: every variable and input of the company model, as a request
  /// evaluates it, with the facts that the inputs rest on.
  ///
  /// It isn't in the record of a run, since keeping it for all companies would take long.
  ///
  /// - Throws: `DiagnosticError` where there is no such company, or it has no outcome.
  public func trace(company id: String, _ request: EvaluationRequest) throws -> CompanyTrace {
    let loaded = try load()
    var request = request
    request.companies = [id]
    let preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators)
    guard let company = try preparation.companies().first else {
      throw DiagnosticError(Diagnostic("there is no company \"\(id)\"", category: .missing))
    }
    return try CompanyTracer(
      run: preparation.run().0, formulas: loaded.companyModel,
      pathInputs: Set(preparation.evaluators.flatMap(\.description.inputs))
    ).trace(company)
  }
}
