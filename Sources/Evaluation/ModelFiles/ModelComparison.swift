package import RunRecord
internal import Diagnostics
internal import Documents

/// Two ways of running a model that its file holds against each other.
package struct ModelComparison: Sendable {
  /// Its id.
  package var id: String
  /// Its title.
  package var title: LocalizedText
  /// Numbers in place of inputs in the one way, each in its input's unit.
  package var set: [String: Double]
  /// The same in the other.
  package var against: [String: Double]
}

/// Reads `compare`: what a model's file holds against each other.
struct ComparisonsReader {
  let names: DeclaredNames

  func comparisons(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [ModelComparison] {
    map.entries("compare", into: &problems).compactMap { entry in
      if !entry.key.isSnakeCase {
        problems.report(
          entry.keyDiagnostic(
            "a comparison's id must be in snake_case, found \"\(entry.key)\"",
            help: "names are in snake_case: the letters a-z, digits and \"_\", a letter first"))
      }
      guard
        let found = entry.value.mapping(
          allowedKeys: ["title", "set", "against"], of: "a comparison", into: &problems)
      else { return nil }
      let title = found.translations("title", into: &problems)
      let set = settings("set", in: found, into: &problems)
      let against = settings("against", in: found, into: &problems)
      // A name that nobody declared is told once.
      if let set, let against, set.keys.sorted() != against.keys.sorted(),
        set.keys.allSatisfy(names.inputs.contains), against.keys.allSatisfy(names.inputs.contains)
      {
        problems.report(
          entry.keyDiagnostic(
            "\"set\" and \"against\" set different inputs",
            help: "set the same ones, so that nothing else differs between the two"))
      }
      guard let title, let set, let against else { return nil }
      return ModelComparison(
        id: entry.key, title: LocalizedText(title), set: set, against: against)
    }
  }

  private func settings(
    _ key: String, in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> [String: Double]? {
    guard let entries = map.required(key, into: &problems)?.entries(into: &problems) else {
      return nil
    }
    var numbers: [String: Double] = [:]
    for entry in entries {
      if !names.inputs.contains(entry.key) {
        problems.report(
          entry.keyDiagnostic(
            "\"\(key)\" names \"\(entry.key)\", which is no input of this model",
            help: Suggestion.help(for: entry.key, among: names.inputs)
              ?? "declare it among the inputs"))
      }
      numbers[entry.key] = entry.value.number(into: &problems)
    }
    return numbers
  }
}
