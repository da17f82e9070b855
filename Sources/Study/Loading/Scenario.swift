internal import Diagnostics
internal import Documents
package import Evaluation
internal import Formulas
package import RunRecord

/// A named set of inputs to replace: `scenarios/ID.yaml`.
package struct Scenario: Sendable {
  package var id: String
  package var title: LocalizedText
  /// The replacing values, by `NAME` or `PATH.NAME`.
  package var overrides: [String: InputOverrideValue]

  init(_ document: YAMLDocument) throws {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["id", "title", "because", "set"], of: "a scenario", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    let id = map.string("id", into: &problems)
    let title = map.translations("title", into: &problems)
    let because = map.string("because", into: &problems)
    var overrides: [String: InputOverrideValue] = [:]
    for entry in map.entries("set", into: &problems) {
      guard let text = entry.value.string(into: &problems) else { continue }
      let distribution = problems.noting {
        try DistributionNotation.parseDrawable(
          text, at: entry.value.location, sourceLine: entry.value.sourceLine)
      }
      if let distribution, let id, let because {
        overrides[entry.key] = InputOverrideValue(
          distribution: distribution,
          because: Reason(
            .setByScenario, ["scenario": .text(id), "text": .text(because)]))
      }
    }
    try problems.throwIfErrors()
    guard let id, let title else {
      throw DiagnosticError(Diagnostic("\(document.source.file) is not complete"))
    }
    self.id = id
    self.title = LocalizedText(title)
    self.overrides = overrides
  }
}
