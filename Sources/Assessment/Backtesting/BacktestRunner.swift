internal import Backtest
internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
internal import Outlook
package import RunRecord
internal import Simulation
package import Study
package import Threads

/// Replays past days: what the course would have said then, against what was reported since
/// (Method 6.4).
package struct BacktestRunner {
  let loaded: LoadedModels
  let request: BacktestRequest
  let crew: Crew

  package init(loaded: LoadedModels, request: BacktestRequest, crew: Crew) {
    self.loaded = loaded
    self.request = request
    self.crew = crew
  }

  /// The record.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked.
  package func run() throws -> BacktestRecord {
    let preparation = RunPreparation(
      loaded: loaded,
      request: EvaluationRequest(
        companies: request.companies, draws: request.draws, seed: request.seed),
      ownEvaluators: [])
    let (context, _) = try preparation.context()
    let days = try BacktestDays(request, study: loaded.study).days
    let laws = try BacktestLaws(loaded.companyModel, in: context)
    let draws = try preparation.draws()
    let replay = try Replay(
      parameters: laws.parameters, money: laws.money,
      streams: DrawStreams(seed: draws.seed, draws: draws.count))
    let subjects = try preparation.companies().compactMap { subject($0, in: context) }
    let found = crew.map(subjects.count * days.count) { index -> [Found] in
      let (subject, day) = (subjects[index / days.count], days[index % days.count])
      return replayed(subject, on: day, replay)
    }
    let forecasts = found.joined().map(\.forecast)
    let inViews = try viewForecasts(
      subjects, days, forecasts, laws.parameters.reporting, preparation)
    return BacktestRecord(
      title: loaded.study.title, days: days.map(\.description),
      knowledge: request.usesDelays ? .usualDelays : .published,
      delays: request.usesDelays ? BacktestRecord.Delays(laws.parameters.reporting) : nil,
      draws: request.draws, seed: request.seed, rows: BacktestSummary.rows(forecasts),
      views: BacktestSummary.rows(inViews),
      verdicts: ViewVerdicts.verdicts(inViews),
      signs: BacktestSummary.signs(found.joined().map { $0 }),
      forecasts: forecasts, viewForecasts: inViews,
      hindsight: laws.hindsight(
        before: days[0], usesDelays: request.usesDelays,
        paths: PathHindsight(
          loaded.models, Array(loaded.markets.values), before: days[0])))
  }

  /// A forecast, and its chance of a result not below zero.
  struct Found: Sendable {
    var forecast: BacktestForecast
    var sign: ProbabilityScore.Forecast?
  }

  private func subject(_ company: Company, in context: EvaluationContext) -> ViewReplay.Subject? {
    // Whoever has no rate to dollars has no forecasts; the others have theirs.
    let rows = try? CompanyRows(
      company, metrics: context.facts.metrics, rates: context.facts.exchangeRates,
      asOf: context.asOf, timing: timing)
    guard let rows else { return nil }
    return ViewReplay.Subject(company: company, rows: rows.rows, currency: rows.currency)
  }

  private var timing: CompanyRows.Timing { request.usesDelays ? .usualDelay : .published }

  /// The results that the outside view forecast, in three views where paths could be assessed.
  private func viewForecasts(
    _ subjects: [ViewReplay.Subject], _ days: [Day], _ forecasts: [BacktestForecast],
    _ reporting: ReportingParameters, _ preparation: RunPreparation
  ) throws -> [BacktestForecast] {
    var (context, _) = try preparation.context()
    if request.usesDelays { context.facts = context.facts.knownByUsualDelays(reporting) }
    let common = ViewReplay.Common(
      context: context, evaluators: preparation.evaluators,
      model: CompanyModel(loaded.companyModel, units: loaded.units), rules: loaded.policy.rules,
      sampling: try preparation.draws().sampling, timing: timing)
    let results = forecasts.filter { $0.quantity == .operatingIncome }
    return try days.flatMap { day -> [BacktestForecast] in
      let known = Dictionary(
        grouping: results.filter { $0.asOf == day.description }, by: \.company)
      let asked = subjects.filter { known[$0.company.id] != nil }
      if asked.isEmpty { return [] }
      let replay = try ViewReplay(day, common)
      return crew.map(asked.count) { index in
        replay.forecasts(
          of: asked[index], years: (known[asked[index].company.id] ?? []).map(\.years))
      }.flatMap(\.self)
    }
  }

  private func replayed(_ subject: ViewReplay.Subject, on day: Day, _ replay: Replay) -> [Found] {
    let asOf = Months.end(of: day)
    let standing = CompanyStanding(subject.company, rows: subject.rows, asOf: asOf)
    // A unit of a parent lives on the parent's money, which has no balance of its own.
    let funding =
      standing.isParentBacked
      ? nil
      : Funding(
        isStateLinked: standing.isStateLinked, isListed: standing.isListed,
        lastRound: standing.lastRound)
    return replay.rows(
      of: Replay.Subject(
        id: subject.company.id, rows: subject.rows, isInChina: standing.isInChina,
        funding: funding), asOf: asOf
    ).map { row in
      Found(
        forecast: BacktestForecast(
          asOf: day.description, company: subject.company.id, view: .outside,
          quantity: BacktestQuantity(row.quantity), years: row.years, isLosing: row.isLosing,
          pit: row.forecast.pit, crps: row.forecast.crps, crpsCarry: row.forecast.carried,
          crpsPanel: row.forecast.panel),
        sign: row.sign)
    }
  }
}

extension BacktestQuantity {
  fileprivate init(_ quantity: Replay.Quantity) {
    switch quantity {
    case .revenue: self = .revenue
    case .operatingIncome: self = .operatingIncome
    case .cash: self = .cash
    }
  }
}

extension BacktestRecord.Delays {
  fileprivate init(_ reporting: ReportingParameters) {
    self.init(
      year: reporting.delay(months: 12), half: reporting.delay(months: 6),
      quarter: reporting.delay(months: 3), moment: reporting.delay(months: 0))
  }
}
