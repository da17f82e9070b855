/// What sets two companies apart: the difference of their odds and of their headroom, split among the
/// parts in which they differ (Method 9.3).
///
/// Both are on the same draws and the same chance, so that the difference is of their parts alone; the
/// shares add up to it.
public struct CompanyDifference: Hashable, Sendable, Codable {
  /// The id of the company that is told first.
  public var first: String
  /// The id of the other.
  public var second: String
  /// The number of draws.
  public var draws: Int
  /// P(break-even first) of the first less that of the second, a fraction; nil where one of them has
  /// no odds.
  public var odds: Double?
  /// The error of that difference that the number of draws leaves.
  public var oddsError: Double?
  /// The mean headroom of the first less that of the second, points; nil where one has no outcome.
  public var headroom: Double?
  /// The companies without odds, with the reason, by id.
  public var reasons: [String: Reason]
  /// The parts, the largest share of the odds first.
  public var parts: [DifferencePart]

  /// Makes a difference from its parts.
  public init(
    first: String, second: String, draws: Int, odds: Double? = nil, oddsError: Double? = nil,
    headroom: Double? = nil, reasons: [String: Reason] = [:], parts: [DifferencePart] = []
  ) {
    self.first = first
    self.second = second
    self.draws = draws
    self.odds = odds
    self.oddsError = oddsError
    self.headroom = headroom
    self.reasons = reasons
    self.parts = parts
  }
}

/// A part in which two companies differ, with its share in their difference.
public struct DifferencePart: Hashable, Sendable, Codable {
  /// The part.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Revenue today.
    case size
    /// Trend and growth of revenue.
    case growth
    /// Cost over revenue.
    case costs
    /// Cash flow beyond the operating result, over cost.
    case gap
    /// Cash, rounds and backing, over revenue.
    case money
    /// The region, by which the laws are wider or narrower.
    case region
    /// One path's line.
    case path
    /// The lines of the paths that bring least, together.
    case paths
    /// What was set for one company alone.
    case settings
  }

  /// The part.
  public var kind: Kind
  /// The path's id, of one path; several ids, of several.
  public var paths: [String]
  /// Its share in the difference of odds, a fraction; nil without odds.
  public var odds: Double?
  /// The error of the share that the number of draws leaves.
  public var oddsError: Double?
  /// Its share in the difference of headroom, points.
  public var headroom: Double?
  /// What the part is of the first company, where one number says it.
  public var first: Estimate?
  /// What it is of the second.
  public var second: Estimate?

  /// Makes a part.
  public init(
    kind: Kind, paths: [String] = [], odds: Double? = nil, oddsError: Double? = nil,
    headroom: Double? = nil, first: Estimate? = nil, second: Estimate? = nil
  ) {
    self.kind = kind
    self.paths = paths
    self.odds = odds
    self.oddsError = oddsError
    self.headroom = headroom
    self.first = first
    self.second = second
  }
}
