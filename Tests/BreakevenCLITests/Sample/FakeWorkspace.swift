import Breakeven
import Diagnostics
import Publishing
import RunRecord
import TinyStudy

/// The tiny study, whose run is at hand; what it answers can be replaced, and what it is asked is
/// seen.
struct FakeWorkspace: WorkspaceProtocol {
  /// The run that every evaluation gives; lists show its companies, paths and sources.
  var run = TinyStudy.run
  /// Thrown by every question, if set.
  var failure: (any Error)?
  /// What a run would be made from today; what the run was made from, if nil.
  var inputs: RunInputs?
  /// The languages there are; those of the study, if nil.
  var spoken: [Language]?
  /// What `model check` finds.
  var problems: [Diagnostic] = []
  /// Sees every request to evaluate.
  var onEvaluate: @Sendable (EvaluationRequest) -> Void = { _ in }
  /// Sees every request to run a model alone.
  var onRunModel: @Sendable (ModelRunRequest) -> Void = { _ in }

  private func ask<Value>(_ question: (Workspace) throws -> Value) throws -> Value {
    if let failure { throw failure }
    return try question(TinyStudy.workspace)
  }

  func evaluate(
    _ request: EvaluationRequest, progress: (@Sendable (EvaluationProgress) -> Void)?
  ) throws -> RunRecord {
    onEvaluate(request)
    progress?(EvaluationProgress(phase: "evaluating", done: 1, total: 2))
    return try ask { _ in run }
  }

  /// The tree with as many draws as the run has.
  func trace(company: String, _ request: EvaluationRequest) throws -> CompanyTrace {
    var request = request
    request.draws = run.run.draws
    return try ask { try $0.trace(company: company, request) }
  }

  /// With as many draws as the run has.
  func differences(
    _ request: EvaluationRequest, of pairs: [(first: String, second: String)]
  ) throws -> [CompanyDifference] {
    var request = request
    request.draws = run.run.draws
    return try ask { try $0.differences(request, of: pairs) }
  }

  /// With as few draws as a decision can have.
  func decision(_ request: EvaluationRequest, picks: Int) throws -> DecisionRecord {
    var request = request
    request.draws = 1024
    return try ask { try $0.decision(request, picks: picks) }
  }

  /// With as many draws as the run has.
  func robustness(_ request: EvaluationRequest) throws -> RobustnessRecord {
    var request = request
    request.draws = run.run.draws
    return try ask { try $0.robustness(request) }
  }

  /// With as many draws as the run has.
  func ahead(_ request: AheadRequest) throws -> AheadRecord {
    var request = request
    request.base.draws = run.run.draws
    return try ask { try $0.ahead(request) }
  }

  func tripwiresText(_ tripwires: Tripwires) -> String {
    TinyStudy.workspace.tripwiresText(tripwires)
  }

  func companies() throws -> [CompanySummary] {
    try ask { study in
      try study.companies().map { summary in
        var summary = summary
        guard let company = run.companies.first(where: { $0.id == summary.id }) else {
          return summary
        }
        summary.name = company.name
        summary.names = company.names
        return summary
      }
    }
  }

  func paths() throws -> [PathRecord] { try ask { _ in run.paths } }

  func sources() throws -> [SourceSummary] {
    try ask { study in
      try study.sources().map { summary in
        SourceSummary(
          source: run.sources.first { $0.id == summary.source.id } ?? summary.source,
          facts: summary.facts)
      }
    }
  }

  func facts(_ query: FactQuery) throws -> [FactListing] { try ask { try $0.facts(query) } }

  func factAnswer(company: String, metric: String, asOf: CalendarDay?) throws -> FactAnswerListing {
    try ask { try $0.factAnswer(company: company, metric: metric, asOf: asOf) }
  }

  func factConflicts() throws -> [FactConflict] { try ask { try $0.factConflicts() } }

  func factTodo() throws -> [FactTodo] { try ask { try $0.factTodo() } }

  func ratings(company: String, asOf: CalendarDay?) throws -> [RatingListing] {
    try ask { try $0.ratings(company: company, asOf: asOf) }
  }

  func runInputs() throws -> RunInputs {
    try ask { _ in
      inputs
        ?? RunInputs(
          models: run.run.models, factsSha256: run.run.factsSha256,
          settingsSha256: run.run.settingsSha256)
    }
  }

  func models() throws -> [ModelSummary] {
    try ask { study in
      try study.models().map { summary in
        var summary = summary
        summary.file =
          summary.path == "company"
          ? "Models/company.yaml" : "Models/paths/\(summary.path).yaml"
        if let path = run.paths.first(where: { $0.id == summary.path }) {
          summary.title = path.title
        }
        return summary
      }
    }
  }

  func checkModels(files: [String], wantsSources: Bool, wantsTexts: Bool) throws -> [Diagnostic] {
    try ask { _ in problems }
  }

  func showModel(_ pathOrFile: String, asProgram: Bool) throws -> ModelDescription {
    try ask { study in
      var model = try study.showModel(pathOrFile, asProgram: asProgram)
      model.file =
        model.path.id == "company"
        ? "Models/company.yaml" : "Models/paths/\(model.path.id).yaml"
      model.path = run.paths.first { $0.id == model.path.id } ?? model.path
      return model
    }
  }

  /// Runs the model as it is: what is set is seen, and takes no effect.
  func runModel(_ request: ModelRunRequest) throws -> ModelRunResult {
    onRunModel(request)
    var plain = request
    plain.overrides = []
    plain.draws = 256
    return try ask { try $0.runModel(plain) }
  }

  func languages() throws -> [Language] { try ask { try spoken ?? $0.languages() } }

  func layout(file path: String) throws -> Layout { try ask { try $0.layout(file: path) } }

  func texts() throws -> [String: LocalizedText] { try ask { try $0.texts() } }

  func newModel(id: String, from: String?, folder: String) throws -> String {
    try ask { _ in "\(folder)/paths/\(id).yaml" }
  }
}
