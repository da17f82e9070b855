internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Scoring

extension CompanyModelFile {
  /// The file, if it has every parameter that the outcome model reads.
  ///
  /// - Throws: `DiagnosticError` naming those that it lacks.
  func complete(in file: YAMLDocument) throws -> CompanyModelFile {
    var problems = DiagnosticCollector()
    let names = parameters.inputs.map(\.name)
    let others = names.filter { OutcomeParameter(rawValue: $0) == nil }
    for parameter in OutcomeParameter.allCases where !names.contains(parameter.rawValue) {
      problems.report(
        file.source.diagnostic(
          "the company model lacks the parameter \"\(parameter.rawValue)\"", line: 1, column: 1,
          help: Suggestion.closest(to: parameter.rawValue, among: others).map {
            "\"\($0)\" may be a misspelling of it"
          } ?? "declare it among the parameters, with a unit, a value and a reason"))
    }
    try problems.throwIfErrors()
    return self
  }
}
