package import Diagnostics
package import Documents
package import Units

extension YAMLNode {
  /// The value as the name of a currency that `units` declare; nil, and a mistake, for another.
  package func currency(
    among units: UnitRegistry, into problems: inout DiagnosticCollector
  ) -> String? {
    guard let name = string(into: &problems) else { return nil }
    if units.currencies.contains(name) { return name }
    problems.report(
      diagnostic(
        "there is no currency \"\(name)\"",
        help: Suggestion.help(for: name, among: units.currencies)
          ?? "the currencies of units.yaml are \(units.currencies.joined(separator: ", "))"))
    return nil
  }
}
