internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

extension PathRecorder {
  /// What the model's file holds against each other, on the draws of the run; nil where it names
  /// nothing, and for evaluators written in Swift.
  ///
  /// - Throws: `DiagnosticError` where the multiple beyond the horizon can't be drawn.
  func comparisons() throws -> [ComparisonResult]? {
    guard let model = (planned.evaluator as? ModelEvaluator)?.model, let pass = result.run,
      !model.comparisons.isEmpty
    else { return nil }
    return try model.comparisons.compactMap { comparison in
      try PathComparison(
        pass, set: comparison.set, against: comparison.against, over: run.draws,
        run.policy.rules
      ).map { record(comparison, $0) }
    }
  }

  private func record(
    _ comparison: ModelComparison, _ computed: PathComparison
  ) -> ComparisonResult {
    let numbers = run.quantities
    let money = UnitName(run.evaluation.currency)
    return ComparisonResult(
      id: comparison.id, title: comparison.title, set: settings(comparison.set),
      against: settings(comparison.against),
      better: numbers.probability(computed.better(\.draws)),
      worse: numbers.probability(computed.worse(\.draws)),
      betterBeyond: numbers.probability(computed.better(\.beyond)),
      worseBeyond: numbers.probability(computed.worse(\.beyond)),
      difference: numbers.quantity(computed.difference(\.draws), unit: money),
      differenceBeyond: numbers.quantity(computed.difference(\.beyond), unit: money))
  }

  private func settings(_ numbers: [String: Double]) -> [InputSetting] {
    numbers.sorted { $0.key < $1.key }.map { InputSetting(name: $0.key, value: $0.value) }
  }
}
