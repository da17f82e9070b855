internal import Nowcast
package import Plan
package import Scoring
internal import Simulation
package import Threads

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
  /// What its runs have in common, with the formulas compiled that its planned paths ask for.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  func draw(over draws: Draws, _ plan: CompanyPlan) throws -> CompanyDraws {
    let drawn = try draw(over: draws)
    try model.prepare(drawn, paths: Set(plan.paths.map(\.path)))
    return drawn
  }

  /// What its runs have in common.
  func draw(over draws: Draws) throws -> CompanyDraws {
    try model.draw(subject, state: state, standing: standing, draws: draws)
  }

  /// The outcome of the company with the given paths; of those with an anchor what the accounts made
  /// of them stays.
  ///
  /// `drawn` is what its runs have in common, where that is drawn already; `kept` is what is kept of
  /// its course.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func evaluate(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules,
    anchors: [String: PathLine.Anchor] = [:], drawn: CompanyDraws? = nil,
    kept: CompanyModel.Kept = .outputs, by crew: Crew = Crew(threads: 1)
  ) throws -> CompanyOutcome {
    var runs = try OutcomeRuns(
      self, paths: paths, over: draws, rules, anchors: anchors, drawn: drawn, kept: kept)
    let lines = runs.lines
    let isAsked = !state.isEarning
    let (outside, plain) = (
      isAsked ? runs.outside.outcome() : nil, runs.counts ? nil : runs.outside
    )
    runs.letGoOfOutside()
    // The course comes last, since it is kept while others run.
    let others = isAsked ? 2 + lines.count : 0
    let told = try (draws.fillMemory ? Crew(threads: 1) : crew).map(others + 1) {
      [runs] index -> Told in
      switch index {
      case others:
        let course = try plain ?? runs.run(lines, kept: kept)
        return Told(
          course: kept == .told ? course.withoutStates() : course, outcome: course.outcome())
      case 0:
        return Told(
          outcome: runs.counts ? try runs.run(lines, in: .inside, kept: .outcome).outcome() : nil)
      case 1:
        return Told(outcome: try runs.run(lines, in: .withoutNewMoney, kept: .outcome).outcome())
      default: return Told(outcome: try runs.course(without: index - 2)?.outcome())
      }
    }
    guard let course = told[others].course, let result = told[others].outcome else {
      preconditionFailure("the last run is the company's course")
    }
    let exposure = exposure(course, result, lines: lines, paths: paths, rules)
    return CompanyOutcome(
      course: course, flagged: result.flagged, draws: course.canSay ? result : nil,
      outside: outside, inside: isAsked ? told[0].outcome ?? outside : nil,
      alone: isAsked ? told[1].outcome : nil,
      without: lines.indices.map { index in
        guard isAsked else { return nil }
        return lines[index].isWithheld ? result : told[2 + index].outcome ?? outside
      }, lines: lines, exposure: exposure)
  }

  /// A run as it is told: but for the company's course, its outcome alone is kept.
  private struct Told: Sendable {
    var course: CompanyCourse?
    /// Nil where the run would be one that is told already.
    var outcome: OutcomeDraws?
  }

  /// The company's course alone, as `evaluate` gives it: for whoever asks for nothing else.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package func plainCourse(
    paths: [PathResult], over draws: Draws, _ rules: ScoringRules
  ) throws -> CompanyCourse {
    let runs = try OutcomeRuns(self, paths: paths, over: draws, rules)
    return runs.counts ? try runs.run(runs.lines) : runs.outside
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
    let base = baseRevenue
    return course.column("revenue", year: 0).map { Elementary.log($0 / base) }
  }

  /// The company's revenue in the base window, in US dollars a year.
  var baseRevenue: Double {
    state.base.map { $0.amount * state.usdRate } ?? Elementary.exp(state.state.level)
  }
}
