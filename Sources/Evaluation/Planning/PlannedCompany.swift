package import Facts
package import Nowcast
package import Plan
package import RunRecord
internal import Scoring
internal import Simulation
package import Threads

/// A company's plan, with what each part of it rests on.
package struct PlannedCompany: Sendable {
  /// The company.
  package var subject: Subject
  /// The value from which its paths' numbers come.
  package var plan: CompanyPlan
  /// All paths of the run, in its order.
  package var paths: [Path]
  /// Its state today, or why there is none.
  package var state: Result<CompanyNowcaster.Found, CompanyNowcaster.Missing>
  /// What its accounts say of the paths' lines of business, by path.
  package var lines: [String: SegmentWindow]
  /// The plan of its outcome, or why there is none.
  package var outcome: Result<OutcomePlan, MissingOutcome>

  /// A path of the run for this company.
  package enum Path: Sendable {
    /// It is in the plan, in this order.
    case planned(PlannedPath)
    /// A path without numbers, by id, with the state that says why.
    case without(String, AssessmentRecord.State)
  }
}

/// A planned path's basis: its evaluator, its evidence and its ratings.
package struct PlannedPath: Sendable {
  /// The evaluator that describes and computes it.
  package var evaluator: any Evaluator
  /// The evidence that its flows rest on.
  package var evidence: Evidence
  /// The ratings behind each readiness criterion, in the order of the path.
  package var ratings: [[Rating]]

  /// The evidence that flows rest on.
  package enum Evidence: Sendable {
    /// The records of a model's inputs, in the order of its program.
    case records(ModelEvaluator, [InputRecord])
    /// The result of an evaluator written in Swift, evidence and numbers at once.
    case projection(Projection)
  }
}

/// A company's results, while its numbers are still draws.
package struct CompanyResult: Sendable {
  /// The paths, in the order of the plan; nil for one on which nothing goes in and nothing comes
  /// out in most draws.
  package var paths: [PathResult?]
  /// The outcome, of the paths that are there; nil where the company has none.
  package var outcome: CompanyOutcome?
}

extension PlannedCompany {
  /// The company's numbers, of which all commands take theirs.
  ///
  /// `draws` are those of the plan's sampling, which companies of one run share; of paths with an
  /// anchor what the accounts made of them before a change stays; `kept` is what is kept of the
  /// course.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate(
    over draws: Draws, anchors: [String: PathLine.Anchor] = [:],
    kept: CompanyModel.Kept = .outputs, by crew: Crew = Crew(threads: 1)
  ) throws -> CompanyResult {
    try evaluate(over: draws, anchors: anchors, kept: kept, by: crew) { _, result in
      (result, ())
    }.result
  }

  /// The same, with what `tell` makes of each path as soon as it has run.
  ///
  /// The runs are let go of then, and what nobody asks of a path that is told: these draws take most of
  /// the memory that an evaluation needs.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate<Told: Sendable>(
    over draws: Draws, kept: CompanyModel.Kept = .outputs, by crew: Crew,
    telling tell: @escaping @Sendable (PlannedPath, PathResult) throws -> Told
  ) throws -> (result: CompanyResult, told: [Told?]) {
    try evaluate(over: draws, anchors: [:], kept: kept, by: crew) {
      [model = outcome.value?.model.formulas] planned, result in
      let told = try tell(planned, result)
      var result = result
      result.run = nil
      // Of these draws nothing is asked any more once the path is told.
      result.recovery.payback = []
      result.recovery.beyond = []
      result.readiness.levels = []
      result.flows.levels = [:]
      // Of the path's variables those that the company's model reads.
      let read = model?.variables(of: result.path) ?? []
      result.flows.metrics = result.flows.metrics.filter { read.contains($0.key) }
      // Of the claim the last year, which is held against others'.
      result.flows.claim = result.flows.claim.map {
        YearlyDraws(values: Array($0[year: $0.years - 1]), draws: $0.draws)
      }
      return (result, told)
    }
  }

  private func evaluate<Told: Sendable>(
    over draws: Draws, anchors: [String: PathLine.Anchor], kept: CompanyModel.Kept,
    by crew: Crew,
    _ make: @escaping @Sendable (PlannedPath, PathResult) throws -> (PathResult, Told)
  ) throws -> (result: CompanyResult, told: [Told?]) {
    let planned = paths.compactMap(\.planned)
    // What the company draws for itself doesn't wait for its paths.
    let outer = draws.fillMemory ? Crew(threads: 1) : crew
    let parts = try outer.map(planned.count + 1) { index -> Part<Told> in
      guard index > 0 else {
        return .own(draws.fillMemory ? nil : try outcome.value?.draw(over: draws, plan))
      }
      return .path(
        try plan.evaluate(path: index - 1, over: draws).map { try make(planned[index - 1], $0) })
    }
    let evaluated = parts.dropFirst().map(\.path)
    let result = CompanyResult(
      paths: evaluated.map { $0?.0 },
      outcome: try outcome.value?.evaluate(
        paths: evaluated.compactMap { $0?.0 }, over: draws, plan.rules, anchors: anchors,
        drawn: parts.first?.own, kept: kept, by: crew))
    return (result, evaluated.map { $0?.1 })
  }

  /// A part of a company that is computed by itself.
  private enum Part<Told: Sendable>: Sendable {
    case own(CompanyDraws?)
    case path((PathResult, Told)?)

    var own: CompanyDraws? {
      if case .own(let draws) = self { draws } else { nil }
    }

    var path: (PathResult, Told)? {
      if case .path(let path) = self { path } else { nil }
    }
  }

  /// The company's course with every variable of it, for a trace.
  ///
  /// - Throws: `MissingOutcome` where it has no outcome, `DiagnosticError` for an input that can't be
  ///   drawn from or a mistake in a formula.
  package func course(over draws: Draws) throws -> CompanyCourse {
    try outcome.get().course(
      paths: plan.evaluate(over: draws).compactMap(\.self), over: draws, plan.rules)
  }
}

extension PlannedCompany.Path {
  fileprivate var planned: PlannedPath? {
    if case .planned(let path) = self { path } else { nil }
  }
}

extension Result {
  fileprivate var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}
