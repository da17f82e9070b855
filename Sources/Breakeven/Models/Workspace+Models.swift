internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import RunRecord
internal import Units

extension Workspace {
  /// The models, in the order of their files' names.
  public func models() throws -> [ModelSummary] {
    let loaded = try load()
    return evaluators(loaded).map { evaluator in
      let record = evaluator.description.record
      let model = (evaluator as? ModelEvaluator)?.model
      return ModelSummary(
        path: record.id, title: record.title, version: record.version, file: model?.file,
        inputs: model?.inputs.count ?? 0, variables: record.formulas.count,
        criteria: record.criteria.count)
    }
  }

  /// A model as it reads: its inputs, its formulas in the order of computation, its criteria.
  public func showModel(_ pathOrFile: String, asProgram: Bool) throws -> ModelDescription {
    let model = try ModelFinder(folders: folders).model(pathOrFile) { try self.load() }
    let evaluator = ModelEvaluator(model, units: try ModelsFolder(folders).readUnits())
    let years = try model.years ?? studyYears()
    let compiled = try evaluator.compile(years: years, varying: evaluator.declaredVarying)
    var record = evaluator.description.record
    let order = Dictionary(
      compiled.variables.map { ($0.name, $0.orderOfComputation) }, uniquingKeysWith: { $1 })
    record.formulas.sort { (order[$0.name] ?? 0, $0.name) < (order[$1.name] ?? 0, $1.name) }
    // An output that is a variable of the same name is listed once, with the variable's formula.
    record.formulas.removeAll { $0.formula == $0.name }
    let known = try? load()
    let inputs = model.inputs.map { describe($0, markets: known?.markets ?? [:]) }
    var description = ModelDescription(
      path: record, file: model.file, inputs: inputs,
      outputs: model.outputs.map(\.declaration.name),
      program: asProgram ? compiled.printedOptimized : nil, markdown: "",
      dependencies: Dictionary(
        compiled.variables.map { variable in
          (variable.name, variable.dependencies.filter { $0 != variable.name })
        }, uniquingKeysWith: { $1 }))
    description.markdown =
      ModelPage(
        model: description, sources: cited(by: inputs, among: known?.facts.sources ?? [:])
      ).markdown
    return description
  }

  /// The sources that inputs and their revisions cite, by id.
  private func cited(by inputs: [ModelInput], among known: [String: Source]) -> [SourceRecord] {
    Set(inputs.flatMap(\.sources)).sorted().compactMap { known[$0]?.record(knownSince: nil) }
  }

  private func studyYears() throws -> [Int] {
    try load().study.years
  }

  private func describe(
    _ input: Evaluation.ModelInput, markets: [String: MarketFile]
  ) -> ModelInput {
    var from: String?
    var assumption: Assumption?
    let scope: String
    switch input.scope {
    case .assumption(let value): (scope, assumption) = ("assumption", value)
    case .company(let metrics, let otherwise):
      (scope, from, assumption) = ("company", metrics.joined(separator: ", "), otherwise)
    case .market(let name): return describe(input, market: name, among: markets)
    }
    let revision = assumption?.revisions.last
    return ModelInput(
      name: input.name, title: input.title, unit: input.unit.text, scope: scope, from: from,
      distribution: revision?.series.text, because: revision?.because,
      sources: revision?.sources ?? [])
  }

  /// A market input, with what each region says of it.
  private func describe(
    _ input: Evaluation.ModelInput, market name: String, among markets: [String: MarketFile]
  ) -> ModelInput {
    let regions = markets.values.sorted { $0.region < $1.region }.compactMap { market in
      market.inputs[name].map { (region: market.region, input: $0) }
    }
    let reasons = regions.compactMap { region, input in
      input.revision?.because.map { "\(region): \($0)" }
    }
    return ModelInput(
      name: input.name, title: input.title, unit: input.unit.text, scope: "market", from: name,
      distribution: regions.isEmpty
        ? nil : regions.map { "\($0.region): \($0.input.text)" }.joined(separator: "; "),
      because: reasons.isEmpty ? nil : reasons.joined(separator: " "),
      sources: regions.flatMap { $0.input.revision?.sources ?? [] })
  }

  /// Runs one model alone and summarises every variable.
  public func runModel(_ request: ModelRunRequest) throws -> ModelRunResult {
    let model = try ModelFinder(folders: folders).model(request.model) { try self.load() }
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
      ownEvaluators: [])
    let (context, _) = try preparation.context()
    let company = request.company == nil ? nil : try preparation.companies().first
    let subject = Subject(company: company, context: context)
    try inputs.checkRequired(subject, in: context)
    let run = try ModelEvaluator(model, units: loaded.units).run(
      subject, over: try preparation.draws(), years: model.years)
    return ModelRunSummary(run: run, request: request, path: model.id).result()
  }

  /// Writes a new model that checks clean, and gives the path of the file.
  public func newModel(id: String, from: String?, folder: String) throws -> String {
    try NewModel(id: id, folder: folder, original: from.map { try original($0) }).write()
  }

  private func original(_ path: String) throws -> NewModel.Original {
    let model = try ModelFinder(folders: folders).model(path) { try self.load() }
    guard let data = FileManager.default.contents(atPath: model.file) else {
      throw DiagnosticError(Diagnostic("\(model.file) can't be read"))
    }
    return NewModel.Original(path: model.id, text: String(decoding: data, as: UTF8.self))
  }
}

extension MarketInput {
  /// What is assumed by now; nil where facts alone answer, or another region.
  fileprivate var revision: Assumption.Revision? {
    guard case .declared(_, let assumption) = origin else { return nil }
    return assumption?.revisions.last
  }

  /// Where its numbers come from, in the input's own unit.
  fileprivate var text: String {
    switch origin {
    case .sameAs(let region): return "as in \(region)"
    case .declared(let metric, _):
      let parts = [metric.map { "facts of \($0)" }, revision?.series.text].compactMap(\.self)
      return parts.joined(separator: ", then ") + (unit.map { " \($0.text)" } ?? "")
    }
  }
}
