/// Cash that is known from long before the as-of day, rolled forward to it (Method 4.1).
package struct OldCash: Sendable {
  /// Cash on the as-of day.
  package var draws: [Double]
  /// The share of draws at the floor.
  package var floorShare: Double
  /// True if the cash was old enough to be rolled.
  package var isRolled: Bool

  /// cash + flow × age for cash older than the limit; younger cash stays as it is.
  ///
  /// Where the flow is negative the result is at least the burn of the limit's time: the company still
  /// operates, so it found money.
  ///
  /// - Parameters:
  ///   - cash: As reported.
  ///   - flow: Yearly cash flow from operations (else the operating result) less capital
  ///     expenditure.
  ///   - age: Years from the day of the cash to the as-of day.
  ///   - limit: Years, half a year as a rule.
  package init(cash: [Double], flow: [Double], age: Double, limit: Double = 0.5) {
    precondition(cash.count == flow.count)
    isRolled = age > limit
    draws = cash
    floorShare = 0
    guard isRolled, !cash.isEmpty else { return }
    var floored = 0
    for draw in cash.indices {
      var rolled = cash[draw] + flow[draw] * age
      if flow[draw] < 0, rolled < -limit * flow[draw] {
        rolled = -limit * flow[draw]
        floored += 1
      }
      draws[draw] = rolled
    }
    floorShare = Double(floored) / Double(cash.count)
  }
}
