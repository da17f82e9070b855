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
  /// The outcome of the company with the given paths; of those with an anchor what the accounts made
  /// of them stays.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules,
    anchors: [String: PathLine.Anchor] = [:]
  ) throws -> CompanyOutcome {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules, anchors: anchors)
    let (outside, lines) = (runs.outside, runs.lines)
    let course = runs.counts ? try runs.run(lines) : outside
    let result = course.outcome()
    let exposure = ExposureResult(
      course.horizonFlows(lines), costNow: course.column("cost", year: 0),
      headroom: course.column("headroom", year: course.years.count - 1).map { 100 * $0 },
      outcome: result, scores: paths.map(\.scores), rules)
    let isAsked = !state.isEarning
    let without = runs.counts ? outside.outcome() : result
    return CompanyOutcome(
      course: course, flagged: result.flagged, draws: course.canSay ? result : nil,
      outside: isAsked ? without : nil,
      inside: try isAsked
        ? (runs.counts ? runs.run(lines, in: .inside).outcome() : without) : nil,
      alone: try isAsked ? runs.run(lines, in: .withoutNewMoney).outcome() : nil,
      without: try lines.indices.map { index in
        guard isAsked else { return nil }
        var others = lines
        let line = others.remove(at: index)
        if line.isWithheld { return result }
        return try others.allSatisfy(\.isWithheld) ? without : runs.run(others).outcome()
      }, lines: lines, exposure: exposure)
  }

  /// The company's course with the given paths, every variable of it kept, for a trace.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func course(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> CompanyCourse {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules)
    return try runs.run(runs.lines, kept: .everything)
  }

  /// The company's course with the given paths, in a view or plainly.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func course(
    paths: [PathResult], in view: CompanyFormulas.View?, over draws: Draws, _ rules: ScoringRules,
    kept: CompanyModel.Kept
  ) throws -> CompanyCourse {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules)
    return try runs.run(runs.lines, in: view, kept: kept)
  }

  /// Log growth of revenue from the base to the first year, by draw.
  func growth(to course: CompanyCourse) -> [Double] {
    let base = state.base.map { $0.amount * state.usdRate } ?? Elementary.exp(state.state.level)
    return course.column("revenue", year: 0).map { Elementary.log($0 / base) }
  }
}
