package import Plan

/// A company's course in the three views that a backtest holds against each other, on the same
/// draws.
package struct CompanyViews: Sendable {
  /// By companies like this one alone: no path counts.
  package let outside: CompanyCourse
  /// With what the paths add, by the weight of their evidence.
  package let paths: CompanyCourse
  /// With the paths' models in full.
  package let inside: CompanyCourse
}

extension OutcomePlan {
  /// The company's course without its paths, with them and by them in full; nil where no path
  /// counts, and the three would be one.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func views(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> CompanyViews? {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules)
    guard runs.counts else { return nil }
    return CompanyViews(
      outside: runs.outside, paths: try runs.run(runs.lines),
      inside: try runs.run(runs.lines, in: .inside))
  }
}
