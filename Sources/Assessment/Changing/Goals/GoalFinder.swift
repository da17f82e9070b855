internal import Diagnostics
package import Evaluation
internal import Facts
package import RunRecord
package import Study
package import Threads
internal import Units

/// Finds what it takes for companies to reach a goal, on the same draws.
package struct GoalFinder {
  let loaded: LoadedModels
  let request: GoalRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: GoalRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  private static let mostCompanies = 8

  /// The answer, company by company.
  ///
  /// - Throws: `DiagnosticError` for a goal or changes that can't be read or can't be.
  package func answer() throws -> GoalRecord {
    let goal: Goal
    do {
      goal = try Goal(request.goal, currencies: loaded.units.currencies)
      if let currency = goal.currency, currency != loaded.study.currency {
        throw Diagnostic(
          "results are told in \(loaded.study.currency), and the goal is in \(currency)",
          help: "say it in \(loaded.study.currency)")
      }
    } catch let mistake as Diagnostic {
      throw DiagnosticError(mistake)
    }
    let question = try ChangeQuestion(
      request.whatIf, loaded: loaded, ownEvaluators: ownEvaluators, crew: crew)
    guard question.companies.count <= Self.mostCompanies else {
      throw DiagnosticError(
        Diagnostic(
          "a goal is of companies that are named: whose shall reach \"\(request.goal)\"?",
          help: "name up to \(Self.mostCompanies), such as `breakeven whatif "
            + "\(question.companies.first?.id ?? "COMPANY") --goal '\(request.goal)'`"))
    }
    let bench = question.bench
    let changed = try bench.changed(by: question.changes)
    let companies = try crew.map(question.companies.count) { index in
      let side = try bench.side(question.companies[index])
      return try GoalSearch(
        bench: bench, goal: goal, changes: question.changes, base: changed.pair(side).new,
        crew: crew
      ).company()
    }
    return GoalRecord(
      basis: bench.basis, text: request.goal, measure: goal.measure,
      isAtLeast: goal.isAtLeast, target: goal.target, changes: question.changes.map(\.record),
      companies: companies)
  }
}
