internal import Diagnostics
internal import Documents
internal import Formulas

/// Limits on what is read, beyond what anybody writes by hand.
extension ModelFileReader {
  /// A mistake where the formulas are longer than anybody writes by hand.
  func bound(_ variables: [ModelVariable], into problems: inout DiagnosticCollector) {
    let most = 1_000_000
    var length = 0
    for variable in variables {
      length += variable.declaration.rule.texts.reduce(0) { $0 + $1.utf8.count }
      guard length > most else { continue }
      problems.report(
        Diagnostic(
          "the formulas up to here have more than \(most) characters",
          at: variable.declaration.location, sourceLine: variable.declaration.sourceLine,
          help: "split the model into several paths"))
      return
    }
  }

  /// The first entries, and a mistake if there are more than anybody writes by hand.
  func bounded(
    _ entries: [YAMLNode.Entry], into problems: inout DiagnosticCollector
  ) -> some Sequence<YAMLNode.Entry> {
    let most = 2_000
    if entries.count > most {
      problems.report(
        entries[most].keyDiagnostic(
          "found \(entries.count) names, more than \(most)", help: "split the model"))
    }
    return entries.prefix(most)
  }
}
