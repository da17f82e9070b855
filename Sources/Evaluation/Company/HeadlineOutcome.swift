package import Plan
package import Scoring

/// What a company is told and ranked by, without the runs that only its page needs.
package struct HeadlineOutcome: Sendable {
  /// What becomes of the company; nil where nobody knows its cash.
  package let outcome: OutcomeDraws?
  /// The number of draws in which a result isn't a number.
  package let flagged: Int
  /// The criteria that it is ranked by.
  package let criteria: CriterionDraws
}

extension OutcomePlan {
  /// The company with the given paths, in a view or plainly: the same numbers as those of
  /// `evaluate(paths:over:_:)`.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func headline(
    paths: [PathResult], in view: CompanyFormulas.View? = nil, over draws: Draws,
    _ rules: ScoringRules
  ) throws -> HeadlineOutcome {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules)
    let course =
      runs.counts && view != .outside ? try runs.run(runs.lines, in: view) : runs.outside
    let outcome = course.outcome()
    let exposure = exposure(course, outcome, lines: runs.lines, paths: paths, rules)
    return HeadlineOutcome(
      outcome: course.canSay ? outcome : nil, flagged: outcome.flagged,
      criteria: exposure.criteria)
  }

  /// The share of each path in the company, and what it is ranked by.
  func exposure(
    _ course: CompanyCourse, _ outcome: OutcomeDraws, lines: [PathLine], paths: [PathResult],
    _ rules: ScoringRules
  ) -> ExposureResult {
    ExposureResult(
      course.horizonFlows(lines), costNow: course.column("cost", year: 0),
      headroom: course.column("headroom", year: course.years.count - 1).map { 100 * $0 },
      outcome: outcome, scores: paths.map(\.scores), rules)
  }
}
