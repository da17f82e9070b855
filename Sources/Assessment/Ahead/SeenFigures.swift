internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord

/// The figures of a company that became known after a day, as far as facts say.
struct SeenFigures {
  private let rows: CompanyRows?
  private let fiscalYearEnd: FiscalYearEnd
  private let before: Double
  private let today: Double
  private let reporting: ReportingParameters

  /// Takes the facts of a company that are known today.
  init(
    _ company: Company, asOf: EvaluationContext, today: EvaluationContext, in run: RunContext
  ) {
    rows = try? CompanyRows(
      company, metrics: today.facts.metrics, rates: today.facts.exchangeRates, asOf: today.asOf)
    fiscalYearEnd = company.fiscalYearEnd
    before = Months.end(of: asOf.asOf)
    self.today = Months.end(of: today.asOf)
    reporting = run.planner.outcomes.nowcaster.parameters.reporting
  }

  /// What was seen of a forecast, in its unit; nil where nothing is known.
  func figure(_ tripwire: Tripwire) -> ReportedFigure? {
    guard let rows, let period = Period(tripwire.period) else { return nil }
    let isGrowth = tripwire.kind == .revenueGrowth
    guard isGrowth || tripwire.unit.rawValue == rows.currency else { return nil }
    let span = Months.span(of: period, fiscalYearEnd: fiscalYearEnd)
    switch tripwire.kind {
    case .revenueGrowth, .revenue:
      guard let amount = amount(["revenue"], span, rows) else { return nil }
      return isGrowth ? Self.growth(amount, over: tripwire.before) : amount
    case .operatingResult:
      return amount(Accounts.resultMetrics(like: tripwire.metrics), span, rows)
    case .cash:
      return tripwire.metrics.first.flatMap {
        ReportedFigure(
          balance: $0, at: Months.span(of: period, fiscalYearEnd: fiscalYearEnd).end.rounded(),
          rows: rows.rows, asOf: today, reporting: reporting)
      }
    case .runRate:
      return news("annualised_revenue", rows, span).last.map { ReportedFigure($0, reporting) }
    case .moneyRaised:
      let rounds = news("funding_round_amount", rows, span)
      guard !rounds.isEmpty else { return nil }
      let deviation = rounds.reduce(0) {
        let own = $1.deviation(reporting)
        return $0 + own * own
      }.squareRoot()
      return ReportedFigure(
        value: rounds.reduce(0) { $0 + $1.value }, deviation: deviation,
        sources: rounds.map(\.source))
    }
  }

  /// An amount over one of a year before, less 1.
  static func growth(_ amount: ReportedFigure, over before: Double?) -> ReportedFigure? {
    guard let before, before > 0 else { return nil }
    return ReportedFigure(
      value: amount.value / before - 1, deviation: amount.deviation / before,
      sources: amount.sources)
  }

  private func amount(
    _ metrics: [String], _ span: (start: Double, end: Double), _ rows: CompanyRows
  ) -> ReportedFigure? {
    ReportedFigure(
      of: metrics, from: span.start, to: span.end, rows: rows.rows, asOf: today,
      reporting: reporting)
  }

  /// Rows of days within the window, in the order of time.
  private func news(
    _ metric: String, _ rows: CompanyRows, _ span: (start: Double, end: Double)
  ) -> [ReportedAmount] {
    rows.rows.filter {
      $0.metric == metric && $0.end > before && $0.end <= span.end + 0.05
        && $0.isKnown(at: today, reporting)
    }.sorted { ($0.end, $0.value) < ($1.end, $1.value) }
  }
}
