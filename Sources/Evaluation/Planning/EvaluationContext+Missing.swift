internal import Facts
package import RunRecord

extension EvaluationContext {
  /// The required facts and market inputs that nothing answers and nobody has set, by name.
  package func missing(
    for evaluator: any Evaluator, subject: Subject
  ) throws -> [MissingInput] {
    if let model = (evaluator as? ModelEvaluator)?.model {
      return try missing(among: model.inputSet, subject: subject)
    }
    return try missing(
      evaluator.needs.map { ($0, nil) }, on: evaluator.description.record.id, subject: subject)
  }

  /// The same for the inputs of a model.
  package func missing(among set: InputSet, subject: Subject) throws -> [MissingInput] {
    try missing(
      set.inputs.compactMap { input in input.requirement.map { ($0, input) } }, on: set.id,
      subject: subject)
  }

  private func missing(
    _ needs: [(requirement: Requirement, input: ModelInput?)], on path: String, subject: Subject
  ) throws -> [MissingInput] {
    try needs.compactMap { requirement, input -> MissingInput? in
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
