internal import Diagnostics
internal import Evaluation
internal import Formulas

/// What a model's author should look at though the model runs.
struct ModelWarnings {
  let model: ModelFile
  let unused: [String]

  func diagnostics() -> [Diagnostic] {
    model.inputs.flatMap { input -> [Diagnostic] in
      var found: [Diagnostic] = []
      if unused.contains(input.name) {
        found.append(
          warning(
            input, "the input \"\(input.name)\" is not used by any formula",
            help: "remove it, or name it in a formula"))
      }
      let assumption: Assumption?
      switch input.scope {
      case .assumption(let value): assumption = value
      case .company(_, let otherwise): assumption = otherwise
      case .market: assumption = nil
      }
      for revision in assumption?.revisions ?? [] where revision.because == nil {
        found.append(
          warning(
            input, "the assumption \"\(input.name)\" gives no reason",
            help: "say in \"because\" why this range and not another"))
      }
      for revision in assumption?.revisions ?? [] {
        for anchor in revision.series.anchors {
          guard case .interval(let low, let high) = anchor.distribution, low > 0, high > 1000 * low
          else { continue }
          found.append(
            warning(
              input, "\"\(input.name)\" ranges over more than three orders of magnitude",
              help: "such a range drowns every answer; narrow it, or split the input"))
        }
      }
      return found
    }
  }

  private func warning(_ input: ModelInput, _ message: String, help: String) -> Diagnostic {
    Diagnostic(
      message, at: input.location, sourceLine: input.sourceLine, help: help, severity: .warning)
  }

  // `Breakeven` has a type of the same name for front ends.
  private typealias ModelInput = Evaluation.ModelInput
}
