internal import Diagnostics
package import Evaluation
internal import Facts
internal import Plan
package import RunRecord
package import Study

/// Runs one model alone.
package struct ModelRunner {
  let model: ModelFile
  let request: ModelRunRequest
  /// Reads the folders, or gives what was read of them before.
  let load: () throws -> LoadedModels

  package init(
    model: ModelFile, request: ModelRunRequest, load: @escaping () throws -> LoadedModels
  ) {
    self.model = model
    self.request = request
    self.load = load
  }

  /// Every variable, summarised.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked.
  package func run() throws -> ModelRunResult {
    let inputs = ModelRunInputs(model: model)
    try inputs.check(request.overrides)
    var loaded = try load()
    // The model's own inputs may be set too, when it is not one of the study's.
    if !loaded.models.contains(where: { $0.id == model.id }) { loaded.models.append(model) }
    let preparation = RunPreparation(
      loaded: loaded,
      request: EvaluationRequest(
        companies: request.company.map { [$0] } ?? [], asOf: request.asOf,
        scenario: request.scenario, overrides: request.overrides, draws: request.draws,
        seed: request.seed, threads: request.threads, sampler: request.sampler),
      ownEvaluators: [], hasCompanyModel: false)
    let (context, _) = try preparation.context()
    let company = request.company == nil ? nil : try preparation.companies().first
    let subject = Subject(company: company, context: context)
    try inputs.checkRequired(subject, in: context)
    let (program, records) = try plan(subject, loaded)
    let run = try ProgramRun(program, over: try preparation.draws())
    return ModelRunSummary(
      run: run, request: request, path: model.id, flaggedLimit: loaded.policy.flaggedLimit,
      remarks: records.flatMap(\.cuts)
    ).result()
  }

  private func plan(
    _ subject: Subject, _ loaded: LoadedModels
  ) throws -> (program: ProgramPlan, records: [InputRecord]) {
    do {
      return try ModelEvaluator(model, units: loaded.units).plan(subject, years: model.years)
    } catch let rate as MissingRate {
      throw DiagnosticError(rate.diagnostic)
    }
  }
}
