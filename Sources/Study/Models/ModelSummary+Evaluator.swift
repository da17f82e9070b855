package import Evaluation
package import RunRecord

extension ModelSummary {
  /// The summary of an evaluator, whether it is a model file or written in Swift.
  package init(_ evaluator: any Evaluator) {
    let record = evaluator.description.record
    let model = (evaluator as? ModelEvaluator)?.model
    self.init(
      path: record.id, title: record.title, version: record.version, file: model?.file,
      inputs: model?.inputs.count ?? 0, variables: record.formulas.count,
      criteria: record.criteria.count)
  }
}
