internal import Simulation

/// A company's attempts to raise money (Method 4.2).
enum Financing {
  /// Returns true if the company has to try: cash and the year's flow don't leave twelve months of
  /// burn, or twice the year's uncertainty.
  @inline(__always)
  static func isNeeded(cash: Double, flow: Double, burn: Double, deviation: Double) -> Bool {
    cash + flow < need(burn: burn, deviation: deviation)
  }

  /// The money needed for a year: the burn, or twice the uncertainty if that is more.
  @inline(__always)
  static func need(burn: Double, deviation: Double) -> Double {
    burn > 2 * deviation ? burn : 2 * deviation
  }

  /// The log odds of success: logit(class) + climate and consolidation + penalty (negative)
  /// if the last result was worse than the one before + bonus if it was no loss.
  ///
  /// An unknown result before (NaN) counts as not worse.
  @inline(__always)
  static func logOdds(
    base: Double, market: Double, last: Double, before: Double, penalty: Double, bonus: Double
  ) -> Double {
    var odds = base + market
    if last < before { odds += penalty }
    if last >= 0 { odds += bonus }
    return odds
  }

  /// Returns true if an attempt succeeds.
  @inline(__always)
  static func succeeds(uniform: Double, logOdds: Double) -> Bool {
    uniform < Elementary.logistic(logOdds)
  }

  /// The uniform that stands for a whole year where only a share of it is left.
  ///
  /// Yearly probabilities p are those of a whole year. In a share s of it the probability is
  /// 1 - (1 - p)^s, so the uniform u is compared as 1 - (1 - u)^(1/s).
  static func wholeYear(uniform: Double, share: Double) -> Double {
    guard share < 1 else { return uniform }
    return 1 - Elementary.exp(Elementary.log(1 - uniform) / share)
  }
}
