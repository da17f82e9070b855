package import Simulation

/// What a path's flows are worth today, in every draw (Method 2.2).
package struct NetPresentValue: Sendable {
  /// Σ d_t (CM_t - I_t) to the horizon; NaN where a flow isn't a number or an investment is
  /// negative.
  package var draws: [Double]
  /// The same with d_H m (CM_H - I_H)⁺ beyond the horizon; NaN likewise.
  package var beyond: [Double]

  /// The value of a path's flows.
  ///
  /// - Parameters:
  ///   - contribution: CM by year and draw.
  ///   - investment: I by year and draw, not negative.
  ///   - discounting: Factors of at least as many years.
  ///   - multiple: m, the value beyond the horizon in years of the last year's flow, one a draw.
  package init(
    contribution: YearlyDraws, investment: YearlyDraws, discounting: Discounting,
    multiple: [Double]
  ) {
    let count = contribution.draws
    let years = contribution.years
    precondition(investment.draws == count && investment.years == years)
    precondition(discounting.factors.count >= years && multiple.count == count)
    draws = Array(repeating: .nan, count: count)
    beyond = draws
    for draw in 0..<count {
      var sum = 0.0
      var last = 0.0
      var isValid = true
      for year in 0..<years {
        let invested = investment.values[year * count + draw]
        last = contribution.values[year * count + draw] - invested
        sum += discounting.factors[year] * last
        isValid = isValid && invested >= 0
      }
      guard isValid, sum.isFinite else { continue }
      draws[draw] = sum
      beyond[draw] = sum + discounting.factors[years - 1] * multiple[draw] * max(last, 0)
    }
  }
}
