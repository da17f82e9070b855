internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord
internal import Scoring
internal import Study

/// A company with what its next disclosures will show and what becomes of it, on the same draws.
struct CompanyForecast {
  let run: RunContext
  let company: Company
  /// The days looked ahead.
  let days: Int
  /// The figures.
  let figures: [FigureForecast]
  /// The state of each draw; nothing without odds.
  let states: [OutcomeState?]
  /// The reason why there are no odds; nil where there are.
  let reason: Reason?
  /// The currency of the company's accounts.
  let currency: String
  /// The first report that is due after the window.
  private let next: Freshness.Due?

  /// Looks ahead from results whose course was kept between its years.
  init(
    _ company: Company, _ planned: PlannedCompany, _ result: CompanyResult, days: Int,
    in run: RunContext
  ) {
    self.run = run
    self.company = company
    self.days = days
    let parameters = run.planner.outcomes.nowcaster.parameters
    let reporting = parameters.reporting
    guard case .success(let found) = planned.state else {
      (figures, states, currency, next) = ([], [], run.evaluation.currency, nil)
      reason = Self.missing(planned)
      return
    }
    currency = found.rows.currency
    let until = Months.end(of: run.evaluation.asOf.adding(days: days))
    next = Freshness.newestReport(
      found.rows.rows, asOf: found.nowcast.asOf, reporting
    ).flatMap { FigureForecaster.calendar(of: company, reporting).next(after: $0, from: until) }
    guard let outcome = result.outcome, let between = outcome.course.between else {
      (figures, states) = ([], [])
      reason = Self.missing(planned)
      return
    }
    figures = FigureForecaster(
      run: run, company: company, found: found, between: between, reporting: reporting,
      fastGrowth: parameters.fastGrowth
    ).figures(days: days)
    if let withheld = run.quantities.withheld(outcome.flagged) {
      (states, reason) = ([], withheld)
    } else if found.nowcast.isEarning {
      (states, reason) = ([], Reason(.earningHasNoOdds))
    } else {
      states = outcome.draws?.states ?? []
      reason = outcome.draws == nil ? Reason(.noCash) : nil
    }
  }

  private static func missing(_ planned: PlannedCompany) -> Reason {
    if case .failure(let missing) = planned.outcome { return missing.reason }
    return Reason(.noDraw)
  }

  // MARK: The record

  /// What stands on record: branches, thresholds, and how far each figure moves the odds.
  func record() -> CompanyAhead {
    let told = figures.compactMap(expected)
    return CompanyAhead(
      id: company.id, names: LocalizedText(company.names),
      states: Self.shares(states), reason: reason,
      figures: told.enumerated().sorted { left, right in
        (right.element.moves ?? -1, left.offset) < (left.element.moves ?? -1, right.offset)
      }.map(\.element),
      next: next.map {
        FreshnessRecord.DueReport(months: $0.months, end: $0.end / 12, since: $0.since / 12)
      })
  }

  /// A figure as it stands on record; nil where no draw has one.
  func expected(_ figure: FigureForecast) -> ExpectedFigure? {
    guard let odds = FigureOdds(figure.draws, states: states) else { return nil }
    let clear = run.policy.judgements.likelihood.moreLikelyThanNot
    let asOf = Months.end(of: run.evaluation.asOf)
    return ExpectedFigure(
      kind: figure.kind, metrics: run.evaluation.facts.names(of: figure.metrics),
      period: figure.period, months: figure.months,
      expectedBy: figure.since.map { Months.day(at: $0).description },
      isOverdue: figure.since.map { $0 <= asOf } ?? false,
      unit: figure.kind == .revenueGrowth ? "1" : UnitName(currency), before: figure.before,
      forecast: FigureQuantiles(
        p5: odds.quantile(0.05), p25: odds.quantile(0.25), p50: odds.quantile(0.5),
        p75: odds.quantile(0.75), p95: odds.quantile(0.95)),
      branches: odds.branches(at: odds.bounds(natural: figure.kind.natural)).map {
        FigureBranch(
          low: $0.low, high: $0.high, chance: $0.chance, states: $0.shares.map(OutcomeShares.init))
      },
      flips: odds.flips { shares in
        let found = OutcomeShares(shares)
        let most = max(found.brokeEven, found.stillLosing, found.sold + found.cashedOut)
        return (group: OutcomeGroup(found, clear: clear), margin: abs(most - clear))
      }.map { FigureFlip(at: $0.at, below: $0.below, above: $0.above) },
      moves: odds.movement)
  }

  /// The shares of draws with a state; nil where there are none.
  static func shares(_ states: [OutcomeState?]) -> OutcomeShares? {
    StateShares(states).map(OutcomeShares.init)
  }
}

extension OutcomeShares {
  /// Shares of draws, for the record.
  init(_ shares: StateShares) {
    self.init(
      brokeEven: shares.brokeEven, stillLosing: shares.stillLosing, sold: shares.sold,
      cashedOut: shares.cashedOut)
  }
}

extension ExpectedFigure.Kind {
  /// A value that parts futures by itself: a result of zero, and any money above none, which is one
  /// unit of it.
  fileprivate var natural: Double? {
    switch self {
    case .operatingResult: 0
    case .moneyRaised: 1
    case .revenueGrowth, .revenue, .cash, .runRate: nil
    }
  }
}
