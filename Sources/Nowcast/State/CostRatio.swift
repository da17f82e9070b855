import Simulation

/// k = ln(cost/revenue), where cost is revenue less the operating result: the margin is 1 - e^k.
package struct CostRatio: Hashable, Sendable {
  /// The lowest k today that the results leave.
  package var low: Double
  /// The highest.
  package var high: Double
  /// The standard deviation that carrying it to today adds to both.
  package var deviation: Double
  /// The lowest k of the period that it was reported for.
  package var reportedLow: Double
  /// The highest.
  package var reportedHigh: Double
  /// The middle of that period, in years.
  package var reportedAt: Double
  /// The metrics that it was taken from.
  package var metrics: [String]

  /// The middle of the range today.
  package var middle: Double { (low + high) / 2 }
}

/// The evidence of the accounts on costs: k of the base, and k today.
struct CostEvidence {
  /// The newest twelve months that have a result.
  let window: Window
  /// The result of that window.
  let result: ReportedResult
  /// k of that window, from low to high.
  let range: ClosedRange<Double>

  /// Nil where nothing is known of results.
  init?(_ accounts: Accounts) {
    for window in accounts.revenueWindows.reversed() {
      guard let result = accounts.results(endingAt: window.end) else { continue }
      self.window = window
      self.result = result
      range = Self.range(result, revenue: window.amount)
      return
    }
    return nil
  }

  /// True if the base loses money.
  var isLosing: Bool { result.low + result.high < 0 }

  /// k at today's level of revenue.
  ///
  /// Costs follow revenue from their period to today by the panel's law: of growth that was to be
  /// expected almost all, of more the less the more costs exceed revenue. Nobody is taken to have
  /// turned profitable unseen.
  func today(
    _ accounts: Accounts, revenue: RevenueEvidence, state: TrendState
  ) -> CostRatio {
    let (parameters, laws) = (accounts.parameters, accounts.parameters.laws)
    let newest = newest(accounts, revenue)
    let years = max(state.time - newest.time, 0)
    let growth = state.level - Elementary.log(newest.yearlyRevenue * revenue.usdRate)
    let overhang = clip((newest.range.lowerBound + newest.range.upperBound) / 2, 0, 1.5)
    let slope =
      parameters.expectedGrowthSlope + (isLosing ? parameters.expectedGrowthSlopeLosing : 0)
    let expected = (parameters.expectedGrowth + slope * clip(revenue.growth, 0, 0.5)) * years
    let surprise = growth - expected
    let followed = surprise > 0 ? laws.costRise : laws.costFall
    let cost =
      laws.costConstant * years + laws.costExpected * expected + followed * surprise
      + laws.costOverhang * overhang * years + laws.costSurpriseOverhang * surprise * overhang
    func carried(_ k: Double) -> Double {
      k <= 0 ? k + cost - growth : max(0, k + cost - growth)
    }
    let noise = Elementary.exp(
      laws.costNoise.overhang * overhang + laws.costNoise.growth * min(growth.magnitude, 1))
    return CostRatio(
      low: carried(newest.range.lowerBound), high: carried(newest.range.upperBound),
      deviation: parameters.carriedNoise * laws.costNoise.scale * noise
        * (years > 0 ? Elementary.pow(years, laws.partialYearPower) : 0),
      reportedLow: newest.range.lowerBound, reportedHigh: newest.range.upperBound,
      reportedAt: newest.time, metrics: newest.metrics)
  }

  private struct Newest {
    var range: ClosedRange<Double>
    var yearlyRevenue: Double
    var time: Double
    var metrics: [String]
  }

  /// The base, or of a company that grows fast its newest part-year that has a result; of those
  /// that end together the longest, in which there is less of the season.
  private func newest(_ accounts: Accounts, _ revenue: RevenueEvidence) -> Newest {
    if revenue.growth.magnitude > accounts.parameters.fastGrowth {
      let longestFirst = revenue.parts.sorted {
        $0.end != $1.end ? $0.end > $1.end : $0.length > $1.length
      }
      for part in longestFirst {
        guard let result = Self.result(of: part, accounts) else { continue }
        return Newest(
          range: Self.range(result, revenue: part.value),
          yearlyRevenue: part.value * 12 / Double(part.length),
          time: (part.start + part.end) / 24, metrics: result.metrics)
      }
    }
    return Newest(
      range: range, yearlyRevenue: window.amount, time: window.end / 12 - 0.5,
      metrics: result.metrics)
  }

  private static func result(
    of part: ReportedAmount, _ accounts: Accounts
  ) -> ReportedResult? {
    for rank in Accounts.resultRanks {
      let found = rank.flatMap { accounts.rows($0) }.filter {
        abs($0.start - part.start) < 0.1 && abs($0.end - part.end) < 0.1
      }
      let metrics = rank.filter { metric in found.contains { $0.metric == metric } }
      if let result = ReportedResult(metrics, found.map(\.value)) { return result }
    }
    return nil
  }

  /// Revenue less a result that exceeds it leaves no cost: a twentieth is the least.
  private static func range(_ result: ReportedResult, revenue: Double) -> ClosedRange<Double> {
    let least = Elementary.log(max(1 - result.high / revenue, 0.05))
    return least...Elementary.log(max(1 - result.low / revenue, 0.05))
  }
}
