/// Cash that is known from long before the as-of day, rolled forward to it (METHODOLOGY 4.1).
package struct OldCash: Sendable {
  /// Cash on the as-of day.
  package var draws: [Double]
  /// The share of draws at the floor of half a year's burn.
  package var floorShare: Double
  /// Whether the cash was old enough to be rolled.
  package var isRolled: Bool

  /// cash + flow × age for cash over half a year old; younger cash stays as it is.
  ///
  /// Where the flow is negative the result is at least half a year of burn: the company still
  /// operates, so it found money.
  ///
  /// - Parameters:
  ///   - cash: As reported.
  ///   - flow: Yearly cash flow from operations (else the operating result) less capital
  ///     expenditure.
  ///   - age: Years from the day of the cash to the as-of day.
  package init(cash: [Double], flow: [Double], age: Double) {
    precondition(cash.count == flow.count)
    isRolled = age > 0.5
    draws = cash
    floorShare = 0
    guard isRolled, !cash.isEmpty else { return }
    var floored = 0
    for draw in cash.indices {
      var rolled = cash[draw] + flow[draw] * age
      if flow[draw] < 0, rolled < -0.5 * flow[draw] {
        rolled = -0.5 * flow[draw]
        floored += 1
      }
      draws[draw] = rolled
    }
    floorShare = Double(floored) / Double(cash.count)
  }
}
