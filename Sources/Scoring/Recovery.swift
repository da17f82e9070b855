package import Simulation

/// What comes back over what goes out, in every draw (Method 2.2).
package struct Recovery: Sendable {
  /// W = 100 B / (B + K), in 0...100; NaN in draws that are not applicable or flagged.
  package var draws: [Double]
  /// The same with a value beyond the horizon added to B; NaN likewise.
  package var beyond: [Double]
  /// The discounted payback year, counted from the as-of year: infinite when it isn't reached
  /// by the horizon, NaN where `draws` is.
  package var payback: [Double]
  /// Draws in which nothing goes in and nothing comes out.
  package var notApplicable: Int
  /// Draws in which a flow isn't a number, or an investment is negative.
  package var flagged: Int

  /// Returns true if the path means nothing to this company: no flow in more than a share of the
  /// draws.
  package func isNotApplicable(above share: Double = 0.5) -> Bool {
    Double(notApplicable) > share * Double(draws.count)
  }

  /// Recovery of a path's flows.
  ///
  /// B = Σ d_t CM_t⁺ and K = Σ d_t (CM_t⁻ + I_t), so that W >= 50 says that the discounted flows
  /// add up to zero or more. Beyond the horizon B gains d_H m (CM_H - I_H)⁺. Payback is the first
  /// year from which on the discounted balance is never negative again up to the horizon.
  ///
  /// - Parameters:
  ///   - contribution: CM by year and draw.
  ///   - investment: I by year and draw, not negative.
  ///   - discounting: Factors of at least as many years.
  ///   - multiple: m, the value beyond the horizon in years of the last year's flow, one a draw;
  ///     nil for none.
  package init(
    contribution: YearlyDraws, investment: YearlyDraws, discounting: Discounting,
    multiple: [Double]?
  ) {
    let count = contribution.draws
    let years = contribution.years
    precondition(investment.draws == count && investment.years == years)
    precondition(discounting.factors.count >= years)
    precondition(multiple.map { $0.count == count } ?? true)
    draws = Array(repeating: .nan, count: count)
    beyond = draws
    payback = draws
    notApplicable = 0
    flagged = 0
    let (contributions, investments) = (contribution.values, investment.values)
    for draw in 0..<count {
      var back = 0.0
      var outlay = 0.0
      var balance = 0.0
      var paidSince: Int?
      var isValid = true
      var last = 0.0
      for year in 0..<years {
        let factor = discounting.factors[year]
        let contributed = contributions[year * count + draw]
        let invested = investments[year * count + draw]
        isValid = isValid && contributed.isFinite && invested.isFinite && invested >= 0
        back += factor * (contributed > 0 ? contributed : 0)
        outlay += factor * ((contributed < 0 ? -contributed : 0) + invested)
        last = contributed - invested
        balance += factor * last
        if balance < 0 {
          paidSince = nil
        } else if paidSince == nil {
          paidSince = year
        }
      }
      guard isValid, (back + outlay).isFinite else {
        flagged += 1
        continue
      }
      guard back + outlay > 0 else {
        notApplicable += 1
        continue
      }
      draws[draw] = 100 * back / (back + outlay)
      let tail = discounting.factors[years - 1] * (multiple?[draw] ?? 0) * max(last, 0)
      beyond[draw] = 100 * (back + tail) / (back + tail + outlay)
      payback[draw] = paidSince.map(Double.init) ?? .infinity
    }
  }

  /// The payback year of the median draw, counted from the as-of year, or nil when the median
  /// draw doesn't pay back by the horizon (or no draw counts).
  package var medianPayback: Int? {
    var known = 0
    var paidIn: [Int: Int] = [:]
    for year in payback where !year.isNaN {
      known += 1
      if year.isFinite { paidIn[Int(year), default: 0] += 1 }
    }
    guard known > 0 else { return nil }
    var paid = 0
    for year in paidIn.keys.sorted() {
      paid += paidIn[year] ?? 0
      if paid > known / 2 { return year }
    }
    return nil
  }
}
