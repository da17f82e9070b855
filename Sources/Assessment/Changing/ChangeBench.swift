internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study
internal import Threads

/// A study that is set up once, and held against itself with one set of changes after the other.
///
/// Every stream of draws is named after its input, so that what isn't changed is the same draw for
/// draw, and a difference is of the changes alone. The draws themselves and all formulas are shared.
struct ChangeBench: Sendable {
  let loaded: LoadedModels
  let request: EvaluationRequest
  let crew: Crew
  /// The run before any change.
  let base: RunContext
  let catalogue: InputCatalogue
  private let preparation: RunPreparation
  private let parts: SharedParts

  /// Sets the study up.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked, or in the study.
  init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) throws {
    self.loaded = loaded
    self.request = request
    self.crew = crew
    let prepared = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators, crew: crew)
    parts = SharedParts(
      draws: try prepared.draws(),
      model: CompanyModel(loaded.companyModel, units: loaded.units))
    preparation = RunPreparation(
      loaded: loaded, request: request, evaluators: prepared.evaluators, crew: crew,
      sharing: parts)
    base = try preparation.run().0
    // Changes are of the study as its scenario has it.
    catalogue = InputCatalogue(preparation.loaded, evaluators: prepared.evaluators)
  }

  /// The last year before any change.
  var horizon: Int { base.evaluation.years.last ?? 0 }

  /// What an answer is made from.
  var basis: AnswerBasis {
    AnswerBasis(
      asOf: base.evaluation.asOf.description, horizon: horizon,
      currency: UnitName(base.evaluation.currency), draws: base.draws.count,
      scenario: request.scenario)
  }

  /// The companies of some ids; all of the study's if there is none.
  ///
  /// - Throws: `DiagnosticError` naming those that don't exist.
  func companies(_ ids: [String]) throws -> [Company] {
    var asked = request
    asked.companies = ids
    return try RunPreparation(
      loaded: loaded, request: asked, evaluators: preparation.evaluators, crew: crew
    ).companies()
  }

  /// Changes as they were typed.
  ///
  /// - Throws: `DiagnosticError` for what can't be read, and for changes that contradict each other.
  func read(_ texts: [String]) throws -> [StudyChange] {
    try reader.read(texts)
  }

  /// Reads changes of the study.
  var reader: ChangeReader {
    ChangeReader(
      loaded: preparation.loaded, catalogue: catalogue, asOf: base.evaluation.asOf,
      scenario: request.scenario)
  }

  /// The study with changes.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be.
  func changed(by changes: [StudyChange]) throws -> ChangedBench {
    let changed = RunPreparation(
      loaded: loaded, request: request, evaluators: preparation.evaluators, crew: crew,
      changes: changes, sharing: parts)
    let run = try changed.run().0
    let last = run.evaluation.years.last ?? 0
    for change in changes { try change.checkIsLooked(at: last) }
    return ChangedBench(
      run: run, facts: changed.loaded.facts, paths: Set(changes.flatMap(\.paths)),
      year: min(horizon, last))
  }

  /// A company before any change.
  func side(_ company: Company) throws -> CompanySide {
    try CompanySide(company, in: base, through: horizon)
  }
}

/// A study with changes made to it.
struct ChangedBench: Sendable {
  let run: RunContext
  private let facts: FactBase
  /// The paths whose inputs are changed: what the accounts make of them stays.
  private let paths: Set<String>
  /// The last year that the study has before and after.
  private let year: Int

  fileprivate init(run: RunContext, facts: FactBase, paths: Set<String>, year: Int) {
    self.run = run
    self.facts = facts
    self.paths = paths
    self.year = year
  }

  /// A company with the facts that it has after the changes.
  func company(_ base: Company) -> Company { facts.company(base.id) ?? base }

  /// A company before and after.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from.
  func pair(_ base: CompanySide) throws -> SidePair {
    SidePair(
      base: base.told(of: year),
      new: try CompanySide(
        company(base.company), in: run, through: year, unlike: base,
        anchors: base.anchors(of: paths)))
  }
}
