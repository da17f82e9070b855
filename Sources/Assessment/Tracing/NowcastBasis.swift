internal import Evaluation
internal import Facts
internal import Nowcast

/// The facts that each quantity of a company's state today rests on.
struct NowcastBasis {
  let found: CompanyNowcaster.Found
  let company: Company
  let asOf: Day
  /// The rows that counted.
  private let rows: [ReportedAmount]

  init(
    found: CompanyNowcaster.Found, company: Company, asOf: Day
  ) {
    self.found = found
    self.company = company
    self.asOf = asOf
    rows = found.rows.rows
  }

  private static let revenue: Set = ["revenue", "annualised_revenue"]
  private static let flows: Set = [
    "operating_cash_flow", "capital_expenditure", "free_cash_flow", "cash_burn",
  ]
  private static let rounds: Set = ["funding_round_amount"]

  private var state: Nowcast { found.nowcast }

  /// The facts, newest period last; none of how sure or how old a quantity is, beside which it
  /// stands, and of what is known of the company besides its accounts.
  func facts(of quantity: NowcastQuantity) -> [Fact] {
    let all: [Fact] =
      switch quantity {
      case .level, .trend: facts(Self.revenue, in: state.observations.flatMap(\.terms))
      case .growth:
        facts(Self.revenue, in: state.observations.filter { $0.kind == .window }.flatMap(\.terms))
      case .baseLevel: facts(Self.revenue, in: state.base?.terms ?? [])
      case .costRatioLow, .costRatioHigh: result
      case .gap: state.gap.map { facts(Self.flows, in: $0.terms) + result } ?? []
      case .cash: cash
      case .money: moneySince
      case .debt: newest(of: ["total_debt"])
      case .worth: newest(of: ["market_capitalisation", "valuation"])
      case .roundAge: newest(of: Self.rounds)
      case .promised:
        company.facts.filter { $0.commitment != nil && $0.knownSince <= asOf }
      case .levelDeviation, .trendDeviation, .trendCorrelation, .knowsCosts, .costRatioDeviation,
        .isLosing, .knowsGap, .knowsCash, .cashDeviation, .cashAge, .knowsWorth, .year, .elapsed,
        .length, .shift, .isInChina, .isListed, .isStateLinked, .isParentBacked, .parentCashFlow:
        []
      }
    return all.enumerated().sorted {
      ($0.element.days.end, $0.offset) < ($1.element.days.end, $1.offset)
    }.map(\.element)
  }

  /// What happened, as far as it is known; what was promised or foretold is none of it.
  private var known: [Fact] {
    company.facts.filter { $0.kind == .observation && $0.knownSince <= asOf }
  }

  /// The facts of some metrics that are terms of a sum.
  private func facts(_ metrics: Set<String>, in terms: [Window.Term]) -> [Fact] {
    facts(metrics, Set(terms.map { "\($0.period) \($0.source)" }))
  }

  /// The facts of some metrics by period and source.
  private func facts(_ metrics: Set<String>, _ used: Set<String>) -> [Fact] {
    known.filter {
      metrics.contains($0.metric) && used.contains("\($0.period.text) \($0.source.id)")
    }
  }

  /// Results and the revenue that they are held against; of part-years the newest figures.
  private var result: [Fact] {
    let metrics = Set(state.result?.metrics ?? state.costRatio?.metrics ?? [])
    let terms = (state.result?.windows ?? []).flatMap(\.terms)
    let figures = terms.isEmpty ? newest(of: metrics) : facts(metrics, in: terms)
    return figures + facts(Self.revenue, in: state.resultWindow?.terms ?? [])
  }

  private var cash: [Fact] {
    switch state.cash?.basis {
    case .balance(let metric, let period, let source):
      known.filter { $0.metric == metric && $0.period.text == period && $0.source.id == source }
    case .rounds: facts(of: Self.rounds) { $0 > state.asOf - 24 && $0 <= state.asOf }
    case nil: []
    }
  }

  private var moneySince: [Fact] {
    guard let cash = state.cash, case .balance = cash.basis else { return [] }
    return facts(of: Self.rounds) { $0 > cash.at + 0.3 && $0 <= state.asOf }
  }

  /// The facts of the rows that end last.
  private func newest(of metrics: Set<String>) -> [Fact] {
    let ends = rows.filter { metrics.contains($0.metric) && $0.end <= state.asOf }
      .map(\.end)
    guard let last = ends.max() else { return [] }
    return facts(of: metrics) { $0 == last }
  }

  /// The facts of the rows whose periods end at some times.
  private func facts(of metrics: Set<String>, ending: (Double) -> Bool) -> [Fact] {
    let used = self.rows.filter { metrics.contains($0.metric) && ending($0.end) }
    return facts(metrics, Set(used.map { "\($0.period) \($0.source)" }))
  }
}
