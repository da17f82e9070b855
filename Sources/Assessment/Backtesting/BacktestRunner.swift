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

  /// A company with all that was ever reported of it.
  private struct Subject: Sendable {
    var company: Company
    var rows: [ReportedAmount]
    var standing: CompanyStanding
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
    return BacktestRecord(
      title: loaded.study.title, days: days.map(\.description),
      knowledge: request.usesDelays ? .usualDelays : .published, draws: request.draws,
      seed: request.seed, rows: BacktestSummary.rows(found.joined().map { $0 }),
      signs: BacktestSummary.signs(found.joined().map { $0 }),
      forecasts: found.joined().map(\.forecast),
      hindsight: laws.hindsight(before: days[0]))
  }

  /// A forecast, and its chance of a result not below zero.
  struct Found: Sendable {
    var forecast: BacktestForecast
    var sign: ProbabilityScore.Forecast?
  }

  private func subject(_ company: Company, in context: EvaluationContext) -> Subject? {
    // Whoever has no rate to dollars has no forecasts; the others have theirs.
    let rows = try? CompanyRows(
      company, metrics: context.facts.metrics, rates: context.facts.exchangeRates,
      asOf: context.asOf, timing: request.usesDelays ? .usualDelay : .published)
    guard let rows else { return nil }
    return Subject(
      company: company, rows: rows.rows,
      standing: CompanyStanding(company, rows: rows.rows, asOf: Months.end(of: context.asOf)))
  }

  private func replayed(_ subject: Subject, on day: Day, _ replay: Replay) -> [Found] {
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
          pit: row.forecast.pit, crps: row.forecast.crps, crpsCarry: row.forecast.carried),
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
