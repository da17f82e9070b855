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
package struct RunPreparation {
  package let loaded: LoadedModels
  package let request: EvaluationRequest
  let ownEvaluators: [any Evaluator]
  /// False where a path's model runs alone: what is set is its own then.
  let hasCompanyModel: Bool
  let crew: Crew

  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator],
    hasCompanyModel: Bool = true, crew: Crew = Crew(threads: 1)
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.hasCompanyModel = hasCompanyModel
    self.crew = crew
  }

  /// The run's context, with the text of everything that was set by name.
  ///
  /// - Throws: `DiagnosticError` for unknown names, dates that aren't any, and the like.
  package func run() throws -> (RunContext, overrides: [String: String]) {
    let (evaluation, overrides) = try context()
    let draws = try self.draws()
    let chosen = try chosenEvaluators()
    let competition = Competition(evaluation)
    let context = RunContext(
      evaluation: evaluation, draws: draws, evaluators: chosen,
      competition: competition,
      planner: try CompanyPlanner(
        context: evaluation, evaluators: chosen,
        companyModel: CompanyModel(loaded.companyModel, units: loaded.units),
        rules: loaded.policy.rules, draws: draws, competition: competition),
      policy: loaded.policy, redefinedUnits: loaded.redefinedUnits, crew: crew)
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

  /// All evaluators: the model files in order of name, then those written in Swift.
  package var evaluators: [any Evaluator] { loaded.evaluators(with: ownEvaluators) }

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
      Sampling(count: request.draws, seed: request.seed, sampler: Sampler(request.sampler)))
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

  /// The values by which the scenario and `--set` replace inputs; later ones hold.
  private func overrides() throws -> ([String: InputOverrideValue], [String: String]) {
    var values: [String: InputOverrideValue] = [:]
    var texts: [String: String] = [:]
    if let name = request.scenario {
      guard let scenario = loaded.scenarios[name] else {
        throw DiagnosticError(
          Diagnostic(
            "there is no scenario \"\(name)\"",
            help: Suggestion.help(for: name, among: loaded.scenarios.keys.sorted()),
            category: .missing))
      }
      for (input, value) in scenario.overrides {
        values[input] = value
        texts[input] = value.text
      }
    }
    if values.isEmpty, request.overrides.isEmpty { return ([:], [:]) }
    var problems = DiagnosticCollector()
    let catalogue = InputCatalogue(
      loaded, evaluators: evaluators, hasCompanyModel: hasCompanyModel)
    for override in request.overrides {
      problems.noting {
        let change = try InputChange(
          override, unit: catalogue.find(override.name)?.entries.first?.unit, units: loaded.units)
        values[override.name] = InputOverrideValue(change.value, because: Reason(.setByOption))
        texts[override.name] = change.text
      }
    }
    for name in values.keys.sorted() where catalogue.find(name) == nil {
      problems.report(catalogue.unknown(name))
    }
    for name in values.keys.sorted() {
      if let mistake = catalogue.ambiguity(of: name) { problems.report(mistake) }
    }
    try problems.throwIfErrors()
    return (values, texts)
  }
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
