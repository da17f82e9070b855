internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord

extension FiscalYearRecord {
  /// Puts a fiscal year on record.
  init(_ reported: FiscalYear, _ facts: FactBase) {
    let revenue = reported.revenue.map { window in
      FiscalYearFigure(
        low: window.amount, high: window.amount, metrics: facts.names(of: ["revenue"]),
        terms: window.terms.map(NowcastTerm.init))
    }
    let result = reported.result.map { result in
      FiscalYearFigure(
        low: result.low, high: result.high, metrics: facts.names(of: result.metrics),
        isEstimate: result.isEstimate,
        terms: result.windows.flatMap(\.terms).map(NowcastTerm.init))
    }
    var costs: FiscalYearFigure?
    if let revenue, let result {
      costs = FiscalYearFigure(
        low: revenue.low - result.high, high: revenue.high - result.low,
        isEstimate: result.isEstimate, terms: [])
    }
    self.init(
      year: reported.year, end: reported.end / 12, revenue: revenue, costs: costs,
      operatingResult: result,
      cash: reported.cash.map { FiscalYearFigure([$0], facts) },
      raised: reported.rounds.isEmpty ? nil : FiscalYearFigure(reported.rounds, facts))
  }
}

extension FiscalYearFigure {
  /// The sum of reported amounts.
  fileprivate init(_ amounts: [ReportedAmount], _ facts: FactBase) {
    let sum = amounts.reduce(0) { $0 + $1.value }
    self.init(
      low: sum, high: sum, metrics: facts.names(of: amounts.first.map { [$0.metric] } ?? []),
      terms: amounts.map {
        NowcastTerm(sign: 1, period: $0.period, value: $0.value, source: $0.source)
      })
  }
}
