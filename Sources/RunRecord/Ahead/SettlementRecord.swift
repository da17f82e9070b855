/// What became of forecasts: into which branch each fell, and what is to be said of the companies now.
public struct SettlementRecord: Hashable, Sendable, Codable {
  /// The day as of which the forecasts were made, `YYYY-MM-DD`.
  public var asOf: String
  /// The day up to which figures counted as known.
  public var settledOn: String
  /// The last year of the study.
  public var horizon: Int
  /// The number of draws.
  public var draws: Int
  /// The numbers from which words are said.
  public var judgements: JudgementScale
  /// The companies, in the order of the forecasts.
  public var companies: [CompanySettlement]
  /// How the settled forecasts held, by kind of figure, all together last.
  public var scores: [FigureScore]

  /// Makes a record from its parts.
  public init(
    asOf: String, settledOn: String, horizon: Int, draws: Int, judgements: JudgementScale,
    companies: [CompanySettlement], scores: [FigureScore]
  ) {
    self.asOf = asOf
    self.settledOn = settledOn
    self.horizon = horizon
    self.draws = draws
    self.judgements = judgements
    self.companies = companies
    self.scores = scores
  }
}

/// What became of the forecasts of a company.
public struct CompanySettlement: Hashable, Sendable, Codable {
  /// The ways in which figures may leave odds as they were.
  public enum Refusal: String, Hashable, Sendable, Codable, CaseIterable {
    /// The company has no odds to be moved.
    case noOdds = "no_odds"
    /// Too few draws are near the figures.
    case tooFewDraws = "too_few_draws"
  }

  /// Its id.
  public var id: String
  /// Its names.
  public var names: LocalizedText
  /// Its figures.
  public var figures: [SettledFigure]
  /// What was said of it before; nil without odds.
  public var base: OutcomeShares?
  /// What is said with the figures, by draws that weigh by their nearness; nil where none is settled
  /// or they leave too few draws.
  public var new: OutcomeShares?
  /// The number of draws that would say as much if they weighed alike; nil where none is settled.
  public var effectiveDraws: Double?
  /// The least number from which anything is said.
  public var leastDraws: Double
  /// Why nothing new is said of settled figures.
  public var refusal: Refusal?
  /// A command that takes the figures in and evaluates again.
  public var command: String?

  /// Makes a settlement from its parts.
  public init(
    id: String, names: LocalizedText, figures: [SettledFigure], base: OutcomeShares?,
    new: OutcomeShares?, effectiveDraws: Double?, leastDraws: Double, refusal: Refusal?,
    command: String?
  ) {
    self.id = id
    self.names = names
    self.figures = figures
    self.base = base
    self.new = new
    self.effectiveDraws = effectiveDraws
    self.leastDraws = leastDraws
    self.refusal = refusal
    self.command = command
  }
}

/// A forecast with what was seen.
public struct SettledFigure: Hashable, Sendable, Codable {
  /// The forecast, as it was written down.
  public var forecast: Tripwire
  /// What was seen, in the forecast's unit; nil where nothing is known yet.
  public var seen: Double?
  /// Its standard deviation.
  public var deviation: Double?
  /// The sources of what was seen.
  public var sources: [String]
  /// The branch that it fell into, counted from 0.
  public var branch: Int?
  /// The share of the draws below what was seen; nil where the study no longer foretells the figure.
  public var level: Double?
  /// True if the study as of that day says something else now than was written down.
  public var hasMoved: Bool

  /// Makes one from its parts.
  public init(
    forecast: Tripwire, seen: Double? = nil, deviation: Double? = nil, sources: [String] = [],
    branch: Int? = nil, level: Double? = nil, hasMoved: Bool = false
  ) {
    self.forecast = forecast
    self.seen = seen
    self.deviation = deviation
    self.sources = sources
    self.branch = branch
    self.level = level
    self.hasMoved = hasMoved
  }

  /// True if what was seen lies between the quartiles that were written down; nil if nothing was.
  public var isInside50: Bool? {
    seen.map { $0 >= forecast.forecast.p25 && $0 <= forecast.forecast.p75 }
  }

  /// True if it lies between the 5th and the 95th percentile.
  public var isInside90: Bool? {
    seen.map { $0 >= forecast.forecast.p5 && $0 <= forecast.forecast.p95 }
  }
}

/// How settled forecasts of a kind held.
public struct FigureScore: Hashable, Sendable, Codable {
  /// The kind; nil for all together.
  public var kind: ExpectedFigure.Kind?
  /// The number of settled forecasts.
  public var count: Int
  /// The number of companies that they are of.
  public var companies: Int
  /// The share within the quartiles.
  public var inside50: Double
  /// The share within the 5th and 95th percentile.
  public var inside90: Double
  /// The 95 % interval of the first share.
  public var interval50: [Double]
  /// The 95 % interval of the second.
  public var interval90: [Double]
  /// How many fell into the lowest, a middle and the highest branch.
  public var branches: [Int]

  /// Makes a score from its parts.
  public init(
    kind: ExpectedFigure.Kind?, count: Int, companies: Int, inside50: Double, inside90: Double,
    interval50: [Double], interval90: [Double], branches: [Int]
  ) {
    self.kind = kind
    self.count = count
    self.companies = companies
    self.inside50 = inside50
    self.inside90 = inside90
    self.interval50 = interval50
    self.interval90 = interval90
    self.branches = branches
  }
}
