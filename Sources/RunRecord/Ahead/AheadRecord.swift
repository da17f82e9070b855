/// What the next disclosures of companies will tell: the figures that they will show, how likely each
/// is, and what would then be said of the company.
public struct AheadRecord: Hashable, Sendable, Codable {
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The number of days looked ahead.
  public var days: Int
  /// The last of them, `YYYY-MM-DD`.
  public var until: String
  /// The last year of the study.
  public var horizon: Int
  /// The number of draws.
  public var draws: Int
  /// Their seed.
  public var seed: UInt64
  /// The method by which they were made.
  public var sampler: DrawSampler
  /// The scenario; nil in the base case.
  public var scenario: String?
  /// A hash of the facts of the study.
  public var factsSha256: String
  /// A hash of its settings.
  public var settingsSha256: String
  /// The numbers from which words are said.
  public var judgements: JudgementScale
  /// The companies: those whose next figures move their odds most first.
  public var companies: [CompanyAhead]

  /// Makes a record from its parts.
  public init(
    asOf: String, days: Int, until: String, horizon: Int, draws: Int, seed: UInt64,
    sampler: DrawSampler, scenario: String?, factsSha256: String, settingsSha256: String,
    judgements: JudgementScale, companies: [CompanyAhead]
  ) {
    self.asOf = asOf
    self.days = days
    self.until = until
    self.horizon = horizon
    self.draws = draws
    self.seed = seed
    self.sampler = sampler
    self.scenario = scenario
    self.factsSha256 = factsSha256
    self.settingsSha256 = settingsSha256
    self.judgements = judgements
    self.companies = companies
  }
}

/// What the next disclosures of one company will tell.
public struct CompanyAhead: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its names.
  public var names: LocalizedText
  /// What becomes of it as things stand; nil where it has no odds.
  public var states: OutcomeShares?
  /// The reason why it has no odds; nil where it has.
  public var reason: Reason?
  /// The figures, those that move the odds most first.
  public var figures: [ExpectedFigure]
  /// The first report due after the window; nil where nobody makes the company report.
  public var next: FreshnessRecord.DueReport?

  /// Makes a record from its parts.
  public init(
    id: String, names: LocalizedText, states: OutcomeShares?, reason: Reason?,
    figures: [ExpectedFigure], next: FreshnessRecord.DueReport?
  ) {
    self.id = id
    self.names = names
    self.states = states
    self.reason = reason
    self.figures = figures
    self.next = next
  }
}

/// A figure that a disclosure will show, as the run's draws have it.
public struct ExpectedFigure: Hashable, Sendable, Codable {
  /// The kinds of figures, in the order of their importance.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Revenue of the period over that of the same months a year before, less 1.
    case revenueGrowth = "revenue_growth"
    /// Revenue of the period, where nobody knows the year before.
    case revenue
    /// The operating result of the period, or what stands in for it.
    case operatingResult = "operating_result"
    /// Cash at the end of the period.
    case cash
    /// Revenue as a yearly rate, told on a day of the window.
    case runRate = "run_rate"
    /// Money raised within the window.
    case moneyRaised = "money_raised"
  }

  /// The kind of the figure.
  public var kind: Kind
  /// The metrics that it is told by; of several their mean.
  public var metrics: [MetricName]
  /// The period, as facts write it: `2026-H1`, `FY2026`, `2026-06-30`, or the days of the window.
  public var period: String
  /// The months of the period; 0 for a balance, and for what has no period.
  public var months: Int
  /// The day by which such a report is usually published, `YYYY-MM-DD`; nil for what has no date.
  public var expectedBy: String?
  /// True if that day is over.
  public var isOverdue: Bool
  /// The unit: `1` for growth, else the currency of the company's accounts.
  public var unit: UnitName
  /// The amount of the same months a year before, in that currency.
  public var before: Double?
  /// The forecast.
  public var forecast: FigureQuantiles
  /// The parts of the draws by the figure, the lowest first; their chances sum to 1.
  public var branches: [FigureBranch]
  /// The values of the figure at which the company changes its group, ascending.
  public var flips: [FigureFlip]
  /// The standard deviation of the odds of breaking even first once the figure is known; nil
  /// without odds.
  public var moves: Double?

  /// Makes a figure from its parts.
  public init(
    kind: Kind, metrics: [MetricName], period: String, months: Int, expectedBy: String?,
    isOverdue: Bool, unit: UnitName, before: Double?, forecast: FigureQuantiles,
    branches: [FigureBranch], flips: [FigureFlip], moves: Double?
  ) {
    self.kind = kind
    self.metrics = metrics
    self.period = period
    self.months = months
    self.expectedBy = expectedBy
    self.isOverdue = isOverdue
    self.unit = unit
    self.before = before
    self.forecast = forecast
    self.branches = branches
    self.flips = flips
    self.moves = moves
  }
}

/// A forecast by five of its quantiles.
public struct FigureQuantiles: Hashable, Sendable, Codable {
  /// The 5th percentile.
  public var p5: Double
  /// The 25th.
  public var p25: Double
  /// The median.
  public var p50: Double
  /// The 75th.
  public var p75: Double
  /// The 95th.
  public var p95: Double

  /// Makes a forecast.
  public init(p5: Double, p25: Double, p50: Double, p75: Double, p95: Double) {
    self.p5 = p5
    self.p25 = p25
    self.p50 = p50
    self.p75 = p75
    self.p95 = p95
  }
}

/// The shares of the four states; they sum to 1.
public struct OutcomeShares: Hashable, Sendable, Codable {
  /// Broke even before the money ran out.
  public var brokeEven: Double
  /// Neither broke even nor ran out.
  public var stillLosing: Double
  /// Sold.
  public var sold: Double
  /// Ran out of money.
  public var cashedOut: Double

  /// Makes shares.
  public init(brokeEven: Double, stillLosing: Double, sold: Double, cashedOut: Double) {
    self.brokeEven = brokeEven
    self.stillLosing = stillLosing
    self.sold = sold
    self.cashedOut = cashedOut
  }
}

/// A part of the draws by where a figure lies.
public struct FigureBranch: Hashable, Sendable, Codable {
  /// The least value; nil for the lowest branch.
  public var low: Double?
  /// The value below which it lies; nil for the highest.
  public var high: Double?
  /// The share of the draws.
  public var chance: Double
  /// What becomes of the company there; nil without odds.
  public var states: OutcomeShares?

  /// Makes a branch.
  public init(low: Double?, high: Double?, chance: Double, states: OutcomeShares?) {
    self.low = low
    self.high = high
    self.chance = chance
    self.states = states
  }

  /// Returns true if a value lies in it.
  public func contains(_ value: Double) -> Bool {
    (low.map { value >= $0 } ?? true) && (high.map { value < $0 } ?? true)
  }
}

/// A value of a figure at which what is said of a company changes.
public struct FigureFlip: Hashable, Sendable, Codable {
  /// The value.
  public var at: Double
  /// The group below it.
  public var below: OutcomeGroup
  /// The group from it on.
  public var above: OutcomeGroup

  /// Makes one.
  public init(at: Double, below: OutcomeGroup, above: OutcomeGroup) {
    self.at = at
    self.below = below
    self.above = above
  }
}

/// The group of a company with odds: the outcome that is more likely than not.
public enum OutcomeGroup: String, Hashable, Sendable, Codable, CaseIterable {
  /// More likely than not to break even before the money runs out.
  case breakEven = "break_even"
  /// More likely than not to run out of money or be sold.
  case runOut = "run_out"
  /// More likely than not to lose money still at the horizon.
  case stillLosing = "still_losing"
  /// None of these.
  case open

  /// The group by the shares of the states and the least share that a group needs.
  public init(_ shares: OutcomeShares, clear: Double) {
    if shares.brokeEven >= clear {
      self = .breakEven
    } else if shares.cashedOut + shares.sold >= clear {
      self = .runOut
    } else {
      self = shares.stillLosing >= clear ? .stillLosing : .open
    }
  }
}
