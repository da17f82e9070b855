internal import Facts
package import Plan
internal import RunRecord
internal import Scoring

/// Resolves a path for a company: from facts, ratings and a model to a plan.
package struct PathPlanner {
  /// A path's plan, where it has one, with what it rests on.
  package typealias Planned = (plan: PathPlan?, path: PlannedCompany.Path)

  let subject: Subject
  let draws: Draws
  let rules: ScoringRules
  let competition: Competition

  /// Makes a planner of a company's paths; evaluators written in Swift are given `draws`.
  package init(
    subject: Subject, draws: Draws, rules: ScoringRules, competition: Competition
  ) {
    self.subject = subject
    self.draws = draws
    self.rules = rules
    self.competition = competition
  }

  private var context: EvaluationContext { subject.context }

  /// The path's plan, or why there is none.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  package func plan(
    _ evaluator: any Evaluator
  ) throws -> Planned {
    do {
      return try planned(evaluator)
    } catch let rate as MissingRate {
      return (nil, .without(evaluator.description.record.id, .missingFacts([rate.input])))
    }
  }

  private func planned(
    _ evaluator: any Evaluator
  ) throws -> Planned {
    let path = evaluator.description.record
    if let without = try withoutNumbers(evaluator) { return (nil, .without(path.id, without)) }
    let source: PathPlan.Source
    let evidence: PlannedPath.Evidence
    let computed: Set<String>
    if let model = evaluator as? ModelEvaluator {
      let (ownMoney, records) = try model.plan(subject, among: competition)
      var program = ownMoney
      program.money = try model.conversion(in: context).factor
      source = .program(program)
      evidence = .records(model, records)
      computed = Set(program.wanted.levels.keys)
    } else {
      let projection = try evaluator.project(subject, over: draws)
      source = .given(projection.flows)
      evidence = .projection(projection)
      computed = Set(projection.levels.keys)
    }
    let ratings = path.criteria.map { criterion in
      context.facts.ratings(
        company: subject.company, path: path.id, criterion: criterion.id, asOf: context.asOf)
    }
    let halfLives = evaluator.description.halfLives
    let criteria = zip(path.criteria, ratings).map { criterion, ratings in
      PathPlan.Criterion(
        id: criterion.id, weight: criterion.weight, isGate: criterion.gate,
        isInModel: criterion.inModel,
        posterior: computed.contains(criterion.id)
          ? nil
          : CriterionPosterior(
            ratings.map { $0.evidence(halfLife: halfLives[criterion.id], asOf: context.asOf) },
            scale: rules.readiness),
        block: "readiness \(path.id) \(subject.company) \(criterion.id)")
    }
    return (
      PathPlan(path: path.id, source: source, criteria: criteria),
      .planned(PlannedPath(evaluator: evaluator, evidence: evidence, ratings: ratings))
    )
  }

  /// True if a path has numbers, or would have with a rate of exchange.
  func hasNumbers(on evaluator: any Evaluator) throws -> Bool {
    do {
      return try withoutNumbers(evaluator) == nil
    } catch is MissingRate {
      return true
    }
  }

  /// The reason why a path has no numbers: it isn't pursued, or facts are missing; nil where it
  /// has.
  private func withoutNumbers(_ evaluator: any Evaluator) throws -> AssessmentRecord.State? {
    let missing = try context.missing(for: evaluator, subject: subject)
    if let reason = subject.notPursued(evaluator.description.record.id) {
      return .notPursued(
        NotPursued(because: .written(reason.because), sources: [reason.source.id]))
    }
    return missing.isEmpty ? nil : .missingFacts(missing)
  }
}
