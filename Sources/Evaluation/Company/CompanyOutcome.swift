internal import Nowcast
package import Plan
package import Scoring
internal import Simulation

/// A company's outcome in every draw, in the views that are told.
package struct CompanyOutcome: Sendable {
  /// What becomes of the company: companies like this one, and what its paths add.
  package let course: CompanyCourse
  /// The number of draws in which a result isn't a number.
  package let flagged: Int
  /// The same as an outcome; nil where nobody knows its cash.
  package let draws: OutcomeDraws?
  /// By companies like this one alone; nil where the company earns.
  package let outside: OutcomeDraws?
  /// With the paths' models in full; nil where the company earns.
  package let inside: OutcomeDraws?
  /// Without new money; nil where the company earns.
  package let alone: OutcomeDraws?
  /// Without each path, in their order; nil where the company earns.
  package let without: [OutcomeDraws?]
  /// The paths as they were taken.
  package let lines: [PathLine]
  /// The share of each path in the company.
  package let exposure: ExposureResult
}

extension OutcomePlan {
  /// The outcome of the company with the given paths.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> CompanyOutcome {
    let run = try runs(paths, over: draws)
    let outside = try run([], in: .outside)
    let lines = self.lines(paths, beside: outside, rules)
    let counted = lines.filter { !$0.isWithheld }
    let course = counted.isEmpty ? outside : try run(lines)
    let result = course.outcome()
    let exposure = ExposureResult(
      course.horizonFlows(lines), costNow: course.column("cost", year: 0),
      headroom: course.column("headroom", year: course.years.count - 1).map { 100 * $0 },
      outcome: result, scores: paths.map(\.scores), rules)
    let isAsked = !state.isEarning
    return CompanyOutcome(
      course: course, flagged: result.flagged, draws: course.canSay ? result : nil,
      outside: isAsked ? outside.outcome() : nil,
      inside: try isAsked
        ? (counted.isEmpty ? outside.outcome() : run(lines, in: .inside).outcome()) : nil,
      alone: try isAsked ? run(lines, in: .withoutNewMoney).outcome() : nil,
      without: try lines.indices.map { index in
        guard isAsked else { return nil }
        var others = lines
        let line = others.remove(at: index)
        if line.isWithheld { return result }
        return try others.allSatisfy(\.isWithheld) ? outside.outcome() : run(others).outcome()
      }, lines: lines, exposure: exposure)
  }

  /// The company's course with the given paths, every variable of it kept, for a trace.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func course(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> CompanyCourse {
    let run = try runs(paths, over: draws)
    let outside = try run([], in: .outside)
    return try run(lines(paths, beside: outside, rules), kept: .everything)
  }

  private func runs(_ paths: [PathResult], over draws: Draws) throws -> OutcomeRuns {
    OutcomeRuns(
      model: model,
      drawn: try model.draw(subject, state: state, standing: standing, draws: draws),
      variables: Dictionary(
        paths.map { ($0.path, $0.flows.metrics) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The paths as the outcome takes them.
  private func lines(
    _ paths: [PathResult], beside outside: CompanyCourse, _ rules: ScoringRules
  ) -> [PathLine] {
    let growth = self.growth(to: outside)
    return paths.map {
      PathLine($0, reported: lines[$0.path], growth: growth, plan: self, rules: rules)
    }
  }

  /// Log growth of revenue from the base to the first year, by draw.
  private func growth(to course: CompanyCourse) -> [Double] {
    let base = state.base.map { $0.amount * state.usdRate } ?? Elementary.exp(state.state.level)
    return course.column("revenue", year: 0).map { Elementary.log($0 / base) }
  }
}

/// Runs the company model for one company in its views, on the same draws.
private struct OutcomeRuns {
  var model: CompanyModel
  var drawn: CompanyDraws
  /// The variables of the company's paths, by path and name.
  var variables: [String: [String: YearlyDraws]]

  /// A run with some of the paths; those that are withheld don't count.
  func callAsFunction(
    _ lines: [PathLine], in view: CompanyFormulas.View? = nil,
    kept: CompanyModel.Kept = .outputs
  ) throws -> CompanyCourse {
    try model.run(
      drawn, paths: lines.filter { !$0.isWithheld }.map(\.flows), variables: variables,
      setting: view.flatMap { model.formulas.views[$0] } ?? [:], kept: kept)
  }
}
