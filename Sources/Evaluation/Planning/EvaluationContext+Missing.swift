internal import Facts
package import RunRecord
internal import Units

extension EvaluationContext {
  /// The required facts and market inputs that nothing answers and nobody has set, and the exchange
  /// rates without which an answer can't be read, each once and in the order of the inputs.
  package func missing(
    for evaluator: any Evaluator, subject: Subject
  ) throws -> [MissingInput] {
    let path = evaluator.description.record.id
    guard let model = evaluator as? ModelEvaluator else {
      return try evaluator.needs.compactMap { requirement in
        switch requirement {
        case .companyFact(let metric):
          try hasAnswer(subject, metric: metric) ? nil : .fact(metric)
        case .marketInput(let name):
          try notingRate { try missing(market: name, on: path, subject) }
        }
      }
    }
    let found = try missing(among: model.model.inputSet, subject: subject)
    guard found.isEmpty else { return found }
    let rate = try notingRate {
      _ = try model.conversion(in: self)
      return nil
    }
    return [rate].compactMap(\.self)
  }

  /// The same for the inputs of a model alone.
  package func missing(among set: InputSet, subject: Subject) throws -> [MissingInput] {
    var found: [MissingInput] = []
    for input in set.inputs where !subject.isSet(input.name, in: set.id) {
      guard let one = try notingRate({ try missing(input, on: set.id, subject) }),
        !found.contains(one)
      else { continue }
      found.append(one)
    }
    return found
  }

  /// Returns true if a company's fact is known.
  package func hasAnswer(_ subject: Subject, metric: String) throws -> Bool {
    guard facts.metrics[metric] != nil, let company = subject.facts else { return false }
    return try facts.answer(company: company.id, metric: metric, asOf: asOf).chosen != nil
  }

  /// What is missing of one input of a model.
  private func missing(
    _ input: ModelInput, on path: String, _ subject: Subject
  ) throws -> MissingInput? {
    switch input.scope {
    case .assumption, .contest, .room, .trend: return nil
    case .series(let origin):
      let found = try series(origin.metric, of: subject.facts, in: input.unit)
      return found.series == nil && origin.otherwise == nil ? .fact(origin.metric) : nil
    case .market(let name): return try missing(market: name, on: path, subject)
    case .company(let metrics, let otherwise):
      // Only money needs a rate; what has a default needs nothing else.
      let isMoney = units.currencies.contains { input.unit.dimension.powers[$0] != nil }
      if otherwise != nil, !isMoney { return nil }
      for metric in metrics where try hasAnswer(subject, metric: metric) {
        if isMoney { try requireRate(subject, metric: metric, in: input.unit) }
        return nil
      }
      return otherwise == nil ? .fact(metrics[0]) : nil
    }
  }

  private func missing(
    market name: String, on path: String, _ subject: Subject
  ) throws -> MissingInput? {
    let region = subject.region(on: path)
    return try market(name, region: region) == nil ? .marketInput(name, region: region) : nil
  }

  /// Throws `MissingRate` and nothing else: other mistakes show when the input is resolved.
  private func requireRate(
    _ subject: Subject, metric: String, in unit: UnitExpression
  ) throws(MissingRate) {
    do {
      _ = try subject.fact(metric: metric, in: unit)
    } catch let rate as MissingRate {
      throw rate
    } catch {}
  }

  private func notingRate(_ find: () throws -> MissingInput?) throws -> MissingInput? {
    do {
      return try find()
    } catch let rate as MissingRate {
      return rate.input
    }
  }
}
