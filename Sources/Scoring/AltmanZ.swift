/// Altman's Z'' for emerging markets: a cross-check, never part of a score (Method 4.7).
///
/// Altman, Hartzell, Peck 1998. Young companies that lose money almost always read "distress"
/// through retained earnings and EBIT, whatever cash they have.
package struct AltmanZ: Hashable, Sendable {
  /// What the score says.
  package enum Zone: String, Hashable, Sendable {
    /// Above 5.85.
    case safe
    /// 4.35 to 5.85.
    case grey
    /// Below 4.35.
    case distress
  }

  /// 3.25 + 6.56 WC/TA + 3.26 RE/TA + 6.72 EBIT/TA + 1.05 BVE/TL.
  package let score: Double

  /// The score from four ratios.
  ///
  /// - Parameters:
  ///   - workingCapital: Over total assets.
  ///   - retainedEarnings: Over total assets.
  ///   - operatingProfit: Earnings before interest and tax over total assets.
  ///   - equity: Book equity over total liabilities.
  package init(
    workingCapital: Double, retainedEarnings: Double, operatingProfit: Double, equity: Double
  ) {
    score =
      3.25 + 6.56 * workingCapital + 3.26 * retainedEarnings + 6.72 * operatingProfit
      + 1.05 * equity
  }

  /// The zone of the score.
  package var zone: Zone { score > 5.85 ? .safe : score < 4.35 ? .distress : .grey }
}
