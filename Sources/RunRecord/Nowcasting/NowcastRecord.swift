/// A company's state today, by what is reported: level and trend of revenue, costs, cash.
///
/// Money is in the company's own currency and times are years, so that the end of June 2025 is
/// 2025.5 (Method 13.2).
public struct NowcastRecord: Hashable, Sendable, Codable {
  /// The currency of its money.
  public var unit: UnitName
  /// The newest twelve months for which revenue is known; nil where only rates were told.
  public var window: NowcastWindow?
  /// Log growth a year to that window.
  public var growth: Double
  /// The time of the state, which is that of the last observation.
  public var at: Double
  /// The yearly rate of revenue then.
  public var level: Double
  /// The standard deviation of its logarithm.
  public var levelSd: Double
  /// Log growth a year then.
  public var trend: Double
  /// Its standard deviation.
  public var trendSd: Double
  /// The same brought to the as-of day.
  public var today: NowcastLevel
  /// True if the company loses money, or nothing is known of its results.
  public var isLosing: Bool
  /// The operating result of the newest twelve months that have one, or what stands in for it.
  public var result: NowcastResult?
  /// ln(cost/revenue) today, lowest and highest; nil where nothing is known of results.
  public var k: [Double]?
  /// The same of the period that it was reported for.
  public var kReported: [Double]?
  /// Cash flow beyond the operating result, over cost; nil where no cash flow is known.
  public var gap: Double?
  /// Cash at hand; nil where neither a balance nor a round is known.
  public var cash: NowcastCash?
  /// The observations of revenue in the order of time.
  public var observations: [NowcastObservation]
  /// The fiscal years that the accounts tell, the earliest first, those between them of which
  /// nothing is known too; nil in runs that were made before they were recorded.
  public var years: [FiscalYearRecord]?
  /// The figures that the state rests on, and their age.
  public var freshness: FreshnessRecord
  /// The remarks that a reader should know beside these numbers.
  public var warnings: [Remark]

  /// Makes a state from its parts.
  public init(
    unit: UnitName, window: NowcastWindow?, growth: Double, at: Double, level: Double,
    levelSd: Double, trend: Double, trendSd: Double, today: NowcastLevel, isLosing: Bool,
    result: NowcastResult?, k: [Double]?, kReported: [Double]?, gap: Double?, cash: NowcastCash?,
    observations: [NowcastObservation], years: [FiscalYearRecord]? = nil,
    freshness: FreshnessRecord, warnings: [Remark]
  ) {
    self.unit = unit
    self.window = window
    self.growth = growth
    self.at = at
    self.level = level
    self.levelSd = levelSd
    self.trend = trend
    self.trendSd = trendSd
    self.today = today
    self.isLosing = isLosing
    self.result = result
    self.k = k
    self.kReported = kReported
    self.gap = gap
    self.cash = cash
    self.observations = observations
    self.years = years
    self.freshness = freshness
    self.warnings = warnings
  }
}

/// Twelve months of revenue, as a signed sum of reported periods.
public struct NowcastWindow: Hashable, Sendable, Codable {
  /// The end of the twelve months, in years.
  public var end: Double
  /// The revenue.
  public var revenue: Double
  /// The reported periods in the order of time.
  public var terms: [NowcastTerm]

  /// Makes a window.
  public init(end: Double, revenue: Double, terms: [NowcastTerm]) {
    self.end = end
    self.revenue = revenue
    self.terms = terms
  }
}

/// A reported period that is added or taken away.
public struct NowcastTerm: Hashable, Sendable, Codable {
  /// 1 where it is added, -1 where it is taken away.
  public var sign: Int
  /// The period as written.
  public var period: String
  /// The reported amount, without the sign.
  public var value: Double
  /// The id of the source.
  public var source: String

  /// Makes a term.
  public init(sign: Int, period: String, value: Double, source: String) {
    self.sign = sign
    self.period = period
    self.value = value
    self.source = source
  }
}

/// A level of revenue with its trend at a time.
public struct NowcastLevel: Hashable, Sendable, Codable {
  /// The yearly rate of revenue.
  public var level: Double
  /// The standard deviation of its logarithm.
  public var levelSd: Double
  /// Log growth a year.
  public var trend: Double

  /// Makes a level.
  public init(level: Double, levelSd: Double, trend: Double) {
    self.level = level
    self.levelSd = levelSd
    self.trend = trend
  }
}

/// An operating result of twelve months, or the range of what stands in for it.
public struct NowcastResult: Hashable, Sendable, Codable {
  /// The end of the months, in years.
  public var end: Double
  /// The lowest of the figures.
  public var low: Double
  /// The highest.
  public var high: Double
  /// The metrics that the figures are of.
  public var metrics: [MetricName]
  /// True if other figures stand in for the operating result.
  public var isEstimate: Bool
  /// The reported periods behind the first of the figures.
  public var terms: [NowcastTerm]

  /// Makes a result.
  public init(
    end: Double, low: Double, high: Double, metrics: [MetricName], isEstimate: Bool,
    terms: [NowcastTerm]
  ) {
    self.end = end
    self.low = low
    self.high = high
    self.metrics = metrics
    self.isEstimate = isEstimate
    self.terms = terms
  }
}

/// The newest balance of cash, and what is known to have come in since.
public struct NowcastCash: Hashable, Sendable, Codable {
  /// The balance.
  public var balance: Double
  /// Its standard deviation.
  public var sd: Double
  /// Its day, in years.
  public var at: Double
  /// The metric that it is of; nil where it is taken from what was raised.
  public var metric: MetricName?
  /// The id of its source; nil like the metric.
  public var source: String?
  /// Money that came in after that day.
  public var moneySince: Double
  /// The part of debt that isn't rolled over.
  public var debtDue: Double
  /// Balance and money since, less that debt: before what was earned or burnt since.
  public var total: Double

  /// Makes a balance.
  public init(
    balance: Double, sd: Double, at: Double, metric: MetricName?, source: String?,
    moneySince: Double, debtDue: Double
  ) {
    self.balance = balance
    self.sd = sd
    self.at = at
    self.metric = metric
    self.source = source
    self.moneySince = moneySince
    self.debtDue = debtDue
    total = balance + moneySince - debtDue
  }
}

/// A reported amount that says something of the yearly rate of revenue at a time.
public struct NowcastObservation: Hashable, Sendable, Codable {
  /// The kind of amount.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Twelve months.
    case window
    /// A quarter, a half or nine months since.
    case part
    /// A rate that was told.
    case runRate = "run_rate"
  }

  /// The kind of amount.
  public var kind: Kind
  /// The middle of its period, in years.
  public var at: Double
  /// The length of its period in years; 0 for a rate on a day.
  public var length: Double
  /// The yearly rate.
  public var value: Double
  /// The standard deviation of its logarithm.
  public var sd: Double
  /// The change of the level's logarithm by it; 0 for the first, which is where it starts.
  public var moved: Double
  /// The change of the trend by it.
  public var movedTrend: Double
  /// The level that was estimated when it was learnt.
  public var level: Double
  /// The standard deviation of the logarithm of that level.
  public var levelSd: Double
  /// The reported periods behind it.
  public var terms: [NowcastTerm]

  /// Makes an observation.
  public init(
    kind: Kind, at: Double, length: Double, value: Double, sd: Double, moved: Double,
    movedTrend: Double, level: Double, levelSd: Double, terms: [NowcastTerm]
  ) {
    self.kind = kind
    self.at = at
    self.length = length
    self.value = value
    self.sd = sd
    self.moved = moved
    self.movedTrend = movedTrend
    self.level = level
    self.levelSd = levelSd
    self.terms = terms
  }
}
