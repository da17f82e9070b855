package import Facts
package import Nowcast
package import Plan
package import Threads

/// Resolves a company: from facts and model files to a plan, and computes nothing.
package struct CompanyPlanner: Sendable {
  private(set) var context: EvaluationContext
  let evaluators: [any Evaluator]
  /// Resolves their outcomes.
  package var outcomes: OutcomePlanner
  let rules: ScoringRules
  /// For evaluators written in Swift, which compute while they are asked.
  let draws: Draws
  /// The companies of the study that its companies meet on their markets.
  private(set) var competition: Competition

  /// Makes a planner for the companies of a run; `timing` is the rule by which the figures of their
  /// accounts count as known.
  ///
  /// - Throws: `DiagnosticError` naming numbers that the company model lacks.
  package init(
    context: EvaluationContext, evaluators: [any Evaluator], companyModel: CompanyModel,
    rules: ScoringRules, draws: Draws, competition: Competition,
    timing: CompanyRows.Timing = .published
  ) throws {
    self.context = context
    self.evaluators = evaluators
    outcomes = try OutcomePlanner(
      context: context, model: companyModel, evaluators: evaluators, timing: timing)
    self.rules = rules
    self.draws = draws
    self.competition = competition
  }

  /// The same in another context that differs in what is known of companies alone.
  package func among(
    _ context: EvaluationContext, _ competition: Competition
  ) -> CompanyPlanner {
    var planner = self
    planner.context = context
    planner.competition = competition
    planner.outcomes = outcomes.among(context)
    return planner
  }

  /// The plan of a company, with what it rests on.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  package func plan(_ company: Company) throws -> PlannedCompany {
    plan(company, try evaluators.map { try plan($0, for: company) })
  }

  /// The plans of several companies.
  ///
  /// Path by path: threads that took a company each would all compile the first path's model, and
  /// plan its market, at the same time.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  package func plan(_ companies: [Company], by crew: Crew) throws -> [PlannedCompany] {
    let count = evaluators.count
    let paths = try crew.map(companies.count * count) { index in
      try plan(evaluators[index % count], for: companies[index / count])
    }
    return crew.map(companies.count) { index in
      plan(companies[index], Array(paths[index * count..<(index + 1) * count]))
    }
  }

  /// The number of paths on which a company has numbers, or would have with a rate of exchange.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  package func pathCount(of company: Company) throws -> Int {
    let paths = PathPlanner(
      subject: Subject(company: company, context: context), draws: draws, rules: rules,
      competition: competition)
    return try evaluators.count { try paths.hasNumbers(on: $0) }
  }

  private func plan(_ evaluator: any Evaluator, for company: Company) throws -> PathPlanner.Planned
  {
    try PathPlanner(
      subject: Subject(company: company, context: context), draws: draws, rules: rules,
      competition: competition
    ).plan(evaluator)
  }

  private func plan(_ company: Company, _ planned: [PathPlanner.Planned]) -> PlannedCompany {
    let subject = Subject(company: company, context: context)
    let state = outcomes.state(of: company)
    let lines = outcomes.lines(state, evaluators: evaluators)
    return PlannedCompany(
      subject: subject,
      plan: CompanyPlan(
        company: company.id, sampling: draws.sampling, years: context.years,
        rules: rules, paths: planned.compactMap(\.plan)),
      paths: planned.map(\.path), state: state, lines: lines,
      outcome: outcomes.plan(subject, state, lines: lines))
  }
}
