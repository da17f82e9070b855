/// The view whose forecasts of a quantity came nearest, among the same forecasts in three views.
public struct BacktestVerdict: Hashable, Sendable, Codable {
  /// The strength of a difference between views.
  public enum Evidence: String, Hashable, Sendable, Codable, CaseIterable {
    /// There are enough forecasts, and chance alone hardly makes such a difference.
    case established
    /// Chance alone may make it.
    case withinChance = "within_chance"
    /// Fewer than 20 forecasts or 8 companies.
    case tooFew = "too_few"
  }

  /// The quantity.
  public var quantity: BacktestQuantity
  /// The number of forecasts in each view.
  public var count: Int
  /// The number of companies that they are of.
  public var companies: Int
  /// The mean score of the outside view.
  public var outside: Double
  /// The mean score with paths.
  public var paths: Double
  /// The mean score of the inside view.
  public var inside: Double
  /// The view with the lowest mean score; of those that score alike the first.
  public var best: BacktestView
  /// The view that it is held against: the outside view, or that with paths where that is best.
  public var rival: BacktestView
  /// How much lower its mean score is than the rival's.
  public var gain: Double
  /// The 2.5th percentile of that; nil for one company.
  public var gainLow: Double?
  /// The 97.5th percentile; nil for one company.
  public var gainHigh: Double?
  /// True if the two score alike: the difference is rounding.
  public var isAlike: Bool
  /// The strength of the difference.
  public var evidence: Evidence

  /// Makes a verdict.
  public init(
    quantity: BacktestQuantity, count: Int, companies: Int, outside: Double, paths: Double,
    inside: Double, best: BacktestView, rival: BacktestView, gain: Double, gainLow: Double?,
    gainHigh: Double?, isAlike: Bool, evidence: Evidence
  ) {
    self.quantity = quantity
    self.count = count
    self.companies = companies
    self.outside = outside
    self.paths = paths
    self.inside = inside
    self.best = best
    self.rival = rival
    self.gain = gain
    self.gainLow = gainLow
    self.gainHigh = gainHigh
    self.isAlike = isAlike
    self.evidence = evidence
  }
}
