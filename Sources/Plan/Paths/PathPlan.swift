package import Scoring
internal import Simulation

/// The plan by which a company's numbers on one path come about.
package struct PathPlan: Sendable {
  /// The path's id.
  package var path: String
  /// The source of its flows.
  package var source: Source
  /// The readiness criteria, in the order of the path.
  package var criteria: [Criterion]

  /// The source of a path's flows.
  package enum Source: Sendable {
    /// A model's program is run.
    case program(ProgramPlan)
    /// An evaluator written in Swift has given them.
    case given(PathFlows)
  }

  /// A readiness criterion: how it counts, and what its level is drawn from.
  package struct Criterion: Sendable {
    /// Its id.
    package var id: String
    /// Its weight in the index.
    package var weight: Double
    /// True if a low level limits the whole index.
    package var isGate: Bool
    /// True if an input of the model expresses it already.
    package var isInModel: Bool
    /// The level's distribution by the evidence; nil where the model computes the level.
    package var posterior: CriterionPosterior?
    /// The stream of its uniforms.
    package var block: String

    /// Makes a criterion.
    package init(
      id: String, weight: Double, isGate: Bool, isInModel: Bool,
      posterior: CriterionPosterior?, block: String
    ) {
      self.id = id
      self.weight = weight
      self.isGate = isGate
      self.isInModel = isInModel
      self.posterior = posterior
      self.block = block
    }
  }

  /// Makes a plan.
  package init(path: String, source: Source, criteria: [Criterion]) {
    self.path = path
    self.source = source
    self.criteria = criteria
  }
}

/// The results of a path's plan, while its numbers are still draws.
package struct PathResult: Sendable {
  /// The path's id.
  package var path: String
  /// Its flows.
  package var flows: PathFlows
  /// The program's run behind them, with the draws of every variable; nil for flows that were
  /// given, and where it was let go of.
  package var run: ProgramRun?
  /// The money that comes back over the money that goes out.
  package var recovery: Recovery
  /// The evidence-based index.
  package var readiness: Readiness
  /// The levels' distributions by the evidence, by criterion; nil where the model computes the
  /// level.
  package var posteriors: [CriterionPosterior?]
  /// Recovery and readiness together.
  package var scores: [Double]
}

extension PathPlan {
  /// The market that the path's claim shares with other companies', where its model has room for
  /// them.
  package var room: PlannedRoom? {
    if case .program(let program) = source { program.room } else { nil }
  }

  /// The path's draws.
  func evaluate(over draws: Draws, _ rules: ScoringRules) throws -> PathResult? {
    let flows: PathFlows
    let run: ProgramRun?
    switch source {
    case .given(let given): (flows, run) = (given, nil)
    case .program(let program):
      let pass = try ProgramRun(program, over: draws)
      guard let found = pass.flows(draws: draws.count) else { return nil }
      (flows, run) = (found, pass)
    }
    let recovery = Recovery(
      contribution: flows.contribution, investment: flows.investment,
      discounting: rules.discounting(years: flows.revenue.years),
      multiple: try rules.horizonMultiples(from: draws))
    let readiness = Readiness(
      criteria.map { criterion in
        ReadinessCriterion(
          weight: criterion.weight, isGate: criterion.isGate, isInModel: criterion.isInModel,
          level: criterion.level(flows, from: draws))
      }, scale: rules.readiness)
    return PathResult(
      path: path, flows: flows, run: run, recovery: recovery, readiness: readiness,
      posteriors: criteria.map(\.posterior),
      scores: Score.draws(
        recovery: recovery.draws, readiness: readiness.index, weights: rules.weights))
  }
}

extension PathPlan.Criterion {
  fileprivate func level(_ flows: PathFlows, from draws: Draws) -> ReadinessCriterion.Level {
    if let posterior {
      return .evidence(posterior, uniforms: draws.uniforms(block: block, dimension: 0))
    }
    return .computed(flows.levels[id] ?? Array(repeating: .nan, count: draws.count))
  }
}
