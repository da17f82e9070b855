package import Facts
internal import Diagnostics
internal import Documents
internal import Formulas
package import RunRecord
internal import Units

/// The last reported year of a company, on which its outcome is anchored (Method 4.1).
package struct BaseYear: Sendable {
  /// The period, such as `FY2025` or `TTM-2025-11`.
  package var period: Period
  package var revenue: SelectedFact
  /// The operating result, or the results that bracket it.
  package var results: [SelectedFact]
  /// True if the operating result itself is reported.
  package var isResultReported: Bool
  /// The operating result of the year before, where it is known.
  package var resultBefore: SelectedFact?
  /// Cash flow from operations and capital expenditure of the same or the nearest year.
  package var operatingCashFlow: SelectedFact?
  package var capitalExpenditure: SelectedFact?
  package var grants: SelectedFact?
  package var interest: SelectedFact?
  /// Cash, one fact or two that add up.
  package var cash: [SelectedFact]
  /// The remarks that a reader should know about these choices.
  package var notes: [Remark]
}

extension FactBase {
  /// Metrics with what readers call them.
  package func names(of metrics: [String]) -> [MetricName] {
    metrics.map { metric in
      MetricName(id: metric, title: self.metrics[metric].map { LocalizedText($0.title) })
    }
  }
}

/// The reason why a company has no base year, and the metrics that are missing for one.
package struct MissingBaseYear: Error, Sendable {
  package var reason: Reason
  package var metrics: [String]
}

/// Finds a company's base year among its facts.
package struct BaseYearFinder {
  let company: Company
  let context: EvaluationContext
  /// Money in the study's currency.
  let money: UnitExpression

  /// The results that stand in for an operating result, each a form of profit.
  package static let bracketMetrics = [
    "adjusted_ebitda", "adjusted_net_income", "net_income", "net_income_attributable",
  ]

  package init(company: Company, context: EvaluationContext) throws {
    self.company = company
    self.context = context
    money = try context.units.parse(context.currency, at: nil, sourceLine: nil)
  }

  /// The base year, or what is missing for it.
  ///
  /// The latest full year with revenue and a result; a later year with revenue alone is noted.
  ///
  /// - Throws: `DiagnosticError` when facts tie or a currency has no rate.
  package func find() throws -> Result<BaseYear, MissingBaseYear> {
    let periods = try fullYears(of: "revenue")
    guard !periods.isEmpty else {
      return .failure(
        MissingBaseYear(
          reason: Reason(.noRevenue),
          metrics: try ["revenue", "operating_income"] + missingCash()))
    }
    for period in periods {
      let results = try results(of: period)
      guard let revenue = try answer("revenue", of: period), !results.facts.isEmpty else {
        continue
      }
      let cash = try cash()
      guard !cash.isEmpty else {
        return .failure(
          MissingBaseYear(
            reason: Reason(.noCash), metrics: ["cash_and_short_term_investments"]))
      }
      var notes: [Remark] = []
      if let latest = periods.first, latest != period {
        notes.append(
          Remark(
            .olderBaseYear, ["latest": .text(latest.text), "period": .text(period.text)]))
      }
      if !results.isReported {
        notes.append(
          Remark(
            .resultEstimated,
            ["period": .text(period.text), "metrics": .metrics(names(of: results.facts))]))
      }
      let flow = try nearest("operating_cash_flow", to: period)
      return .success(
        BaseYear(
          period: period, revenue: revenue, results: results.facts,
          isResultReported: results.isReported, resultBefore: try resultBefore(period),
          operatingCashFlow: flow,
          capitalExpenditure: try nearest("capital_expenditure", to: period),
          grants: try answer("grants", of: period),
          interest: try answer("interest_expense", of: period), cash: cash, notes: notes))
    }
    return .failure(
      MissingBaseYear(
        reason: Reason(.noResult, ["period": .text(periods[0].text)]),
        metrics: try ["operating_income"] + missingCash()))
  }

  /// That the last two reported years were at or above zero, and by which figures; else nil.
  ///
  /// By operating result, or where it isn't reported by every result that brackets it.
  package func brokeEven() throws -> Reason? {
    var years: [(period: Period, worst: Double, results: [SelectedFact])] = []
    for period in try fullYears(of: "revenue") where period.fiscalYear != nil {
      let results = try results(of: period)
      guard let worst = results.facts.map(\.lowest).min() else { continue }
      years.append((period, worst, results.facts))
      if years.count == 2 { break }
    }
    guard years.count == 2, let last = years.first?.period.fiscalYear,
      years[1].period.fiscalYear == last - 1, years.allSatisfy({ $0.worst >= 0 })
    else { return nil }
    return Reason(
      .resultsNotBelowZero,
      [
        "metrics": .metrics(names(of: years[0].results)), "first": .text(years[1].period.text),
        "second": .text(years[0].period.text),
      ])
  }

  // MARK: Parts

  private func names(of facts: [SelectedFact]) -> [MetricName] {
    context.facts.names(of: facts.map(\.fact.metric))
  }

  private func missingCash() throws -> [String] {
    try cash().isEmpty ? ["cash_and_short_term_investments"] : []
  }

  /// The full years of which a metric is known, latest first.
  private func fullYears(of metric: String) throws -> [Period] {
    var seen: Set<String> = []
    return try candidates(metric)
      .sorted { ($1.days.end, $1.period.text) < ($0.days.end, $0.period.text) }
      .map(\.period).filter { seen.insert($0.text).inserted }
  }

  /// The observations of full years that are known.
  private func candidates(_ metric: String) throws -> [Fact] {
    guard context.facts.metrics[metric] != nil else { return [] }
    return try context.facts.answer(company: company.id, metric: metric, asOf: context.asOf)
      .candidates.filter { $0.verdict != .notYetKnown }.map(\.fact)
      .filter { $0.kind == .observation && $0.period.isFullYear }
  }

  /// The latest full year's fact of a metric, in the study's currency.
  package func latestFullYear(of metric: String) throws -> SelectedFact? {
    try fullYears(of: metric).first.flatMap { try answer(metric, of: $0) }
  }

  /// The fact of a metric that answers for one period, in the study's currency.
  package func answer(_ metric: String, of period: Period) throws -> SelectedFact? {
    guard context.facts.metrics[metric] != nil else { return nil }
    let answer = try context.facts.answer(
      company: company.id, metric: metric, period: period, asOf: context.asOf)
    guard let first = answer.candidates.first, first.verdict == .chosen else { return nil }
    return try context.answering(first.fact, in: money, because: first.because)
  }

  private func results(
    of period: Period
  ) throws -> (facts: [SelectedFact], isReported: Bool) {
    if let reported = try answer("operating_income", of: period) { return ([reported], true) }
    return (try Self.bracketMetrics.compactMap { try answer($0, of: period) }, false)
  }

  private func resultBefore(_ period: Period) throws -> SelectedFact? {
    guard let year = period.fiscalYear, let before = Period("FY\(year - 1)") else { return nil }
    return try answer("operating_income", of: before)
  }

  /// The fact of the same year, or of the year whose end is nearest, within two years.
  private func nearest(_ metric: String, to period: Period) throws -> SelectedFact? {
    if let same = try answer(metric, of: period) { return same }
    let end = period.days(fiscalYearEnd: company.fiscalYearEnd).end
    let near = try candidates(metric)
      .filter { abs(end.days(to: $0.days.end)) <= 731 }
      .min {
        let (left, right) = (abs(end.days(to: $0.days.end)), abs(end.days(to: $1.days.end)))
        return left == right ? $1.days.end < $0.days.end : left < right
      }
    return try near.flatMap { try answer(metric, of: $0.period) }
  }

  /// `cash_and_short_term_investments`, else `cash_and_equivalents` with `short_term_investments`
  /// of the same day where they are known.
  private func cash() throws -> [SelectedFact] {
    if let whole = try latest("cash_and_short_term_investments") { return [whole] }
    guard let cash = try latest("cash_and_equivalents") else { return [] }
    guard let invested = try latest("short_term_investments"),
      invested.fact.days.end == cash.fact.days.end
    else { return [cash] }
    return [cash, invested]
  }

  private func latest(_ metric: String) throws -> SelectedFact? {
    guard context.facts.metrics[metric] != nil else { return nil }
    let answer = try context.facts.answer(
      company: company.id, metric: metric, asOf: context.asOf)
    guard let first = answer.candidates.first, first.verdict == .chosen else { return nil }
    return try context.answering(first.fact, in: money, because: first.because)
  }
}

extension SelectedFact {
  /// The lowest value that the fact allows: its 5th percentile, or its value.
  package var lowest: Double {
    switch distribution {
    case .interval(let low, _): low
    case .constant(let value): value
    default: .nan
    }
  }

  /// The highest value that the fact allows.
  package var highest: Double {
    switch distribution {
    case .interval(_, let high): high
    case .constant(let value): value
    default: .nan
    }
  }
}
