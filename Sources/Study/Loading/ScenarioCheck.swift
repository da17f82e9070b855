internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord

/// Checks what scenarios say of each other, and the notation of what they set.
///
/// Whether there is what they change is known once evaluators are: whoever evaluates checks that.
struct ScenarioCheck {
  private let scenarios: [String: Scenario]
  /// The ids of companies, whose figures have a notation of their own; nil where they aren't known.
  private let companies: Set<String>?

  /// Checks all scenarios of a study; nothing where its facts could not be read.
  init(_ scenarios: [String: Scenario], _ facts: FactBase?) {
    self.scenarios = scenarios
    companies = facts.map { Set($0.companies.map(\.id)) }
  }

  /// The mistakes, scenario by scenario.
  func problems() -> [Diagnostic] {
    guard companies != nil else { return [] }
    return scenarios.values.sorted { $0.id < $1.id }.flatMap { parents(of: $0) + notation(of: $0) }
  }

  private func parents(of scenario: Scenario) -> [Diagnostic] {
    guard let parent = scenario.parent else { return [] }
    guard scenarios[parent.id] != nil else {
      return [
        Diagnostic(
          "there is no scenario \"\(parent.id)\" to extend", at: parent.location,
          sourceLine: parent.sourceLine,
          help: Suggestion.help(for: parent.id, among: scenarios.keys.sorted())
            ?? "the scenarios are \(scenarios.keys.sorted().joined(separator: ", "))",
          category: .missing)
      ]
    }
    var way = [scenario.id]
    var next = scenario.parent
    while let id = next?.id, let found = scenarios[id], !way.contains(id) {
      way.append(id)
      next = found.parent
    }
    guard next?.id == scenario.id else { return [] }
    return [
      Diagnostic(
        way.count == 1
          ? "the scenario \"\(scenario.id)\" extends itself"
          : "the scenario \"\(scenario.id)\" extends itself by way of "
            + way.dropFirst().joined(separator: ", "),
        at: parent.location, sourceLine: parent.sourceLine,
        help: "let one of them extend nothing")
    ]
  }

  private func notation(of scenario: Scenario) -> [Diagnostic] {
    var problems = DiagnosticCollector()
    for setting in scenario.settings {
      let (change, place) = (setting.change, setting.valueLocation)
      let first = change.name.split(separator: ".").first.map(String.init) ?? ""
      if StudySetting(name: change.name) != nil || companies?.contains(first) == true {
        continue
      }
      guard change.operation == .set else {
        if NumberNotation.parse(change.text) == nil {
          problems.report(
            Diagnostic(
              "\"\(change.text)\" isn't a number to change \"\(change.name)\" by", at: place,
              sourceLine: setting.sourceLine, help: "write a number, such as 0.5 or -10%"))
        }
        continue
      }
      _ = problems.noting {
        try DistributionNotation.parseDrawable(
          change.text, at: place, sourceLine: setting.sourceLine)
      }
    }
    return problems.diagnostics
  }
}

extension LoadedModels {
  /// A scenario with those that it extends, the first of them first; nothing where there is none.
  package func lineage(of id: String) -> [Scenario] {
    var lineage: [Scenario] = []
    var next = scenarios[id]
    while let scenario = next, !lineage.contains(where: { $0.id == scenario.id }) {
      lineage.insert(scenario, at: 0)
      next = scenario.parent.flatMap { scenarios[$0.id] }
    }
    return lineage
  }
}
