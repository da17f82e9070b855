internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord
internal import Simulation

/// A figure that a disclosure will show, in every draw.
struct FigureForecast {
  /// The kind of the figure.
  var kind: ExpectedFigure.Kind
  /// The metrics that it is told by; of several their mean.
  var metrics: [String]
  /// The period, as facts write it.
  var period: String
  /// The beginning of the period, in months since the year 0.
  var start: Double
  /// Its end.
  var end: Double
  /// The months of an amount; 0 for a balance and what has no period.
  var months: Int
  /// When it is usually published, in months since the year 0; nil for what has no date.
  var since: Double?
  /// The amount of the same months a year before, in the currency of the accounts.
  var before: Double?
  /// What it is in every draw: growth, or an amount in the currency of the accounts.
  var draws: [Double]
}

/// Foretells what a company's next disclosures will show, on the draws of a run (Method 9.4).
struct FigureForecaster {
  let run: RunContext
  let company: Company
  let found: CompanyNowcaster.Found
  let between: CourseBetween
  let reporting: ReportingParameters
  /// The log growth from which a company grows fast.
  let fastGrowth: Double

  private var state: Nowcast { found.nowcast }
  private var rows: [ReportedAmount] { found.rows.rows }
  private var asOf: Double { state.asOf }

  /// The rhythm in which the company reports.
  static func calendar(
    of company: Company, _ reporting: ReportingParameters
  ) -> ReportingCalendar {
    ReportingCalendar(
      rhythm: ReportingRhythm(listing: company.listing),
      fiscalYearEnd: company.fiscalYearEnd.month, reporting: reporting)
  }

  /// The figures of the reports that are due within some days, of the newest that is overdue, and of
  /// what has no date.
  func figures(days: Int) -> [FigureForecast] {
    let until = Months.end(of: run.evaluation.asOf.adding(days: days))
    let due =
      Freshness.newestReport(rows, asOf: asOf, reporting).map {
        Self.calendar(of: company, reporting).reports(after: $0, by: until)
      } ?? []
    // A newer report tells what an older one would have told.
    let reports = due.filter { $0.since <= asOf }.suffix(1) + due.filter { $0.since > asOf }
    return reports.flatMap(figures(of:)) + undated(days: days, until: until)
  }

  // MARK: Reports

  private func figures(of report: Freshness.Due) -> [FigureForecast] {
    let start = report.end - Double(report.months)
    let period = PeriodText.amount(
      from: Int(start), months: report.months, fiscalYearEnd: company.fiscalYearEnd.month)
    let noise = Noise(run: run, company: company.id, period: period)
    let revenue = Revenue(
      ExpectedAmount(
        of: ["revenue"], from: start, to: report.end, rows: rows, asOf: asOf,
        reporting: reporting), self, noise)
    var figures = [growth(revenue, period, report)]
    if let result = state.result {
      let expected = ExpectedAmount(
        of: result.metrics, from: start, to: report.end, rows: rows, asOf: asOf,
        reporting: reporting)
      figures.append(
        FigureForecast(
          kind: .operatingResult, metrics: result.metrics, period: period, start: start,
          end: report.end, months: report.months, since: report.since, before: expected.before,
          draws: revenue.result(expected)))
    }
    if let cash = cash(report, noise) { figures.append(cash) }
    return figures
  }

  private func growth(
    _ revenue: Revenue, _ period: String, _ report: Freshness.Due
  ) -> FigureForecast {
    let before = revenue.expected.before.flatMap { $0 > 0 ? $0 : nil }
    return FigureForecast(
      kind: before == nil ? .revenue : .revenueGrowth, metrics: ["revenue"], period: period,
      start: revenue.expected.start, end: report.end, months: report.months, since: report.since,
      before: before,
      draws: before.map { before in revenue.amounts.map { $0 / before - 1 } } ?? revenue.amounts)
  }

  /// The balance at the end of the period, by the metric of the newest; nil where no balance is
  /// known, or one of that day is, and for companies that earn: what they pay out isn't modelled.
  private func cash(_ report: Freshness.Due, _ noise: Noise) -> FigureForecast? {
    guard !state.isEarning, let position = state.cash, position.at < report.end - 0.5,
      case .balance(let metric, _, _) = position.basis
    else { return nil }
    let later = rows.filter {
      $0.metric == "funding_round_amount" && $0.isKnown(at: asOf, reporting)
        && $0.end > max(report.end, position.at) + 0.3 && $0.end <= asOf
    }
    let draws = between.cash(
      at: report.end / 12, balance: position.at / 12,
      money: later.reduce(0) { $0 + $1.inUSD }, debt: position.debtDue,
      noise: noise.normal(.cash), round: noise.uniform(.round))
    return FigureForecast(
      kind: .cash, metrics: [metric], period: Months.day(at: report.end).description,
      start: report.end, end: report.end, months: 0, since: report.since, before: nil,
      draws: draws.map { $0 / state.usdRate })
  }

  // MARK: What has no date

  private func undated(days: Int, until: Double) -> [FigureForecast] {
    guard !state.isEarning else { return [] }
    let asOf = run.evaluation.asOf
    let period = "\(asOf.adding(days: 1))/\(asOf.adding(days: days))"
    let noise = Noise(run: run, company: company.id, period: "news")
    var figures: [FigureForecast] = []
    func add(_ kind: ExpectedFigure.Kind, _ metric: String, _ draws: [Double]) {
      figures.append(
        FigureForecast(
          kind: kind, metrics: [metric], period: period, start: state.asOf, end: until, months: 0,
          since: nil, before: nil, draws: draws.map { $0 / state.usdRate }))
    }
    let rates = rows.filter {
      $0.metric == "annualised_revenue" && $0.isKnown(at: state.asOf, reporting)
        && $0.end > state.asOf - 12
    }
    if !rates.isEmpty {
      // Told on a day of the window that is as likely as any other.
      let same = noise.normal(.revenue)
      let first = between.logRate(at: state.asOf / 12, noise: same)
      let last = between.logRate(at: until / 12, noise: same)
      let (day, error) = (noise.uniform(.day), noise.normal(.season))
      add(
        .runRate, "annualised_revenue",
        first.indices.map { draw in
          Elementary.exp(
            first[draw] + day[draw] * (last[draw] - first[draw])
              + reporting.runRateError * error[draw])
        })
    }
    if state.cash != nil, !found.standing.isParentBacked {
      add(
        .moneyRaised, "funding_round_amount",
        between.raised(by: until / 12, round: noise.uniform(.round)))
    }
    return figures
  }
}

/// The random numbers of what a report adds to the course: a block of its own for each period.
private struct Noise {
  enum Dimension: Int {
    case revenue, season, cost, cash, round, day
  }

  let run: RunContext
  let company: String
  let period: String

  func uniform(_ dimension: Dimension) -> [Double] {
    run.draws.uniforms(
      block: "path company company \(company) ahead \(period)", dimension: dimension.rawValue)
  }

  func normal(_ dimension: Dimension) -> [Double] {
    Elementary.normalQuantiles(uniform(dimension))
  }
}

/// The revenue of a period, draw by draw, and the result that goes with it.
private struct Revenue {
  let expected: ExpectedAmount
  /// In the currency of the accounts.
  let amounts: [Double]
  private let forecaster: FigureForecaster
  private let noise: Noise

  init(_ expected: ExpectedAmount, _ forecaster: FigureForecaster, _ noise: Noise) {
    self.expected = expected
    self.forecaster = forecaster
    self.noise = noise
    let part = AskedMonths(expected, forecaster)
    amounts = zip(part.rates(noise), part.season(noise)).map {
      max($0 * Elementary.exp($1) + part.told, 0)
    }
  }

  /// The operating result of the same months, of whose metrics other parts may be known.
  func result(_ result: ExpectedAmount) -> [Double] {
    let part = AskedMonths(result, forecaster)
    let margins = forecaster.between.margin(at: part.middle, noise: noise.normal(.cost))
    let (revenue, season) = (part.rates(noise), part.season(noise))
    // The season is one of revenue: costs run on.
    return revenue.indices.map { draw in
      revenue[draw] * (Elementary.exp(season[draw]) - (1 - margins[draw])) + part.told
    }
  }
}

/// The months that the course is asked for, to say what a report will show.
///
/// Where the report completes twelve months they are those, at whose middle the filter will see them;
/// the period is what the others leave. Of a company that grows fast, whose season is growth, they are
/// the months that nothing is known of, at their own middle, as the filter takes its newest part-year;
/// so they are where the report completes no twelve months. A part of a year has the noise of the
/// season.
private struct AskedMonths {
  /// Their middle, in years.
  let middle: Double
  /// What is known beside them: added to them it is the period's.
  let told: Double
  private let years: Double
  private let error: Double
  private let forecaster: FigureForecaster

  init(_ expected: ExpectedAmount, _ forecaster: FigureForecaster) {
    self.forecaster = forecaster
    let isFast = forecaster.found.nowcast.growth > forecaster.fastGrowth
    if let rest = expected.rest, !isFast {
      middle = expected.end / 12 - 0.5
      (told, years, error) = (-rest, 1, 0)
    } else {
      let months = expected.end - expected.toldTo
      middle = (expected.toldTo + expected.end) / 24
      (told, years) = (expected.told, months / 12)
      error = forecaster.reporting.seasonalErrors[Int(months.rounded())] ?? 0
    }
  }

  /// Their revenue without the season, in the currency of the accounts.
  func rates(_ noise: Noise) -> [Double] {
    let scale = years / forecaster.found.nowcast.usdRate
    return forecaster.between.logRate(at: middle, noise: noise.normal(.revenue))
      .map { Elementary.exp($0) * scale }
  }

  /// The log of what the season makes of it.
  func season(_ noise: Noise) -> [Double] {
    error == 0
      ? Array(repeating: 0, count: forecaster.run.draws.count)
      : noise.normal(.season).map { error * $0 }
  }
}

/// Periods as facts write them.
enum PeriodText {
  /// Months from the end of a month on, in months since the year 0: `FY2026`, `2026-H1`, `2026-9M`,
  /// `2026-Q3`; otherwise the first and last quarter, or day: `2026-Q2/2026-Q3`.
  static func amount(from start: Int, months: Int, fiscalYearEnd: Int) -> String {
    let (year, month) = (start / 12, start % 12)
    let end = start + months
    let last = (year: (end - 1) / 12, month: (end - 1) % 12 + 1)
    if months == 12 {
      return last.month == fiscalYearEnd ? "FY\(last.year)" : "TTM-\(last.year)-\(two(last.month))"
    }
    switch (months, month) {
    case (6, 0): return "\(year)-H1"
    case (6, 6): return "\(year)-H2"
    case (9, 0): return "\(year)-9M"
    default: break
    }
    guard month % 3 == 0, months % 3 == 0 else {
      return "\(Day.start(ofMonth: month + 1, year: year))/"
        + "\(Day.end(ofMonth: last.month, year: last.year))"
    }
    let first = "\(year)-Q\(month / 3 + 1)"
    return months == 3 ? first : "\(first)/\(last.year)-Q\(last.month / 3)"
  }

  private static func two(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }
}
