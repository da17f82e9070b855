internal import Facts
package import RunRecord

extension EvaluationContext {
  /// The required facts and market inputs that nothing answers and nobody has set, by name.
  package func missing(
    for evaluator: any Evaluator, subject: Subject
  ) throws -> [MissingInput] {
    let path = evaluator.description.record.id
    let inputs = (evaluator as? ModelEvaluator)?.model.inputs
    let needs: [(requirement: Requirement, input: ModelInput?)] =
      inputs.map { $0.compactMap { input in input.requirement.map { ($0, input) } } }
      ?? evaluator.needs.map { ($0, nil) }
    return try needs.compactMap { requirement, input -> MissingInput? in
      if let input, override(of: input.name, in: path) != nil { return nil }
      switch requirement {
      case .companyFact(let metric):
        let metrics = input?.metrics ?? [metric]
        return try metrics.contains { try hasAnswer(subject, metric: $0) } ? nil : .fact(metric)
      case .marketInput(let name):
        let region = subject.region(on: path)
        return try market(name, region: region) == nil
          ? .marketInput(name, region: region) : nil
      }
    }
  }

  /// Returns true if a company's fact is known.
  package func hasAnswer(_ subject: Subject, metric: String) throws -> Bool {
    guard facts.metrics[metric] != nil, let company = subject.facts else { return false }
    return try facts.answer(company: company.id, metric: metric, asOf: asOf).chosen != nil
  }
}
