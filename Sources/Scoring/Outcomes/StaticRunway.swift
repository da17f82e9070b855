internal import Simulation

/// How long cash lasts at the latest burn, before anything changes (Method 4.4).
package struct StaticRunway: Sendable {
  /// 12 cash / burn in the draws that burn, months; NaN in the others.
  package var months: [Double]
  /// The draws that live on their own money (burn of 0 or less), of those known.
  package var selfFunding: EventProbability
  /// Draws in which a value isn't a number.
  package var flagged: Int

  /// Burn = -(cash flow from operations - capital expenditure), else -OP.
  ///
  /// - Parameters:
  ///   - cash: Cash on the as-of day.
  ///   - operatingCashFlow: Of the latest twelve months; nil where unknown.
  ///   - capitalExpenditure: Likewise; nil counts as 0 beside a known cash flow.
  ///   - operatingResult: Used where there is no cash flow.
  package init(
    cash: [Double], operatingCashFlow: [Double]?, capitalExpenditure: [Double]?,
    operatingResult: [Double]
  ) {
    months = Array(repeating: .nan, count: cash.count)
    flagged = 0
    var living = 0
    var known = 0
    for draw in cash.indices {
      let flow =
        operatingCashFlow.map { $0[draw] - (capitalExpenditure?[draw] ?? 0) }
        ?? operatingResult[draw]
      guard flow.isFinite, cash[draw].isFinite else {
        flagged += 1
        continue
      }
      known += 1
      if flow >= 0 {
        living += 1
      } else {
        months[draw] = 12 * max(cash[draw], 0) / -flow
      }
    }
    selfFunding = EventProbability(events: living, draws: known)
  }
}
