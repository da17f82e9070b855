import Simulation

/// The evidence of the accounts on revenue: observations of its rate, in the order of time.
struct RevenueEvidence {
  /// The newest twelve months; nil where none can be built.
  let base: Window?
  /// Log growth a year to the base, or over all observations where there is no year before.
  let growth: Double
  /// Parts of a year that say more than the base, the newest and shortest first; one that has a
  /// result may replace its costs.
  let parts: [ReportedAmount]
  /// The observations in the order of time.
  let observations: [RevenueObservation]
  /// The value of a unit of the accounts' currency in US dollars.
  let usdRate: Double

  /// Nil where nothing is known of revenue.
  init?(_ accounts: Accounts, firstTrend: Double) {
    let runRates = accounts.rows("annualised_revenue")
    guard let rate = (accounts.revenues.last ?? runRates.last)?.usdRate else { return nil }
    usdRate = rate
    base = accounts.revenueWindows.last
    let baseGrowth = base.flatMap { accounts.growth(to: $0) }
    parts = Self.parts(accounts, base: base, growth: baseGrowth)
    let all =
      Self.windows(accounts.revenueWindows, rate)
      + Self.part(parts, accounts.parameters.reporting, rate)
      + Self.runRates(runRates, after: base?.end ?? 0, accounts.parameters.reporting)
    observations = all.sorted {
      ($0.time, $0.logRate, $0.deviation) < ($1.time, $1.logRate, $1.deviation)
    }
    guard let first = observations.first, let last = observations.last else { return nil }
    growth =
      baseGrowth
      ?? (observations.count > 1
        ? (last.logRate - first.logRate) / max(last.time - first.time, 0.25) : firstTrend)
  }

  /// Years back from the newest: each the newest that ends nine months or more before the next.
  private static func windows(_ windows: [Window], _ rate: Double) -> [RevenueObservation] {
    var found: [RevenueObservation] = []
    var next = windows.last
    while let window = next {
      found.append(
        RevenueObservation(
          kind: .window, time: window.end / 12 - 0.5,
          logRate: Elementary.log(window.amount * rate),
          deviation: window.deviation / window.amount, terms: window.terms, length: 1))
      next = windows.last { $0.end <= window.end - 9 }
    }
    return found
  }

  /// Quarters, halves and nine months after the base, and of fast growers those that end with it,
  /// since they are nearer to today than the middle of the base; the newest and shortest first.
  private static func parts(
    _ accounts: Accounts, base: Window?, growth: Double?
  ) -> [ReportedAmount] {
    let end = base?.end ?? 0
    let isFast = (growth ?? 0) > accounts.parameters.fastGrowth
    let reporting = accounts.parameters.reporting
    return accounts.revenues.filter {
      $0.seasonalError(reporting) != nil
        && ($0.end > end + 0.1 || (isFast && $0.end > end - 3.1))
    }.sorted { left, right in
      if left.end != right.end { return left.end > right.end }
      if left.length != right.length { return left.length < right.length }
      return left.isBetter(than: right, reporting)
    }
  }

  private static func part(
    _ parts: [ReportedAmount], _ reporting: ReportingParameters, _ rate: Double
  ) -> [RevenueObservation] {
    guard let part = parts.first, let season = part.seasonalError(reporting) else { return [] }
    let yearly = part.value * rate * 12 / Double(part.length)
    return [
      RevenueObservation(
        kind: .part, time: (part.start + part.end) / 24, logRate: Elementary.log(yearly),
        deviation: hypotenuse(season, part.deviation(reporting) / part.value),
        terms: [Window.Term(part)], length: Double(part.length) / 12)
    ]
  }

  private static func runRates(
    _ rates: [ReportedAmount], after end: Double, _ reporting: ReportingParameters
  ) -> [RevenueObservation] {
    rates.filter { $0.end > end - 1 && $0.value > 0 }.map {
      RevenueObservation(
        kind: .runRate, time: $0.end / 12, logRate: Elementary.log($0.inUSD),
        deviation: hypotenuse(reporting.runRateError, $0.deviation(reporting) / $0.value),
        terms: [Window.Term($0)], length: 0)
    }
  }

  private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }
}

extension Window.Term {
  init(_ amount: ReportedAmount) {
    self.init(
      sign: 1, period: amount.period, source: amount.source, value: amount.value)
  }
}
