public import Diagnostics
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

  /// Every problem of the model files given, or of all folders if none is, warnings included.
  public func checkModels(files: [String]) throws -> [Diagnostic] {
    guard !files.isEmpty else {
      do {
        let loaded = try load()
        let markets = loaded.markets.values.sorted { $0.file < $1.file }
        return loaded.warnings
          + loaded.models.flatMap { warnings(of: $0, consolidation: loaded.consolidation) }
          + markets.flatMap { ModelWarnings.diagnostics(of: $0) }
      } catch let error as DiagnosticError {
        return error.diagnostics
      }
    }
    let loaded = try? load()
    let sourceIDs = loaded.map { Set($0.facts.sources.keys) }
    return files.flatMap { file -> [Diagnostic] in
      do {
        return warnings(
          of: try ModelFinder(folders: folders).read(file, sourceIDs: sourceIDs),
          consolidation: loaded?.consolidation)
      } catch let error as DiagnosticError {
        return error.diagnostics
      } catch {
        return [Diagnostic("\(error)")]
      }
    }
  }

  private func warnings(
    of model: ModelFile, consolidation: CompanyModelFile.Consolidation?
  ) -> [Diagnostic] {
    guard let units = try? ModelsFolder(folders).readUnits() else { return [] }
    let evaluator = ModelEvaluator(model, units: units)
    let compiled = try? evaluator.compile(
      years: model.years ?? [2025, 2026], varying: evaluator.declaredVarying)
    let readElsewhere =
      consolidation?.path == model.id
      ? [consolidation?.consolidated, consolidation?.head].compactMap(\.self) : []
    return ModelWarnings(
      model: model, compiled: compiled, readElsewhere: Set(readElsewhere)
    ).diagnostics()
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
    var description = ModelDescription(
      path: record, file: model.file, inputs: model.inputs.map(describe),
      outputs: model.outputs.map(\.declaration.name),
      program: asProgram ? compiled.printedOptimized : nil, markdown: "",
      dependencies: Dictionary(
        compiled.variables.map { variable in
          (variable.name, variable.dependencies.filter { $0 != variable.name })
        }, uniquingKeysWith: { $1 }))
    description.markdown = ModelPage(model: description, sources: sources(of: model)).markdown
    return description
  }

  /// The sources that the model's inputs and their revisions cite, by id; none if the folders
  /// can't be read whole.
  private func sources(of model: ModelFile) -> [SourceRecord] {
    guard let known = try? load().facts.sources else { return [] }
    let cited = model.inputs.map(describe).flatMap(\.sources)
    return Set(cited).sorted().compactMap { known[$0]?.record(knownSince: nil) }
  }

  private func studyYears() throws -> [Int] {
    let study = try load().study
    return Array(study.asOf.year...study.horizon)
  }

  private func describe(_ input: Evaluation.ModelInput) -> ModelInput {
    var from: String?
    var assumption: Assumption?
    let scope: String
    switch input.scope {
    case .assumption(let value): (scope, assumption) = ("assumption", value)
    case .company(let metrics, let otherwise):
      (scope, from, assumption) = ("company", metrics.joined(separator: ", "), otherwise)
    case .market(let name): (scope, from) = ("market", name)
    }
    let revision = assumption?.revisions.last
    return ModelInput(
      name: input.name, title: input.title, unit: input.unit.text, scope: scope, from: from,
      distribution: revision?.series.text, because: revision?.because,
      sources: revision?.sources ?? [])
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
      subject, over: try preparation.draws(),
      years: model.years,
      threads: request.threads ?? ProcessInfo.processInfo.activeProcessorCount)
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

extension LoadedModels {
  fileprivate var consolidation: CompanyModelFile.Consolidation? { companyModel.consolidation }
}
