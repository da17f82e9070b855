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

/// The static runway in closed form: the ratio of two lognormals is lognormal.
package struct LognormalRunway: Hashable, Sendable {
  /// The mean of the logarithm of the months.
  package let location: Double
  /// The standard deviation of the logarithm.
  package let spread: Double

  /// Cash and yearly burn by their 5th and 95th percentiles, independent of each other.
  ///
  /// - Precondition: All are positive, and each range is in order.
  package init(cash: ClosedRange<Double>, burn: ClosedRange<Double>) {
    precondition(cash.lowerBound > 0 && burn.lowerBound > 0)
    let z = 1.6448536269514722
    func parts(_ range: ClosedRange<Double>) -> (location: Double, spread: Double) {
      let low = Elementary.log(range.lowerBound)
      let high = Elementary.log(range.upperBound)
      return ((low + high) / 2, (high - low) / (2 * z))
    }
    let cash = parts(cash)
    let burn = parts(burn)
    location = Elementary.log(12) + cash.location - burn.location
    spread = (cash.spread * cash.spread + burn.spread * burn.spread).squareRoot()
  }

  /// The months below which the runway lies with a probability.
  package func quantile(_ probability: Double) -> Double {
    Elementary.exp(location + spread * Elementary.normalQuantile(probability))
  }

  /// P(runway < months).
  package func probability(below months: Double) -> Double {
    guard months > 0 else { return 0 }
    let distance = Elementary.log(months) - location
    guard spread > 0 else { return distance > 0 ? 1 : 0 }
    return Elementary.normalCDF(distance / spread)
  }
}
