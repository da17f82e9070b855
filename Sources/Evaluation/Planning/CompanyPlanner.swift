package import Facts
package import Plan

/// Resolves a company: from facts and model files to a plan, and computes nothing.
package struct CompanyPlanner: Sendable {
  let context: EvaluationContext
  let evaluators: [any Evaluator]
  let companyModel: CompanyModelFile
  let rules: ScoringRules
  /// For evaluators written in Swift, which compute while they are asked.
  let draws: Draws
  /// The companies of the study that its companies meet on their markets.
  let competition: Competition

  /// Makes a planner for the companies of a run.
  package init(
    context: EvaluationContext, evaluators: [any Evaluator], companyModel: CompanyModelFile,
    rules: ScoringRules, draws: Draws, competition: Competition
  ) {
    self.context = context
    self.evaluators = evaluators
    self.companyModel = companyModel
    self.rules = rules
    self.draws = draws
    self.competition = competition
  }

  /// The plan of a company, with what it rests on.
  ///
  /// - Throws: `DiagnosticError` when facts tie or an input can't be used.
  package func plan(_ company: Company) throws -> PlannedCompany {
    let subject = Subject(company: company, context: context)
    let paths = PathPlanner(
      subject: subject, draws: draws, rules: rules, competition: competition)
    let planned = try evaluators.map(paths.plan)
    var outcome: OutcomePlan?
    var evidence: Result<PlannedOutcome, MissingBaseYear>
    switch try BaseYearFinder(company: company, context: context).find() {
    case .failure(let missing): evidence = .failure(missing)
    case .success(let year):
      let found = try OutcomePlanner(
        subject: subject, baseYear: year, companyModel: companyModel
      ).plan()
      outcome = found.plan
      evidence = .success(found.evidence)
    }
    return PlannedCompany(
      subject: subject,
      plan: CompanyPlan(
        company: company.id, sampling: draws.sampling, years: context.years,
        rules: rules, paths: planned.compactMap(\.plan), outcome: outcome),
      paths: planned.map(\.path), outcome: evidence)
  }
}
