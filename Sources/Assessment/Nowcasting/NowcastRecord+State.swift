internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord
internal import Simulation

extension NowcastRecord {
  /// Puts a state on record: money in the accounts' currency, times in years.
  init(
    _ state: Nowcast, unit: UnitName, facts: FactBase, years: [FiscalYear],
    freshness: FreshnessRecord, warnings: [Remark]
  ) {
    let rate = state.usdRate
    func level(_ log: Double) -> Double { Elementary.exp(log) / rate }
    self.init(
      unit: unit,
      window: state.base.map {
        NowcastWindow(
          end: $0.end / 12, revenue: $0.amount, terms: $0.terms.map(NowcastTerm.init))
      },
      growth: state.growth, at: state.state.time, level: level(state.state.level),
      levelSd: state.state.levelVariance.squareRoot(), trend: state.state.trend,
      trendSd: state.state.trendVariance.squareRoot(),
      today: NowcastLevel(
        level: level(state.today.level), levelSd: state.today.levelVariance.squareRoot(),
        trend: state.today.trend),
      isLosing: state.isLosing, result: NowcastResult(state, facts),
      k: state.costRatio.map { [$0.low, $0.high] },
      kReported: state.costRatio.map { [$0.reportedLow, $0.reportedHigh] },
      gap: state.gap?.value, cash: state.cash.map { NowcastCash($0, rate: rate, facts) },
      observations: state.observations.map { observation in
        NowcastObservation(
          kind: NowcastObservation.Kind(observation.kind), at: observation.time,
          length: observation.length, value: level(observation.logRate),
          sd: observation.deviation, moved: observation.movedLevel,
          movedTrend: observation.movedTrend, level: level(observation.level),
          levelSd: observation.levelVariance.squareRoot(),
          terms: observation.terms.map(NowcastTerm.init))
      }, years: years.map { FiscalYearRecord($0, facts) }, freshness: freshness,
      warnings: warnings)
  }
}

extension NowcastTerm {
  /// Puts a term on record.
  init(_ term: Window.Term) {
    self.init(
      sign: term.sign < 0 ? -1 : 1, period: term.period, value: term.value, source: term.source)
  }
}

extension NowcastResult {
  /// The result of the newest twelve months that have one.
  fileprivate init?(_ state: Nowcast, _ facts: FactBase) {
    guard let result = state.result, let window = state.resultWindow else { return nil }
    self.init(
      end: window.end / 12, low: result.low, high: result.high,
      metrics: facts.names(of: result.metrics), isEstimate: result.isEstimate,
      terms: (result.windows.first?.terms ?? []).map(NowcastTerm.init))
  }
}

extension NowcastCash {
  /// A balance in US dollars, told in another currency.
  fileprivate init(_ cash: CashPosition, rate: Double, _ facts: FactBase) {
    var metric: MetricName?
    var source: String?
    if case .balance(let name, _, let id) = cash.basis {
      metric = facts.names(of: [name]).first
      source = id
    }
    self.init(
      balance: cash.balance / rate, sd: cash.deviation / rate, at: cash.at / 12, metric: metric,
      source: source, moneySince: cash.moneySince / rate, debtDue: cash.debtDue / rate)
  }
}

extension NowcastObservation.Kind {
  fileprivate init(_ kind: RevenueObservation.Kind) {
    switch kind {
    case .window: self = .window
    case .part: self = .part
    case .runRate: self = .runRate
    }
  }
}

extension FreshnessRecord {
  /// Puts freshness on record.
  init(_ freshness: Freshness, age: Nowcast.Age) {
    let recorded: Age =
      switch age {
      case .fresh: .fresh
      case .stale: .stale
      case .tooOld: .tooOld
      }
    self.init(
      age: recorded,
      figures: freshness.figures.map {
        Figure(role: Figure.Role($0.role), end: $0.end / 12, months: $0.age)
      },
      due: freshness.due.map {
        DueReport(months: $0.months, end: $0.end / 12, since: $0.since / 12)
      })
  }
}

extension FreshnessRecord.Figure.Role {
  fileprivate init(_ role: Freshness.Figure.Role) {
    switch role {
    case .revenue: self = .revenue
    case .revenueSince: self = .revenueSince
    case .result: self = .result
    case .cashFlow: self = .cashFlow
    case .cash: self = .cash
    }
  }
}
