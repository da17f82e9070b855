package import Facts

/// A company's accounts as rows in one currency, with what became of facts that make none.
package struct CompanyRows: Sendable {
  /// The rule by which a fact counts as known.
  package enum Timing: Hashable, Sendable {
    /// From the day of its source, as the fact says.
    case published
    /// The usual time after its period, whenever it was gathered: opens history for a backtest.
    case usualDelay
  }

  /// A fact of which nobody can say what it is in the company's currency.
  package struct Unconverted: Sendable {
    /// The fact.
    package var fact: Fact
    /// The reason, as a sentence without a full stop.
    package var reason: String
  }

  /// The rows, in the currency.
  package var rows: [ReportedAmount]
  /// The currency: that of the newest revenue, or of the newest run rate without one.
  package var currency: String
  /// The value of a unit of it in US dollars on the day.
  package var usdRate: Double
  /// Rounds that are told again; they aren't among the rows.
  package var repeatedRounds: [RepeatedRound] = []
  /// Facts that were left out.
  package var unconverted: [Unconverted]

  /// The metrics that a nowcast reads.
  package static let metrics: Set<String> = Set(
    Accounts.resultRanks.flatMap { $0 } + Accounts.cashMetrics + [
      "revenue", "annualised_revenue", "operating_cash_flow", "capital_expenditure",
      "free_cash_flow", "cash_burn", "funding_round_amount", "total_debt",
      "market_capitalisation", "valuation",
    ])

  /// Takes the facts of a company that are known on a day; nil where no revenue and no run rate is.
  ///
  /// Amounts over time are converted at the average rate of their period and states at the rate of
  /// its end; all is then told in US dollars at the one rate of the day, so that a rate that moves
  /// is no growth. `lines` are further metrics to take, such as the revenue of lines of business.
  ///
  /// - Throws: `CurrencyMistake` where nobody knows what the currency is in US dollars.
  package init?(
    _ company: Company, metrics: [String: Metric], rates: ExchangeRates, asOf: Day,
    timing: Timing = .published, also lines: Set<String> = []
  ) throws(CurrencyMistake) {
    let facts = company.facts.filter {
      Self.isKnown($0, among: Self.metrics.union(lines), asOf, timing)
    }
    guard let currency = Self.currency(of: facts) else { return nil }
    // For a backtest by usual delays a rate is known when its period is over, like a price.
    let known =
      timing == .published
      ? rates : ExchangeRates(rates.rates.filter { $0.days.end <= asOf })
    let knownBy = timing == .published ? asOf : Day(number: .max / 2)
    self.currency = currency
    usdRate = try known.convert(
      1, from: currency, to: "USD", days: DayRange(start: asOf, end: asOf), isFlow: false,
      asOf: knownBy
    ).get().factor
    (rows, unconverted) = ([], [])
    for fact in facts {
      let kind = metrics[fact.metric]?.kind ?? .flow
      switch known.convert(
        1, from: fact.unit, to: currency, days: fact.days, isFlow: kind == .flow, asOf: knownBy)
      {
      case .success(let conversion):
        rows.append(
          Self.row(
            fact, isFlow: kind == .flow, factor: conversion.factor, usdRate: usdRate,
            company.fiscalYearEnd, timing))
      case .failure(let mistake):
        unconverted.append(Unconverted(fact: fact, reason: mistake.reason))
      }
    }
    repeatedRounds = RepeatedRound.all(in: rows.filter { $0.metric == Fact.moneyThatComesIn })
    let repeated = Set(repeatedRounds.map(\.repeated))
    rows.removeAll { repeated.contains($0) }
  }

  private static func isKnown(
    _ fact: Fact, among metrics: Set<String>, _ asOf: Day, _ timing: Timing
  ) -> Bool {
    guard fact.kind == .observation, metrics.contains(fact.metric), fact.days.end <= asOf,
      fact.value != nil || (fact.low != nil && fact.high != nil)
    else { return false }
    return timing == .usualDelay || fact.knownSince <= asOf
  }

  private static func currency(of facts: [Fact]) -> String? {
    for metric in ["revenue", "annualised_revenue"] {
      let newest = facts.filter { $0.metric == metric }.max { left, right in
        left.days.end != right.days.end
          ? left.days.end < right.days.end
          : (left.days.length, left.unit) < (right.days.length, right.unit)
      }
      if let newest { return newest.unit }
    }
    return nil
  }

  private static func row(
    _ fact: Fact, isFlow: Bool, factor: Double, usdRate: Double, _ fiscalYearEnd: FiscalYearEnd,
    _ timing: Timing
  ) -> ReportedAmount {
    var span = Months.span(of: fact.period, fiscalYearEnd: fiscalYearEnd)
    if isFlow, fact.period.isMonth { span.start = span.end - 1 }
    // The middle of a range, and from 5 % to 95 % in standard deviations of a normal.
    var (middle, width) = (fact.value, 0.0)
    if let low = fact.low, let high = fact.high {
      middle = middle ?? (low + high) / 2
      width = abs(high - low)
    }
    return ReportedAmount(
      metric: fact.metric, start: span.start, end: span.end, value: (middle ?? .nan) * factor,
      printedDeviation: width / 3.29 * factor, confidence: fact.confidence, usdRate: usdRate,
      knownSince: timing == .published ? Months.end(of: fact.knownSince) : nil,
      period: fact.period.text, source: fact.source.id, sourceDay: fact.source.day.number)
  }
}
