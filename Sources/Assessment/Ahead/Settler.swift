internal import Diagnostics
package import Evaluation
internal import Facts
internal import Nowcast
package import RunRecord
internal import Scoring
package import Study
package import Threads

/// Holds forecasts against what came: into which branch each fell, what the draws say that agree with
/// it, and how forecasts held (Method 9.4).
package struct Settler {
  let loaded: LoadedModels
  let request: SettleRequest
  let ownEvaluators: [any Evaluator]
  let crew: Crew

  package init(
    loaded: LoadedModels, request: SettleRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    self.loaded = loaded
    self.request = request
    self.ownEvaluators = ownEvaluators
    self.crew = crew
  }

  /// The answer.
  ///
  /// - Throws: `DiagnosticError` for forecasts of another study, unknown companies, and figures that
  ///   can't be what was foretold.
  package func answer() throws -> SettlementRecord {
    switch request.subject {
    case .tripwires(let tripwires): try settle(tripwires)
    case .typed(let company, let figures, let period):
      try settle(company, figures: figures, period: period)
    }
  }

  // MARK: A file

  private func settle(_ tripwires: Tripwires) throws -> SettlementRecord {
    try check(tripwires)
    var asked = request.base
    let today = try RunPreparation(
      loaded: loaded, request: asked, ownEvaluators: ownEvaluators
    ).context().0
    let asOf = CalendarDay(tripwires.asOf)
    guard let day = asOf, today.asOf.description >= day.description else {
      throw DiagnosticError(
        Diagnostic(
          "the tripwires are of \(tripwires.asOf), and facts are taken as known on "
            + "\(today.asOf), before they were made",
          help: "settle them as of a later day: --as-of"))
    }
    let named = asked.companies
    let chosen = tripwires.tripwires.filter { named.isEmpty || named.contains($0.company) }
    asked.asOf = day
    asked.companies = unique(chosen.map(\.company))
    asked.draws = tripwires.draws
    asked.seed = tripwires.seed
    asked.sampler = tripwires.sampler
    asked.scenario = tripwires.scenario
    let preparation = RunPreparation(
      loaded: loaded, request: asked, ownEvaluators: ownEvaluators, crew: crew)
    let (run, _) = try preparation.run()
    let companies = asked.companies.isEmpty ? [] : try preparation.companies()
    let settled = try crew.map(companies.count) { index in
      let company = companies[index]
      let forecast = try LookAhead.forecast(company, days: tripwires.days, in: run)
      let seen = SeenFigures(company, asOf: run.evaluation, today: today, in: run)
      let own = chosen.filter { $0.company == company.id }
      try check(own, in: forecast.currency)
      return CompanySettler(forecast: forecast).settle(own, seen.figure)
    }
    return SettlementRecord(
      asOf: tripwires.asOf, settledOn: today.asOf.description, horizon: tripwires.horizon,
      draws: tripwires.draws, judgements: run.policy.judgements, companies: settled,
      scores: FigureScores.scores(settled))
  }

  private func check(_ tripwires: Tripwires) throws {
    var problems = DiagnosticCollector()
    if tripwires.horizon != loaded.study.horizon {
      problems.report(
        Diagnostic(
          "the tripwires are of a study that looks to \(tripwires.horizon), this one looks to "
            + "\(loaded.study.horizon): odds of other years can't be held against each other",
          help: "write them anew: breakeven ahead --as-of \(tripwires.asOf) --write FILE"))
    }
    let ids = loaded.facts.companies.map(\.id)
    let unknown = unique(tripwires.tripwires.map(\.company).filter { !ids.contains($0) })
    for id in unknown {
      problems.report(
        Diagnostic(
          "the tripwires are of a company \"\(id)\" that this study hasn't got",
          help: Suggestion.help(for: id, among: ids)
            ?? "`breakeven companies` lists them all; is it another study's file?",
          category: .missing))
    }
    let metrics = unique(tripwires.tripwires.flatMap(\.metrics))
    for metric in metrics
    where loaded.facts.metrics[metric] == nil && !CompanyRows.metrics.contains(metric) {
      problems.report(
        Diagnostic(
          "the tripwires are of a metric \"\(metric)\" that this study hasn't got",
          help: Suggestion.help(for: metric, among: loaded.facts.metrics.keys.sorted()),
          category: .missing))
    }
    let named = request.base.companies
    for id in named where !tripwires.tripwires.contains(where: { $0.company == id }) {
      problems.report(
        Diagnostic(
          "no tripwire is of a company \"\(id)\"",
          help: Suggestion.help(for: id, among: tripwires.tripwires.map(\.company)),
          category: .missing))
    }
    if let scenario = tripwires.scenario, loaded.scenarios[scenario] == nil {
      problems.report(
        Diagnostic(
          "the tripwires are of a scenario \"\(scenario)\" that this study hasn't got",
          help: Suggestion.help(for: scenario, among: loaded.scenarios.keys.sorted()),
          category: .missing))
    }
    try problems.throwIfErrors()
  }

  /// Amounts are held against accounts in their own currency alone.
  private func check(_ tripwires: [Tripwire], in currency: String) throws {
    var problems = DiagnosticCollector()
    for tripwire in tripwires
    where tripwire.kind != .revenueGrowth && tripwire.unit.rawValue != currency {
      problems.report(
        Diagnostic(
          "the tripwire on \(tripwire.kind.rawValue) of \(tripwire.company) for "
            + "\(tripwire.period) is in \(tripwire.unit.rawValue), and the accounts are in "
            + currency, help: "write it anew as of a later day: breakeven ahead --write FILE"))
    }
    try problems.throwIfErrors()
  }

  // MARK: Typed figures

  /// How far ahead a typed figure may lie, days.
  private static let farthest = 400

  private func settle(
    _ id: String, figures: [String], period: String?
  ) throws -> SettlementRecord {
    var asked = request.base
    asked.companies = [id]
    let preparation = RunPreparation(
      loaded: loaded, request: asked, ownEvaluators: ownEvaluators, crew: crew)
    guard let company = try preparation.companies().first else {
      throw DiagnosticError(Diagnostic("there is no company \"\(id)\"", category: .missing))
    }
    let (run, _) = try preparation.run()
    let forecast = try LookAhead.forecast(company, days: Self.farthest, in: run)
    let typed = try TypedFigures(forecast: forecast, facts: loaded.facts, units: loaded.units)
      .read(figures, period: period)
    let tripwires = typed.compactMap { figure in
      forecast.expected(figure.forecast).map { Tripwire(company: id, $0) }
    }
    var settled = CompanySettler(forecast: forecast).settle(tripwires) { tripwire in
      typed.first { $0.forecast.kind == tripwire.kind }?.seen
    }
    settled.command = typed.first?.command
    return SettlementRecord(
      asOf: run.evaluation.asOf.description, settledOn: run.evaluation.asOf.description,
      horizon: run.evaluation.years.last ?? 0, draws: run.draws.count,
      judgements: run.policy.judgements,
      companies: [settled], scores: [])
  }
}

/// Settles the forecasts of one company.
struct CompanySettler {
  let forecast: CompanyForecast

  /// Forecasts with what was seen of each, and what becomes of the company by the draws that agree.
  func settle(
    _ tripwires: [Tripwire], _ seen: (Tripwire) -> ReportedFigure?
  ) -> CompanySettlement {
    let settled = tripwires.map { tripwire -> (SettledFigure, FigureForecast?) in
      let figure = forecast.figures.first {
        $0.kind == tripwire.kind && $0.period == tripwire.period
      }
      return (self.settled(tripwire, figure, seen(tripwire)), figure)
    }
    let known = Self.newest(
      settled.compactMap { figure, forecast in
        figure.seen.flatMap { seen in forecast.map { ($0, seen, figure.deviation ?? 0) } }
      })
    let weighed =
      known.isEmpty
      ? nil
      : Reweighting(
        known.map { Reweighting.Figure(draws: $0.draws, seen: $1, deviation: $2) })
    let isEnough = weighed?.isEnough ?? false
    let refusal: CompanySettlement.Refusal? =
      weighed == nil
      ? nil : forecast.states.isEmpty ? .noOdds : isEnough ? nil : .tooFewDraws
    return CompanySettlement(
      id: forecast.company.id, names: LocalizedText(forecast.company.names),
      figures: settled.map(\.0), base: CompanyForecast.shares(forecast.states),
      new: isEnough ? weighed?.shares(forecast.states).map(OutcomeShares.init) : nil,
      effectiveDraws: weighed?.effective,
      leastDraws: Reweighting.leastEffective(of: forecast.run.draws.count), refusal: refusal,
      command: weighed == nil ? nil : "breakeven evaluate \(forecast.company.id)")
  }

  /// The figures of the newest report, which tells what older ones told; where there is none, news.
  private static func newest(
    _ known: [(figure: FigureForecast, seen: Double, deviation: Double)]
  ) -> [(figure: FigureForecast, seen: Double, deviation: Double)] {
    let reported = known.filter { $0.figure.since != nil }
    guard let end = reported.map(\.figure.end).max() else { return known }
    return reported.filter { $0.figure.end == end }
  }

  private func settled(
    _ tripwire: Tripwire, _ figure: FigureForecast?, _ seen: ReportedFigure?
  ) -> SettledFigure {
    let odds = figure.flatMap { FigureOdds($0.draws, states: []) }
    var settled = SettledFigure(forecast: tripwire)
    if let odds {
      let width = tripwire.forecast.p95 - tripwire.forecast.p5
      settled.hasMoved = abs(odds.quantile(0.5) - tripwire.forecast.p50) > 0.02 * width
    }
    guard let seen else { return settled }
    settled.seen = seen.value
    settled.deviation = seen.deviation
    settled.sources = unique(seen.sources)
    settled.branch = tripwire.branch(of: seen.value)
    settled.level = odds?.level(of: seen.value)
    return settled
  }
}
