package import Evaluation
internal import Facts
internal import RunRecord

extension LoadedModels {
  /// All evaluators: the model files in order of name, then those written in Swift, to which a
  /// file of the same path gives way.
  package func evaluators(with own: [any Evaluator]) -> [any Evaluator] {
    let ids = Set(own.map { $0.description.record.id })
    return models.filter { !ids.contains($0.id) }.map { ModelEvaluator($0, units: units) } + own
  }
}
