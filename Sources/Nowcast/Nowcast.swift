import Simulation

/// A company's state today: what the accounts that are known say of revenue, costs and cash.
package struct Nowcast: Hashable, Sendable {
  /// The age of the newest twelve months.
  package enum Age: Hashable, Sendable {
    /// Young enough to need no word.
    case fresh
    /// So many months old that it is said beside the headline.
    case stale(months: Double)
    /// Too old to say anything, and nothing younger is known.
    case tooOld(months: Double)
  }

  /// The day, in months since the year 0.
  package var asOf: Double
  /// The newest twelve months for which revenue is known; nil where only rates were told.
  package var base: Window?
  /// The age of the base.
  package var age: Age
  /// The value of a unit of the accounts' currency in US dollars.
  package var usdRate: Double
  /// Log growth a year to the base.
  package var growth: Double
  /// True if the company loses money, or nothing is known of its results.
  package var isLosing: Bool
  /// Level and trend of revenue at the time of the last observation.
  package var state: TrendState
  /// The same brought to the day.
  package var today: TrendState
  /// The observations in the order of time, with what each moved.
  package var observations: [RevenueObservation]
  /// The result of the newest twelve months that have one.
  package var result: ReportedResult?
  /// Revenue of those months.
  package var resultWindow: Window?
  /// k today; nil where nothing is known of results.
  package var costRatio: CostRatio?
  /// The cash gap; nil where no cash flow is known.
  package var gap: CashGap?
  /// The newest balance; nil where nobody can say.
  package var cash: CashPosition?
  /// The age in months of a balance that is too old to say anything by; nil of a younger one.
  package var oldBalance: Double?
  /// The age in months of a debt that is too old to say anything by, though it counts; nil of a younger one.
  package var oldDebt: Double?
  /// The age in months of a result that is too old to say anything by; nil of a younger one.
  package var oldResult: Double?
  /// The last known worth of the company, in US dollars.
  package var worth: Double?

  /// True if the newest twelve months made no loss, by the operating result or by all figures that
  /// stand in for it.
  package var isEarning: Bool { result.map { $0.low >= 0 } ?? false }

  /// True if nothing is said of a company whose newest figures are so old.
  package var isTooOld: Bool {
    if case .tooOld = age { true } else { false }
  }

  /// Estimates the state; nil where nothing is known of revenue.
  ///
  /// - Parameters:
  ///   - rows: What was reported, known or not, in any order; amounts over time in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - regionScale: By what the noise of growth is wider where the company is at home.
  ///   - parameters: The numbers that it is estimated with.
  package init?(
    rows: [ReportedAmount], asOf: Double, regionScale: Double, parameters: NowcastParameters
  ) {
    let accounts = Accounts(rows, asOf: asOf, parameters: parameters)
    let costs = CostEvidence(accounts)
    let isLosing = costs?.isLosing ?? true
    let firstTrend = isLosing ? parameters.firstTrendLosing : parameters.firstTrendEarning
    guard let revenue = RevenueEvidence(accounts, firstTrend: firstTrend) else { return nil }
    let laws = parameters.laws
    let range = costs?.range ?? laws.assumedCostRatio...laws.assumedCostRatio
    let costRatio = (range.lowerBound + range.upperBound) / 2
    let last = revenue.observations.last?.logRate ?? 0
    let scale = laws.growthNoise.at(
      logRevenue: last, growth: revenue.growth, costRatio: costRatio)
    self.asOf = asOf
    base = revenue.base
    usdRate = revenue.usdRate
    growth = revenue.growth
    self.isLosing = isLosing
    let (filter, learnt) = Self.filter(
      revenue.observations, firstTrend: firstTrend,
      firstDeviation: isLosing
        ? parameters.firstTrendLosingDeviation : parameters.firstTrendEarningDeviation,
      levelNoise: parameters.levelNoise * regionScale * scale, parameters)
    (state, observations) = (filter.state, learnt)
    today = filter.ahead(to: asOf / 12)
    result = costs?.result
    resultWindow = costs?.window
    self.costRatio = costs?.today(accounts, revenue: revenue, state: state)
    gap = costs == nil ? nil : CashGap(accounts, costRatio: costRatio)
    let cash = CashPosition(accounts)
    func old(_ end: Double?) -> Double? {
      end.map { asOf - $0 }.flatMap { $0 > parameters.tooOldAfter ? $0 : nil }
    }
    self.cash = cash
    if case .balance = cash?.basis { oldBalance = old(cash?.at) }
    oldDebt = cash.flatMap { $0.debt > 0 ? old($0.debtAt) : nil }
    oldResult = old(costs.map(\.window.end))
    worth =
      ["market_capitalisation", "valuation"].flatMap { accounts.rows($0) }
      .newest(parameters.reporting)?.inUSD
    age = Self.age(of: base, observations, asOf: asOf, parameters)
  }

  private static func filter(
    _ observations: [RevenueObservation], firstTrend: Double, firstDeviation: Double,
    levelNoise: Double, _ parameters: NowcastParameters
  ) -> (TrendFilter, [RevenueObservation]) {
    var filter = TrendFilter(
      first: observations[0].seen, trend: firstTrend, trendDeviation: firstDeviation,
      laws: TrendLaws(
        damping: parameters.trendDamping, longRun: parameters.longRunGrowth,
        levelNoise: levelNoise, trendNoise: parameters.trendNoise * levelNoise))
    var learnt = observations
    for index in observations.indices {
      if index > 0 {
        let moved = filter.learn(observations[index].seen)
        (learnt[index].movedLevel, learnt[index].movedTrend) = moved
      }
      learnt[index].level = filter.state.level
      learnt[index].levelVariance = filter.state.levelVariance
    }
    return (filter, learnt)
  }

  /// A base is too old only where nothing younger, no part-year and no run rate, is known.
  private static func age(
    of base: Window?, _ observations: [RevenueObservation], asOf: Double,
    _ parameters: NowcastParameters
  ) -> Age {
    let newest = observations.map { $0.kind == .window ? 0 : 12 * $0.time }.max() ?? 0
    let youngest = max(base?.end ?? 0, newest)
    if asOf - youngest > parameters.tooOldAfter { return .tooOld(months: asOf - youngest) }
    let months = asOf - (base?.end ?? youngest)
    return months > parameters.staleAfter ? .stale(months: months) : .fresh
  }
}
