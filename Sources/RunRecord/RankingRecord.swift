/// The order of the companies at risk whose outcome is known.
public struct RankingRecord: Hashable, Sendable, Codable {
  /// Best first, by mean utility.
  public var order: [RankedCompany]
  /// P(A beats B), by A's id, then B's: of every two, or where more than 100 companies are ranked, of
  /// neighbours in the order alone.
  public var prefers: [String: [String: Double]]
  /// The criteria in order of importance, with their mean weights.
  public var weights: [String: Double]
  /// The share of the ranks' instability that comes from weights, 0...1; nil below two companies.
  public var instabilityFromWeights: Double?
  /// Companies that are not ranked, with the reason, by id.
  public var unranked: [String: Reason]

  /// Makes a ranking.
  public init(
    order: [RankedCompany], prefers: [String: [String: Double]], weights: [String: Double],
    instabilityFromWeights: Double?, unranked: [String: Reason]
  ) {
    self.order = order
    self.prefers = prefers
    self.weights = weights
    self.instabilityFromWeights = instabilityFromWeights
    self.unranked = unranked
  }

  /// True if every two companies were held against each other.
  public var holdsAllPairs: Bool {
    order.allSatisfy { prefers[$0.id, default: [:]].count >= order.count - 1 }
  }
}

/// A company's place in the order.
public struct RankedCompany: Hashable, Sendable, Codable {
  /// The company's id.
  public var id: String
  /// `A`, `B`, …: companies of a tier can't be told apart.
  public var tier: String
  /// The sign to the company above; nil for the first.
  public var sign: RankSign?
  /// Mean utility, points 0...100.
  public var meanUtility: Quantity
  /// The mean of each criterion's part of the utility, points, by criterion: they add up to its
  /// mean; nil in runs that were made before it was recorded.
  public var utilityByCriterion: [String: Double]?
  /// Expected rank and its interval, unit `rank`.
  public var rank: Quantity
  /// The share of draws at each rank, best first; of the first 100 ranks at most.
  public var rankShares: [Double]
  /// The mean weights among draws in which it leads, by criterion; nil below fifty draws.
  public var centralWeights: [String: Double]?
  /// The share of draws in which it leads at its central weights.
  public var confidenceFactor: Double?

  /// Makes a place.
  public init(
    id: String, tier: String, sign: RankSign?, meanUtility: Quantity,
    utilityByCriterion: [String: Double]? = nil, rank: Quantity,
    rankShares: [Double], centralWeights: [String: Double]?, confidenceFactor: Double?
  ) {
    self.id = id
    self.tier = tier
    self.sign = sign
    self.meanUtility = meanUtility
    self.utilityByCriterion = utilityByCriterion
    self.rank = rank
    self.rankShares = rankShares
    self.centralWeights = centralWeights
    self.confidenceFactor = confidenceFactor
  }
}
