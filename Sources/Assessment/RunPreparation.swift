internal import Diagnostics
package import Evaluation
package import Facts
internal import Formulas
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
package import Threads
internal import Units

/// Checks what was asked and sets up what all companies of a run share.
package struct RunPreparation: Sendable {
  /// The study with the facts and settings of the scenario and of changes.
  package let loaded: LoadedModels
  /// What is asked for, with the number of draws that it comes to.
  package let request: EvaluationRequest
  /// All evaluators: the model files in order of name, then those written in Swift.
  package let evaluators: [any Evaluator]
  /// False where a path's model runs alone: what is set is its own then.
  let hasCompanyModel: Bool
  let crew: Crew
  /// What runs of one study share.
  let parts: SharedParts?
  /// What the scenario, options and changes put in place of inputs; or why the scenario can't be.
  private let changed: Result<ChangedStudy, any Error>

  /// Prepares a run; `changes` come after the scenario and what the request sets.
  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator],
    hasCompanyModel: Bool = true, crew: Crew = Crew(threads: 1)
  ) {
    self.init(
      loaded: loaded, request: request, evaluators: loaded.evaluators(with: ownEvaluators),
      hasCompanyModel: hasCompanyModel, crew: crew)
  }

  init(
    loaded: LoadedModels, request: EvaluationRequest, evaluators: [any Evaluator],
    hasCompanyModel: Bool = true, crew: Crew, changes: [StudyChange] = [],
    sharing parts: SharedParts? = nil
  ) {
    var asked = request
    for change in changes {
      if case .scenario(let name) = change.effect { asked.scenario = name }
    }
    self.evaluators = evaluators
    self.hasCompanyModel = hasCompanyModel
    self.crew = crew
    self.parts = parts
    changed = Result {
      var study = ChangedStudy(loaded, asked)
      if let name = asked.scenario {
        let scenario = try ScenarioReader(
          loaded: loaded,
          catalogue: InputCatalogue(
            loaded, evaluators: evaluators, hasCompanyModel: hasCompanyModel), asOf: asked.asOf
        ).changes(of: name)
        for change in scenario { study.apply(change, isByScenario: true) }
      }
      study.set(asked.overrides)
      for change in changes { study.apply(change) }
      let day = study.request.asOf.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
      study.supposeBy(day ?? study.loaded.study.asOf)
      return study
    }
    let study = try? changed.get()
    self.loaded = study?.loaded ?? loaded
    self.request = (study?.request ?? asked).settled(in: loaded)
  }

  /// The run's context, with the text of everything that was set by name.
  ///
  /// - Throws: `DiagnosticError` for unknown names, dates that aren't any, and the like.
  package func run() throws -> (RunContext, overrides: [String: String]) {
    let (evaluation, overrides) = try context()
    let settings = try settings(evaluation)
    let draws = try parts?.draws ?? self.draws()
    let chosen = try chosenEvaluators()
    let competition = Competition(evaluation)
    let model = parts?.model ?? CompanyModel(loaded.companyModel, units: loaded.units)
    let context = RunContext(
      evaluation: evaluation, draws: draws, evaluators: chosen,
      competition: competition,
      planner: try CompanyPlanner(
        context: evaluation, evaluators: chosen,
        companyModel: model,
        rules: loaded.policy.rules, draws: draws, competition: competition),
      policy: loaded.policy, redefinedUnits: loaded.redefinedUnits, settings: settings, crew: crew,
      leavesPathsOut: chosen.count < evaluators.count)
    return (context, overrides)
  }

  /// The companies asked for, or all of the study's.
  ///
  /// - Throws: `DiagnosticError` naming those that don't exist.
  package func companies() throws -> [Company] {
    let wanted = request.companies.isEmpty ? loaded.study.companies : request.companies
    guard let wanted else { return loaded.facts.companies }
    var problems = DiagnosticCollector()
    let ids = loaded.facts.companies.map(\.id)
    for id in wanted where !ids.contains(id) {
      problems.report(
        Diagnostic(
          "there is no company \"\(id)\"",
          help: Suggestion.help(for: id, among: ids)
            ?? "`breakeven companies` lists them all", category: .missing))
    }
    try problems.throwIfErrors()
    return loaded.facts.companies.filter { wanted.contains($0.id) }
  }

  /// The context that evaluations share, for a company or for a model run alone.
  package func context() throws -> (EvaluationContext, overrides: [String: String]) {
    let asOf = try self.asOf()
    let (overrides, texts) = try self.overrides()
    let context = EvaluationContext(
      asOf: asOf, years: Array(asOf.year...loaded.study.horizon),
      currency: loaded.study.currency, facts: loaded.facts, markets: loaded.markets,
      units: loaded.units, defaultRegion: loaded.markets.keys.sorted().first ?? "",
      overrides: overrides, studied: loaded.study.companies,
      companyModel: loaded.companyModel)
    return (context, texts)
  }

  package func draws() throws -> Draws {
    guard request.draws >= 2, request.draws & (request.draws - 1) == 0, request.draws <= 1 << 24
    else {
      throw DiagnosticError(
        Diagnostic(
          "the number of draws must be a power of two up to 16777216, found \(request.draws)",
          help: "16384 is a good number"))
    }
    return Draws(
      Sampling(count: request.draws, seed: request.seed, sampler: Sampler(request.sampler)),
      paths: request.paths.isEmpty ? evaluators.count : request.paths.count)
  }

  /// The evaluators of the paths asked for, or all of them.
  ///
  /// - Throws: `DiagnosticError` naming paths that don't exist.
  func chosenEvaluators() throws -> [any Evaluator] {
    guard !request.paths.isEmpty else { return evaluators }
    let ids = evaluators.map { $0.description.record.id }
    var problems = DiagnosticCollector()
    for path in request.paths where !ids.contains(path) {
      problems.report(
        Diagnostic(
          "there is no path \"\(path)\"",
          help: Suggestion.help(for: path, among: ids)
            ?? "the paths are \(ids.joined(separator: ", "))",
          category: .missing))
    }
    try problems.throwIfErrors()
    return evaluators.filter { request.paths.contains($0.description.record.id) }
  }

  // MARK: Parts

  private func asOf() throws -> Day {
    guard let asked = request.asOf else { return loaded.study.asOf }
    guard let day = Day(year: asked.year, month: asked.month, day: asked.day) else {
      throw DiagnosticError(Diagnostic("there is no day \(asked)"))
    }
    guard day.year <= loaded.study.horizon else {
      throw DiagnosticError(
        Diagnostic("the as-of day \(day) lies after the horizon \(loaded.study.horizon)"))
    }
    return day
  }

  /// What becomes of inputs by the scenario, `--set` and changes, by full names, and in words by the
  /// names that were typed: what is set later holds, and what is changed later is changed further.
  private func overrides() throws -> ([String: InputOverrideValue], [String: String]) {
    let study = try changed.get()
    var texts = study.texts
    if study.inputs.isEmpty { return ([:], texts) }
    var values: [String: InputOverrideValue] = [:]
    var problems = DiagnosticCollector()
    let catalogue = InputCatalogue(
      loaded, evaluators: evaluators, hasCompanyModel: hasCompanyModel)
    var typed: [String: String] = [:]
    for (override, because) in study.inputs {
      problems.noting {
        guard let found = catalogue.find(override.name) else {
          throw catalogue.unknown(override.name)
        }
        if let mistake = catalogue.ambiguity(of: override.name) { throw mistake }
        let change = try InputChange(override, unit: found.entries.first?.unit, units: loaded.units)
        let value = InputOverrideValue(change.value, because: because)
        if because.kind == .setByOption, override.operation == .set {
          for key in found.keys {
            guard let before = typed.updateValue(override.name, forKey: key) else { continue }
            throw Diagnostic(
              "\"\(before)\" and \"\(override.name)\" set one and the same input",
              help: "say once what it shall be")
          }
        }
        for key in found.keys { values[key] = value.after(values[key]) }
        texts[override.name] = change.text
      }
    }
    try problems.throwIfErrors()
    return (values, texts)
  }

  /// What was set, each name once.
  ///
  /// - Throws: `DiagnosticError` naming what lies where its input has no values.
  private func settings(_ context: EvaluationContext) throws -> [RunSetting] {
    let inputs = try changed.get().inputs
    if inputs.isEmpty { return [] }
    let catalogue = InputCatalogue(
      loaded, evaluators: evaluators, hasCompanyModel: hasCompanyModel)
    var problems = DiagnosticCollector()
    let settings = unique(inputs.map(\.change.name)).compactMap { name -> RunSetting? in
      guard let found = catalogue.find(name) else { return nil }
      for (entry, key) in zip(found.entries, found.keys) {
        guard let value = context.overrides[key]?.value else { continue }
        problems.noting { try entry.check(value) }
      }
      return RunSetting(name: name, company: found.company, models: found.entries.map(\.model))
    }
    try problems.throwIfErrors()
    return settings
  }
}

extension EvaluationRequest {
  /// The request with the number of draws that it comes to in a study.
  func settled(in loaded: LoadedModels) -> EvaluationRequest {
    settled(companies: loaded.study.companies?.count ?? loaded.facts.companies.count)
  }
}

/// What runs of one study share, however it is changed: the draws, and formulas that are compiled.
struct SharedParts: Sendable {
  let draws: Draws
  let model: CompanyModel
}

extension Sampler {
  /// The sampler that was asked for.
  init(_ sampler: DrawSampler) {
    switch sampler {
    case .sobol: self = .sobol
    case .random: self = .random
    }
  }
}
