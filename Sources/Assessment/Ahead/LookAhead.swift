internal import Diagnostics
package import Evaluation
internal import Facts
internal import Nowcast
package import RunRecord
package import Study
package import Threads

/// Says what the next disclosures of companies will tell (Method 9.4).
package struct LookAhead {
  let loaded: LoadedModels
  let request: AheadRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: AheadRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The days that one may look ahead.
  package static let days = 1...1100

  /// The answer.
  ///
  /// - Throws: `DiagnosticError` for companies that don't exist or of which nothing is due, and for
  ///   days that aren't ahead.
  package func answer() throws -> AheadRecord {
    try Self.check(days: request.days)
    let preparation = RunPreparation(
      loaded: loaded, request: request.base, ownEvaluators: ownEvaluators, crew: crew)
    let companies = try preparation.companies()
    let (run, _) = try preparation.run()
    let found = try crew.map(companies.count) { index in
      try Self.forecast(companies[index], days: request.days, in: run).record()
    }
    if !request.base.companies.isEmpty { try check(found, companies, in: run) }
    return AheadRecord(
      asOf: run.evaluation.asOf.description, days: request.days,
      until: run.evaluation.asOf.adding(days: request.days).description,
      horizon: run.evaluation.years.last ?? 0, draws: run.draws.count, seed: request.base.seed,
      sampler: request.base.sampler, scenario: request.base.scenario,
      factsSha256: loaded.factsSha256, settingsSha256: loaded.settingsSha256,
      judgements: run.policy.judgements,
      companies: request.base.companies.isEmpty ? ordered(found) : found)
  }

  /// A company with its figures.
  static func forecast(
    _ company: Company, days: Int, in run: RunContext
  ) throws -> CompanyForecast {
    let planned = try run.planner.plan(company)
    return CompanyForecast(
      company, planned, try planned.evaluate(over: run.draws, kept: .between), days: days, in: run)
  }

  /// Says what may be looked at.
  ///
  /// - Throws: `DiagnosticError` for a number of days that can't be.
  static func check(days: Int) throws {
    guard Self.days.contains(days) else {
      throw DiagnosticError(
        Diagnostic(
          "one can look 1 to \(Self.days.upperBound) days ahead, not \(days)",
          help: "--days 120 is a good number: who reports quarters does so in such a time"))
    }
  }

  /// Says of companies that were named that nothing is due, and when something is.
  private func check(
    _ found: [CompanyAhead], _ companies: [Company], in run: RunContext
  ) throws {
    var problems = DiagnosticCollector()
    for (ahead, company) in zip(found, companies) where ahead.figures.isEmpty {
      problems.report(nothing(of: ahead, company, run))
    }
    try problems.throwIfErrors()
  }

  private func nothing(
    of ahead: CompanyAhead, _ company: Company, _ run: RunContext
  ) -> Diagnostic {
    let until = run.evaluation.asOf.adding(days: request.days)
    if let reason = ahead.reason, ahead.next == nil || reason.kind != .earningHasNoOdds {
      return Diagnostic(
        "nothing can be foretold of \(company.id): \(reason.message)", at: company.location,
        help: "`breakeven facts todo` lists what is missing, `breakeven facts freshness "
          + "\(company.id)` what is due",
        category: .missing)
    }
    guard let next = ahead.next else {
      return Diagnostic(
        "nobody makes \(company.id) report, and nothing of it is looked for between "
          + "\(run.evaluation.asOf) and \(until)", at: company.location, category: .missing)
    }
    let day = Months.day(at: 12 * next.since)
    let away = run.evaluation.asOf.days(to: day)
    return Diagnostic(
      "no report of \(company.id) is due between \(run.evaluation.asOf) and \(until): the next, on "
        + "\(next.months == 12 ? "the year" : "\(next.months) months") to "
        + "\(MonthText.month(12 * next.end)), is due by \(day)",
      help: "--days \(away)", category: .missing)
  }

  /// Those whose figures move their odds most first; those without odds last.
  private func ordered(_ companies: [CompanyAhead]) -> [CompanyAhead] {
    companies.filter { !$0.figures.isEmpty }.enumerated().sorted { left, right in
      let (first, second) = (most(left.element), most(right.element))
      return first != second ? first > second : left.offset < right.offset
    }.map(\.element)
  }

  private func most(_ company: CompanyAhead) -> Double {
    company.figures.compactMap(\.moves).max() ?? -1
  }
}
