package import Diagnostics
package import Evaluation
internal import Facts
internal import RunRecord
package import Study

/// Reads what scenarios change, as one could type it.
struct ScenarioReader {
  let loaded: LoadedModels
  let catalogue: InputCatalogue
  /// The day as of which facts are known unless a scenario says another; the study's if nil.
  let asOf: CalendarDay?

  /// The changes of a scenario: those of the scenarios that it extends, as far as later ones leave
  /// them, and its own.
  ///
  /// - Throws: `DiagnosticError` where there is none of this name, and for all changes that can't be
  ///   read or contradict each other, with their places.
  func changes(of id: String) throws -> [StudyChange] {
    let lineage = loaded.lineage(of: id)
    guard !lineage.isEmpty else {
      throw DiagnosticError(Self.unknown(id, among: loaded.scenarios.keys.sorted()))
    }
    let day = asOf ?? lineage.compactMap(\.day).last
    var problems = DiagnosticCollector()
    var changes: [StudyChange] = []
    for scenario in lineage {
      let own = try self.changes(by: scenario, asOf: day, into: &problems)
      changes = changes.followed(by: own)
    }
    try problems.throwIfErrors()
    return changes
  }

  /// The mistakes of a scenario's own changes.
  func problems(of scenario: Scenario) throws -> [Diagnostic] {
    var problems = DiagnosticCollector()
    _ = try changes(by: scenario, asOf: asOf ?? scenario.day, into: &problems)
    return problems.diagnostics
  }

  /// That there is no scenario of a name.
  static func unknown(_ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "there is no scenario \"\(id)\"",
      help: Suggestion.help(for: id, among: known)
        ?? (known.isEmpty
          ? "scenarios are files in Models/scenarios/"
          : "the scenarios are \(known.joined(separator: ", "))"),
      category: .missing)
  }

  private func changes(
    by scenario: Scenario, asOf day: CalendarDay?, into problems: inout DiagnosticCollector
  ) throws -> [StudyChange] {
    let known = day.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    let reader = ChangeReader(
      loaded: loaded, catalogue: catalogue, asOf: known ?? loaded.study.asOf)
    let read = try scenario.settings.compactMap { setting in
      try problems.attempt {
        do {
          return (setting: setting, change: try change(by: setting, of: scenario, reader))
        } catch let mistake as Diagnostic {
          throw mistake.placed(at: setting)
        } catch let error as DiagnosticError {
          throw DiagnosticError(error.diagnostics.map { $0.placed(at: setting) })
        }
      }
    }
    let changes = read.map(\.change)
    problems.report(
      changes.contradictions.map { $0.mistake.placed(at: read[$0.last].setting) })
    return changes
  }

  private func change(
    by setting: Scenario.Setting, of scenario: Scenario, _ reader: ChangeReader
  ) throws -> StudyChange {
    var change = try reader.read(setting.change, setting.text)
    if case .scenario = change.effect {
      throw Diagnostic(
        "a scenario names the one that it starts from with \"extends\"",
        help: "extends: \(setting.change.text)")
    }
    if case .driver(let driver) = change.effect {
      throw Diagnostic(
        "\(setting.change.name) is computed for each company, so a scenario can't set it",
        help: "change what sets it: \(driver.inputs.joined(separator: ", "))")
    }
    change.because = Reason(
      .setByScenario,
      ["scenario": .text(scenario.id), "text": .text(setting.because ?? scenario.because)])
    return change
  }
}

extension Scenario {
  /// The day as of which facts are known, where it says one.
  fileprivate var day: CalendarDay? {
    settings.last { StudySetting(name: $0.change.name) == .asOf }
      .flatMap { CalendarDay($0.change.text) }
  }
}

extension Diagnostic {
  /// The mistake at the place of a scenario's setting, unless it has one of its own.
  fileprivate func placed(at setting: Scenario.Setting) -> Diagnostic {
    guard location == nil else { return self }
    var placed = self
    placed.location = setting.location
    placed.sourceLine = setting.sourceLine
    return placed
  }
}

/// Finds the mistakes of all scenarios that only whoever evaluates can: names of inputs, companies
/// and figures that aren't there, changes that contradict each other.
package struct ScenarioInputCheck {
  let loaded: LoadedModels
  let ownEvaluators: [any Evaluator]

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator]) {
    self.loaded = loaded
    self.ownEvaluators = ownEvaluators
  }

  /// The mistakes, scenario by scenario.
  package func problems() -> [Diagnostic] {
    let reader = ScenarioReader(
      loaded: loaded,
      catalogue: InputCatalogue(loaded, evaluators: loaded.evaluators(with: ownEvaluators)),
      asOf: nil)
    return loaded.scenarios.values.sorted { $0.id < $1.id }.flatMap { scenario in
      (try? reader.problems(of: scenario)) ?? []
    }
  }
}
