internal import Diagnostics
internal import Documents

extension CompanyModelReader {
  /// The names of the variables that the odds are explained by: a list, or a map to the inputs by
  /// which each is set.
  func drivers(
    in map: YAMLMapping, _ inputs: [CompanyInput], into problems: inout DiagnosticCollector
  ) -> [CompanyFormulas.Driver] {
    guard let node = map["drivers"] else { return [] }
    var ignored = DiagnosticCollector()
    guard let entries = node.entries(into: &ignored) else {
      return (node.strings(into: &problems) ?? []).map { .init(variable: $0, inputs: []) }
    }
    return entries.map { entry in
      let names = entry.value.strings(into: &problems) ?? []
      for name in names where !inputs.contains(where: { $0.name == name }) {
        problems.report(
          entry.value.diagnostic(
            "the driver \"\(entry.key)\" is set by \"\(name)\", which is no input",
            help: Suggestion.help(for: name, among: inputs.map(\.name))
              ?? "name some of the inputs above"))
      }
      return .init(variable: entry.key, inputs: names)
    }
  }
}
