import Foundation

/// An amount that is out of all proportion to revenue: digits too many or too few in one of the two, or another
/// currency, most likely.
package struct Disproportion: Hashable, Sendable {
  /// What is wrong between the two.
  package enum Kind: Hashable, Sendable {
    /// Part of revenue can't be more than the whole of the same days.
    case aboveRevenue
    /// It is more than `most` times the revenue of the same days, gained or lost.
    case manyTimesRevenue
    /// It is more than `limit` times a year at the rate of the revenue that is nearest in time; an amount over
    /// time at a year's rate too.
    case manyTimesYearly
    /// It is less than one of `limit` parts of a year at that rate.
    case smallPartOfYearly
    /// It is revenue, and its yearly rate more than `limit` times off that of the one beside it.
    case revenueApart
  }

  /// What is wrong.
  package var kind: Kind
  /// The amount.
  package var fact: Fact
  /// The revenue that it is held against.
  package var revenue: Fact
  /// The times that would pass.
  package var limit: Double

  /// How many times revenue a loss, a cash flow, a balance, a debt or a round may be: a judgement, above the 120
  /// times that a loss and the 83 that a round is in the shipped facts, of companies that had hardly begun to sell.
  package static let most = 200.0
  /// How many times a year's revenue a company may be worth: a judgement, above the 421 in the shipped facts.
  package static let mostWorth = 1000.0
  /// The part of a year's revenue that it is worth at least: a judgement, far below the 1.6 times in the shipped
  /// facts, since a company in distress may be worth a tenth.
  package static let leastWorth = 1 / 200.0
  /// The part of a year's revenue below which a result, a cash flow, a balance, a debt or a round is taken for one
  /// with digits too few, such as 300 in place of 300M: a judgement, far below the 0.0007 in the shipped facts.
  package static let least = 1e-5
  /// How many times yearly revenue may grow or shrink in a year, or from one period to the next within one: a
  /// judgement, above the 32 times in the shipped facts.
  package static let mostGrowth = 50.0

  /// All among the facts of a company, in their order.
  ///
  /// - Parameters:
  ///   - facts: The facts, known or not.
  ///   - rates: What brings an amount to the currency of the revenue; without a rate nothing is said of it.
  ///   - asOf: Rates that were not known on this day don't exist.
  /// - Returns: One for each fact that is out of proportion to the revenue that is nearest to it.
  package static func all(
    among facts: [Fact], rates: ExchangeRates, asOf: Day = Day(number: .max / 2)
  ) -> [Disproportion] {
    ProportionCheck(facts.filter { $0.kind == .observation }, rates: rates, asOf: asOf).found
  }
}

/// Holds the amounts of a company against its revenue.
private struct ProportionCheck {
  /// What is left of revenue when some of the costs are paid.
  private static let parts: Set<String> = [
    "gross_profit", "operating_income", "pretax_income", "net_income", "net_income_attributable",
    "net_income_excluding_nonrecurring", "adjusted_net_income", "adjusted_ebitda",
  ]

  /// Amounts over time that come of other things than sales too.
  private static let flows: Set<String> = [
    "operating_cash_flow", "free_cash_flow", "capital_expenditure", "cash_burn",
  ]

  /// Amounts at a time.
  private static let stocks: Set<String> = [
    "cash_and_equivalents", "cash_and_short_term_investments", "cash_and_investments",
    "short_term_investments", "total_debt", "funding_round_amount",
  ]

  /// What the company is worth.
  private static let worths: Set<String> = ["market_capitalisation", "valuation"]

  /// Revenue as a rate.
  private struct Rate {
    var fact: Fact
    /// A year's revenue, in the fact's currency.
    var yearly: Double
    /// The middle of its days, or the day of a run rate.
    var day: Day
  }

  /// Below so many days nothing is said of a year.
  private static let fewestDays = 28
  private static let yearInDays = 365.25

  private let observed: [Fact]
  private let rates: ExchangeRates
  private let asOf: Day
  /// Revenue above zero in the order of time.
  private let revenues: [Rate]

  init(_ observed: [Fact], rates: ExchangeRates, asOf: Day) {
    (self.observed, self.rates, self.asOf) = (observed, rates, asOf)
    revenues = observed.compactMap(Self.rate).sorted { left, right in
      if left.day != right.day { return left.day < right.day }
      if left.fact.days.length != right.fact.days.length {
        return left.fact.days.length < right.fact.days.length
      }
      return (left.fact.source.id, left.yearly) < (right.fact.source.id, right.yearly)
    }
  }

  /// All that is found, in the order of the facts.
  var found: [Disproportion] {
    let apart = self.apart
    let ofSameDays = Dictionary(grouping: observed.filter { $0.metric == "revenue" }, by: \.days)
    // One that is off the others is no measure for the rest.
    let steady = revenues.filter { apart[$0.fact] == nil }
    // What its metric doesn't allow anyway is named for that.
    return observed.filter(\.isPlausible).compactMap { fact in
      if let other = apart[fact] {
        return Disproportion(
          kind: .revenueApart, fact: fact, revenue: other, limit: Disproportion.mostGrowth)
      }
      let isFlow = Self.parts.contains(fact.metric) || Self.flows.contains(fact.metric)
      guard isFlow || Self.stocks.contains(fact.metric) || Self.worths.contains(fact.metric) else {
        return nil
      }
      let same = isFlow ? (ofSameDays[fact.days] ?? []).filter { apart[$0] == nil } : []
      // The one that counts first: higher confidence, then the later source.
      let bestFirst = same.sorted {
        ($0.confidence, $0.source.day) > ($1.confidence, $1.source.day)
      }
      let comparable = bestFirst.lazy.compactMap { revenue in
        amount(of: fact, in: revenue, isFlow: true).map { (revenue, $0) }
      }.first
      if let (revenue, amount) = comparable { return ofSameDaysCheck(fact, amount, revenue) }
      return nearest(fact, isFlow: isFlow, among: steady)
    }
  }

  private func ofSameDaysCheck(_ fact: Fact, _ amount: Double, _ revenue: Fact) -> Disproportion? {
    let whole = revenue.central
    guard whole > 0 else { return nil }
    if Self.parts.contains(fact.metric), amount > whole {
      return Disproportion(kind: .aboveRevenue, fact: fact, revenue: revenue, limit: 1)
    }
    if amount.magnitude > Disproportion.most * whole {
      return Disproportion(
        kind: .manyTimesRevenue, fact: fact, revenue: revenue, limit: Disproportion.most)
    }
    guard amount != 0, amount.magnitude < Disproportion.least * whole else { return nil }
    return Disproportion(
      kind: .smallPartOfYearly, fact: fact, revenue: revenue,
      limit: (1 / Disproportion.least).rounded())
  }

  /// An amount held against the revenue that ends nearest to it.
  private func nearest(_ fact: Fact, isFlow: Bool, among revenues: [Rate]) -> Disproportion? {
    guard !isFlow || fact.days.length >= Self.fewestDays,
      let revenue = revenues.min(by: { apart($0, fact) < apart($1, fact) }),
      var amount = amount(of: fact, in: revenue.fact, isFlow: isFlow)
    else { return nil }
    if isFlow { amount *= Self.yearInDays / Double(fact.days.length) }
    let times = amount / revenue.yearly
    let isWorth = Self.worths.contains(fact.metric)
    let most = isWorth ? Disproportion.mostWorth : Disproportion.most
    if times.magnitude > most {
      return Disproportion(kind: .manyTimesYearly, fact: fact, revenue: revenue.fact, limit: most)
    }
    let least = isWorth ? Disproportion.leastWorth : Disproportion.least
    // Nothing at all is no slip of the pen.
    guard times != 0, times.magnitude < least else { return nil }
    return Disproportion(
      kind: .smallPartOfYearly, fact: fact, revenue: revenue.fact, limit: (1 / least).rounded())
  }

  private func apart(_ revenue: Rate, _ fact: Fact) -> Int {
    abs(revenue.fact.days.end.days(to: fact.days.end))
  }

  /// Revenues of which the yearly rate is off that of the one beside it, with that one.
  private var apart: [Fact: Fact] {
    guard var before = revenues.first else { return [:] }
    var found: [Fact: Fact] = [:]
    for index in revenues.indices.dropFirst() {
      let one = revenues[index]
      guard isApart(before, one) else {
        before = one
        continue
      }
      let after = index + 1 < revenues.count ? revenues[index + 1] : nil
      if index == 1, let after, !isApart(one, after) {
        // The two that follow agree: the first is the odd one.
        found[before.fact] = one.fact
      } else {
        found[one.fact] = before.fact
        if let after, !isApart(before, after) { continue }
      }
      before = one
    }
    return found
  }

  private func isApart(_ left: Rate, _ right: Rate) -> Bool {
    guard let one = amount(of: right.fact, in: left.fact, isFlow: right.fact.metric == "revenue")
    else { return false }
    let times = right.yearly * (one / right.fact.central) / left.yearly
    let years = max(1, Double(abs(left.day.days(to: right.day))) / Self.yearInDays)
    return abs(log(times)) > years * log(Disproportion.mostGrowth)
  }

  private static func rate(_ fact: Fact) -> Rate? {
    guard fact.central > 0 else { return nil }
    switch fact.metric {
    case "annualised_revenue": return Rate(fact: fact, yearly: fact.central, day: fact.days.end)
    case "revenue" where fact.days.length >= fewestDays:
      return Rate(
        fact: fact, yearly: fact.central * yearInDays / Double(fact.days.length),
        day: fact.days.middle)
    default: return nil
    }
  }

  /// A fact's amount in the currency of a revenue; nil where no rate is known.
  private func amount(of fact: Fact, in revenue: Fact, isFlow: Bool) -> Double? {
    guard fact.unit != revenue.unit else { return fact.central }
    return try? rates.convert(
      fact.central, from: fact.unit, to: revenue.unit, days: fact.days, isFlow: isFlow, asOf: asOf
    ).get().value
  }
}
