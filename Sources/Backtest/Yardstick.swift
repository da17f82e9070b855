package import Nowcast

/// The measure that a company's forecast results are held against: the same metrics, over the cost
/// that was last known.
package struct Yardstick: Sendable {
  /// A scored forecast of a result, with the chance that was told of its sign.
  package struct Scored: Hashable, Sendable {
    /// The forecast with its scores.
    package var forecast: Forecast
    /// The probability told that the result isn't below zero, and whether it was.
    package var sign: ProbabilityScore.Forecast
  }

  /// The company's id.
  package let company: String
  /// The end of the base window, in months since the year 0.
  package let baseEnd: Double
  private let result: ReportedResult
  private let cost: Double
  private let usdRate: Double
  private let seen: SeenAmounts

  init(
    company: String, nowcast: Nowcast, base: Window, result: ReportedResult, cost: Double,
    seen: SeenAmounts
  ) {
    self.company = company
    baseEnd = base.end
    self.result = result
    self.cost = cost
    usdRate = nowcast.usdRate
    self.seen = seen
  }

  /// The measure of a company's state; nil where it has no base or no result.
  ///
  /// - Parameters:
  ///   - company: The company's id.
  ///   - nowcast: Its state on the day.
  ///   - rows: All that was ever reported of it, in the currency of the state.
  ///   - parameters: The numbers that windows are found with.
  package init?(
    company: String, nowcast: Nowcast, rows: [ReportedAmount], parameters: NowcastParameters
  ) {
    guard let base = nowcast.base, let result = nowcast.result, let window = nowcast.resultWindow
    else { return nil }
    self.init(
      company: company, nowcast: nowcast, base: base, result: result,
      cost: window.amount - result.mean, seen: SeenAmounts(rows, parameters))
  }

  /// Scores a forecast result of twelve months; nil where none like the base's was seen.
  ///
  /// - Parameters:
  ///   - draws: The operating result in US dollars.
  ///   - end: The end of the twelve months, in months since the year 0.
  /// - Returns: The forecast with its scores.
  package func result(_ draws: [Double], endingAt end: Double) -> Scored? {
    guard let amount = seen.result(like: result, endingAt: end) else { return nil }
    let unit = cost * usdRate
    let scaled = draws.map { $0 / unit }
    let positive = Double(scaled.count { $0 >= 0 }) / Double(scaled.count)
    return Scored(
      forecast: Forecast(
        company: company, draws: scaled, seen: amount / cost, last: result.mean / cost),
      sign: ProbabilityScore.Forecast(probability: positive, happened: amount >= 0))
  }
}
