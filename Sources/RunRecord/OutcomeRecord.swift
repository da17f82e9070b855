/// What becomes of a company by the horizon, or why that can't be said.
///
/// In JSON the object of `Outcome`, or `{"unknown": reason, …}` with what facts alone say.
public struct OutcomeRecord: Hashable, Sendable, Codable {
  /// Why there is no simulated outcome; nil when there is one.
  public var unknown: String?
  /// The facts that are missing, by metric.
  public var missing: [String]
  /// A finding from facts alone: the last two reported years at or above zero.
  public var alreadyBrokeEven: Bool
  /// The sentence behind `alreadyBrokeEven`.
  public var alreadyBrokeEvenBecause: String?
  /// The four states by the model alone.
  public var states: StateProbabilities?
  /// The four states pulled towards the base rate of the reference class.
  public var statesWithBaseRate: StateProbabilities?
  /// P(broke even by the end of the year, before any cash-out), by year, unit `1`.
  public var breakEvenBy: [String: Quantity]
  /// The median break-even year, or why there is none.
  public var medianBreakEvenYear: Quantity
  /// P(break-even counts on the horizon year alone), unit `1`.
  public var provisional: Quantity
  /// P(broke even, then ran dry), unit `1`.
  public var brokeEvenThenRanDry: Quantity
  /// Months until the money runs out.
  public var runwayMonths: RunwayRecord?
  /// Cash at year ends, `CNY`, with rounds; `"start"` is the as-of day.
  public var cash: [String: Estimate]
  /// P(still operating at the end of the year), by year, unit `1`.
  public var operatingBy: [String: Quantity]
  /// Operating result year by year, `CNY/year`.
  public var operatingResult: [String: Estimate]
  /// 100 P/(P+C) at the horizon, points; 50 means the operating result is zero.
  public var headroom: Quantity
  /// Runway on a scale of 0...100, points.
  public var cashCover: Quantity
  /// What the paths carry, points.
  public var pathSupport: Quantity
  /// How little it hangs on one source of contribution, points.
  public var independence: Quantity
  /// The share of the cost base that nothing covers, points.
  public var gap: Quantity
  /// The share that the existing business covers, points.
  public var other: Quantity
  /// The inputs of the company model: what each figure rests on.
  public var inputs: [InputRecord]
  /// What drives P(break-even first), largest first.
  public var drivers: [DriverRecord]
  /// P(break-even first) in the lowest and highest tenth of the most influential input that
  /// research can settle.
  public var assumptionBand: AssumptionBand?
  /// What would have to be true for P(break-even first) of a half, one lever at a time.
  public var wouldHaveToBelieve: [BeliefRecord]
  /// Which share of draws needed a floor, rolled-forward cash and the like, a sentence each.
  public var notes: [String]

  /// Makes an unknown outcome.
  public init(unknown reason: String, missing: [String]) {
    let none = Quantity.unknown(reason)
    unknown = reason
    self.missing = missing
    alreadyBrokeEven = false
    alreadyBrokeEvenBecause = nil
    states = nil
    statesWithBaseRate = nil
    breakEvenBy = [:]
    medianBreakEvenYear = none
    provisional = none
    brokeEvenThenRanDry = none
    runwayMonths = nil
    cash = [:]
    operatingBy = [:]
    operatingResult = [:]
    headroom = none
    cashCover = none
    pathSupport = none
    independence = none
    gap = none
    other = none
    inputs = []
    drivers = []
    assumptionBand = nil
    wouldHaveToBelieve = []
    notes = []
  }
}

/// The four states at the horizon; their values sum to 1.
public struct StateProbabilities: Hashable, Sendable, Codable {
  /// Broke even before the money ran out.
  public var brokeEven: Estimate
  /// Neither broke even nor ran out.
  public var stillLosing: Estimate
  /// Sold when the money ran out.
  public var sold: Estimate
  /// Ran out of money.
  public var cashedOut: Estimate

  /// Makes the four states.
  public init(brokeEven: Estimate, stillLosing: Estimate, sold: Estimate, cashedOut: Estimate) {
    self.brokeEven = brokeEven
    self.stillLosing = stillLosing
    self.sold = sold
    self.cashedOut = cashedOut
  }
}

/// Three readings of the runway.
public struct RunwayRecord: Hashable, Sendable, Codable {
  /// Cash over burn of the latest twelve months.
  public var `static`: Quantity
  /// Simulated, with no new money.
  public var alone: Quantity
  /// Simulated, with financing rounds.
  public var withRounds: Quantity
  /// The number of months to the horizon: longer runways are printed as `>N`.
  public var censoredAt: Double
  /// The share of draws in which the company lives on its own money, unit `1`.
  public var selfFunding: Quantity

  /// Makes a runway.
  public init(
    static: Quantity, alone: Quantity, withRounds: Quantity, censoredAt: Double,
    selfFunding: Quantity
  ) {
    self.static = `static`
    self.alone = alone
    self.withRounds = withRounds
    self.censoredAt = censoredAt
    self.selfFunding = selfFunding
  }
}

/// P(break-even first) over the range of one input.
public struct AssumptionBand: Hashable, Sendable, Codable {
  /// The input's name.
  public var input: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// The probability in its lowest tenth.
  public var low: Double
  /// The probability in its highest tenth.
  public var high: Double

  /// Makes a band.
  public init(input: String, title: LocalizedText?, low: Double, high: Double) {
    self.input = input
    self.title = title
    self.low = low
    self.high = high
  }
}

/// What one input would have to be for a target to hold.
public struct BeliefRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var input: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: String
  /// `at least` or `at most`; nil when no value of this input alone reaches the target.
  public var direction: String?
  /// The value needed.
  public var needed: Double?
  /// The percentile of `needed` in the input's own distribution, 0...100.
  public var percentile: Double?
  /// The best probability that this input alone reaches.
  public var best: Double

  /// Makes a belief.
  public init(
    input: String, title: LocalizedText?, unit: String, direction: String?, needed: Double?,
    percentile: Double?, best: Double
  ) {
    self.input = input
    self.title = title
    self.unit = unit
    self.direction = direction
    self.needed = needed
    self.percentile = percentile
    self.best = best
  }
}

/// The order of the companies whose outcome is known.
public struct RankingRecord: Hashable, Sendable, Codable {
  /// Best first, by mean utility.
  public var order: [RankedCompany]
  /// P(A beats B), by A's id, then B's.
  public var prefers: [String: [String: Double]]
  /// The criteria in order of importance, with their mean weights.
  public var weights: [String: Double]
  /// The share of the ranks' instability that comes from weights, 0...1; nil below two companies.
  public var instabilityFromWeights: Double?
  /// Companies that are not ranked, with the reason.
  public var unranked: [String: String]

  /// Makes a ranking.
  public init(
    order: [RankedCompany], prefers: [String: [String: Double]], weights: [String: Double],
    instabilityFromWeights: Double?, unranked: [String: String]
  ) {
    self.order = order
    self.prefers = prefers
    self.weights = weights
    self.instabilityFromWeights = instabilityFromWeights
    self.unranked = unranked
  }
}

/// A company's place in the order.
public struct RankedCompany: Hashable, Sendable, Codable {
  /// The company's id.
  public var id: String
  /// `A`, `B`, …: companies of a tier can't be told apart.
  public var tier: String
  /// The sign to the company above: `>>`, `>` or `~`; nil for the first.
  public var sign: String?
  /// Mean utility, points 0...100.
  public var meanUtility: Quantity
  /// Expected rank and its interval, unit `rank`.
  public var rank: Quantity
  /// The share of draws at each rank, best first.
  public var rankShares: [Double]
  /// The mean weights among draws in which it leads, by criterion; nil below fifty draws.
  public var centralWeights: [String: Double]?
  /// The share of draws in which it leads at its central weights.
  public var confidenceFactor: Double?

  /// Makes a place.
  public init(
    id: String, tier: String, sign: String?, meanUtility: Quantity, rank: Quantity,
    rankShares: [Double], centralWeights: [String: Double]?, confidenceFactor: Double?
  ) {
    self.id = id
    self.tier = tier
    self.sign = sign
    self.meanUtility = meanUtility
    self.rank = rank
    self.rankShares = rankShares
    self.centralWeights = centralWeights
    self.confidenceFactor = confidenceFactor
  }
}
