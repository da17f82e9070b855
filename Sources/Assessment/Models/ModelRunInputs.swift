internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Units

/// Checks what is set and what is missing before a model is run alone.
struct ModelRunInputs {
  let model: ModelFile

  /// Refuses names that are no input of the model, so that nothing is set in vain.
  ///
  /// - Throws: `DiagnosticError` with all of them.
  func check(_ overrides: [InputOverride]) throws {
    var problems = DiagnosticCollector()
    for override in overrides where !names.contains(override.name) {
      problems.report(unknown(override.name))
    }
    try problems.throwIfErrors()
  }

  /// Names what has to be set, or answered by a company, before the model can run.
  ///
  /// - Throws: `DiagnosticError`.
  func checkRequired(_ subject: Subject, in context: EvaluationContext) throws {
    guard subject.facts == nil else { return }
    let region = subject.region(on: model.id)
    let missing = try model.inputs.filter { input in
      if context.override(of: input.name, in: model.id) != nil { return false }
      switch input.scope {
      case .assumption, .room, .trend: return false
      case .series(let series): return series.otherwise == nil
      case .contest: return true
      case .company(_, let otherwise): return otherwise == nil
      case .market(let name): return try context.market(name, region: region) == nil
      }
    }
    guard !missing.isEmpty else { return }
    let inputs = missing.map { "\"\($0.name)\" [\($0.unit.text)]" }.joined(separator: ", ")
    let settings = missing.map { "--set \($0.name)='LOW to HIGH'" }.joined(separator: " ")
    throw DiagnosticError(
      Diagnostic(
        "\(model.id) needs \(missing.count == 1 ? "an input" : "inputs") that only a company's "
          + "facts or its market give: \(inputs)",
        help: "name a company with --company, or set \(missing.count == 1 ? "it" : "them"): "
          + settings, category: .missing))
  }

  /// Every name under which an input of the model can be set.
  private var names: Set<String> {
    Set(model.inputs.flatMap { [$0.name, "\(model.id).\($0.name)"] })
  }

  private func unknown(_ name: String) -> Diagnostic {
    let bare = name.hasPrefix(model.id + ".") ? String(name.dropFirst(model.id.count + 1)) : name
    let inputs = model.inputs.map(\.name)
    if (model.variables + model.outputs).contains(where: { $0.declaration.name == bare }) {
      return Diagnostic(
        "\"\(bare)\" can't be set: \(model.id) computes it by a formula",
        help:
          "set an input that it is computed from; `breakeven model show \(model.id)` lists them",
        category: .missing)
    }
    // A metric, or a market's name for the input, is a natural thing to try.
    let alias = model.inputs.first { input in
      switch input.scope {
      case .assumption, .contest, .room, .trend: false
      case .series(let series): series.metric == bare
      case .company(let metrics, _): metrics.contains(bare)
      case .market(let market): market == bare
      }
    }
    return Diagnostic(
      "\(model.id) has no input \"\(bare)\" to set",
      help: alias.map { "the input is called \"\($0.name)\"" }
        ?? Suggestion.help(for: bare, among: inputs)
        ?? "its inputs are \(inputs.joined(separator: ", "))", category: .missing)
  }
}
