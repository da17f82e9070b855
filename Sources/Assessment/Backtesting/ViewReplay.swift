internal import Backtest
internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation

/// A past day on which companies are evaluated with their paths, in the three views.
struct ViewReplay: Sendable {
  /// The values that all days have in common.
  struct Common: Sendable {
    /// The study as of its own day, with facts as they count as known on past days.
    var context: EvaluationContext
    var evaluators: [any Evaluator]
    var model: CompanyModel
    var rules: ScoringRules
    var sampling: Sampling
    var timing: CompanyRows.Timing
  }

  /// A company with all that was ever reported of it, in one currency.
  struct Subject: Sendable {
    var company: Company
    var rows: [ReportedAmount]
    var currency: String
  }

  private let day: Day
  private let common: Common
  private let draws: Draws
  private let planner: CompanyPlanner

  /// Sets up a day: the facts that were known then, the years from then to the study's own day.
  ///
  /// - Throws: `DiagnosticError` naming numbers that the company model lacks.
  init(_ day: Day, _ common: Common) throws {
    self.day = day
    self.common = common
    draws = Draws(common.sampling)
    var context = common.context
    context.asOf = day
    context.years = Array(day.year...max(day.year, common.context.asOf.year))
    planner = try CompanyPlanner(
      context: context, evaluators: common.evaluators, companyModel: common.model,
      rules: common.rules, draws: draws, competition: Competition(context), timing: common.timing)
  }

  /// The results of so many years ahead, each in all three views; nothing where no path of the
  /// company could be assessed, or where the accounts contradict all of them.
  func forecasts(of subject: Subject, years: [Int]) -> [BacktestForecast] {
    // What can't be evaluated with what was known then had no forecast then.
    guard let company = common.context.facts.company(subject.company.id),
      let (views, yardstick, isLosing) = try? evaluated(subject, company)
    else { return [] }
    return years.flatMap { years -> [BacktestForecast] in
      let end = yardstick.baseEnd + Double(12 * years)
      let scored = BacktestView.allCases.compactMap { view -> BacktestForecast? in
        guard let draws = views[view].result(endingAt: end),
          let forecast = yardstick.result(draws, endingAt: end)?.forecast
        else { return nil }
        return BacktestForecast(
          asOf: day.description, company: subject.company.id, view: view,
          quantity: .operatingIncome, years: years, isLosing: isLosing, pit: forecast.pit,
          crps: forecast.crps, crpsCarry: forecast.carried)
      }
      return scored.count == BacktestView.allCases.count ? scored : []
    }
  }

  private func evaluated(
    _ subject: Subject, _ company: Company
  ) throws -> (CompanyViews, Yardstick, isLosing: Bool)? {
    let planned = try planner.plan(company)
    guard !planned.plan.paths.isEmpty, case .success(let found) = planned.state,
      found.rows.currency == subject.currency,
      let yardstick = Yardstick(
        company: company.id, nowcast: found.nowcast, rows: subject.rows,
        parameters: planner.outcomes.nowcaster.parameters),
      case .success(let plan) = planner.outcomes.plan(
        planned.subject, planned.state, lines: planned.lines, needsCash: false)
    else { return nil }
    let paths = try planned.plan.evaluate(over: draws).compactMap(\.self)
    guard let views = try plan.views(paths: paths, over: draws, common.rules) else { return nil }
    return (views, yardstick, found.nowcast.isLosing)
  }
}

extension CompanyViews {
  /// The course in a view.
  subscript(_ view: BacktestView) -> CompanyCourse {
    switch view {
    case .outside: outside
    case .paths: paths
    case .inside: inside
    }
  }
}

extension CompanyCourse {
  /// The operating result of twelve months that end at a time, in months since the year 0.
  ///
  /// The model speaks of calendar years. Of months across two of them each gives its part; nil
  /// where one of them isn't modelled.
  func result(endingAt end: Double) -> [Double]? {
    let start = end / 12 - 1
    let year = Int((start + 1e-6).rounded(.down))
    let later = start - Double(year)
    guard let index = years.firstIndex(of: year) else { return nil }
    let first = column("result", year: index)
    guard later > 1e-6 else { return first }
    guard index + 1 < years.count else { return nil }
    return zip(first, column("result", year: index + 1)).map { $0 * (1 - later) + $1 * later }
  }
}
