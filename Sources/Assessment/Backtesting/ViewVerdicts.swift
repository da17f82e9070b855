internal import Backtest
internal import RunRecord
internal import Simulation

/// Finds which of the views forecast best, from the same forecasts in all of them.
enum ViewVerdicts {
  /// Scores that differ by less are told as alike.
  private static let alike = 0.0005

  /// A verdict on each quantity that has forecasts, over all years ahead together.
  static func verdicts(_ forecasts: [BacktestForecast]) -> [BacktestVerdict] {
    BacktestQuantity.allCases.compactMap { quantity in
      verdict(quantity, forecasts.filter { $0.quantity == quantity })
    }
  }

  private static func verdict(
    _ quantity: BacktestQuantity, _ forecasts: [BacktestForecast]
  ) -> BacktestVerdict? {
    let views = Dictionary(grouping: forecasts, by: \.view)
    guard let outside = views[.outside], let paths = views[.paths], let inside = views[.inside],
      outside.count == paths.count, outside.count == inside.count
    else { return nil }
    let means = BacktestView.allCases.map { view in (view, mean((views[view] ?? []).map(\.crps))) }
    // Of views that score alike the first: what adds nothing hasn't earned its place.
    guard var best = means.first else { return nil }
    for next in means where next.1 < best.1 - alike { best = next }
    let rival: BacktestView = best.0 == .outside ? .paths : .outside
    let pairs = zip(views[rival] ?? [], views[best.0] ?? [])
    let gains = pairs.map { (company: $0.company, gain: $0.crps - $1.crps) }
    let gain = mean(gains.map(\.gain))
    let companies = Set(gains.map(\.company)).count
    let half = halfWidth(gains, mean: gain)
    let isEnough =
      gains.count >= ForecastSummary.leastForecasts && companies >= ForecastSummary.leastCompanies
    let evidence: BacktestVerdict.Evidence =
      if !isEnough {
        .tooFew
      } else if let half, gain - half > 0 {
        .established
      } else {
        .withinChance
      }
    return BacktestVerdict(
      quantity: quantity, count: gains.count, companies: companies,
      outside: mean(outside.map(\.crps)), paths: mean(paths.map(\.crps)),
      inside: mean(inside.map(\.crps)), best: best.0, rival: rival,
      gain: gain, gainLow: half.map { gain - $0 }, gainHigh: half.map { gain + $0 },
      isAlike: abs(gain) < alike, evidence: evidence)
  }

  /// Half the width of the 95 % interval of a mean whose errors go together within a company; nil
  /// for one company.
  ///
  /// The variance is that of the companies' sums with C/(C - 1), the tail that of Student's t with
  /// C - 1 degrees of freedom (Liang and Zeger, Longitudinal data analysis using generalized linear
  /// models, Biometrika 73, 1986).
  private static func halfWidth(
    _ gains: [(company: String, gain: Double)], mean: Double
  ) -> Double? {
    let groups = Dictionary(grouping: gains, by: \.company)
    let companies = Double(groups.count)
    guard groups.count > 1, let tail = try? Distribution.studentT(degrees: companies - 1) else {
      return nil
    }
    let sum = groups.keys.sorted().reduce(0.0) { sum, company in
      let excess = (groups[company] ?? []).reduce(0) { $0 + $1.gain - mean }
      return sum + excess * excess
    }
    let variance = sum * companies / (companies - 1)
    return tail.quantile(0.975) * variance.squareRoot() / Double(gains.count)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
