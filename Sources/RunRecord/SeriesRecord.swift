/// Level and trend of a metric on the as-of day, with every fact that they were estimated from.
///
/// Values are in the unit of the input, a flow's are yearly rates, and times are years, so that the
/// end of June 2025 is 2025.5 (Method 13.6).
public struct SeriesRecord: Hashable, Sendable, Codable {
  /// The metric.
  public var metric: MetricName
  /// The unit of its values.
  public var unit: UnitName
  /// The facts in the order of time, with what each moved.
  public var observations: [SeriesObservation]
  /// Level and trend on the as-of day.
  public var today: SeriesState

  /// Makes a record.
  public init(
    metric: MetricName, unit: UnitName, observations: [SeriesObservation], today: SeriesState
  ) {
    self.metric = metric
    self.unit = unit
    self.observations = observations
    self.today = today
  }
}

/// Level and trend at a time, jointly normal in logarithms.
public struct SeriesState: Hashable, Sendable, Codable {
  /// The time.
  public var at: Double
  /// The median of the level.
  public var level: Double
  /// The standard deviation of its logarithm.
  public var levelSd: Double
  /// Log growth a year.
  public var trend: Double
  /// Its standard deviation.
  public var trendSd: Double
  /// The correlation of both.
  public var correlation: Double

  /// Makes a state.
  public init(
    at: Double, level: Double, levelSd: Double, trend: Double, trendSd: Double, correlation: Double
  ) {
    self.at = at
    self.level = level
    self.levelSd = levelSd
    self.trend = trend
    self.trendSd = trendSd
    self.correlation = correlation
  }
}

/// A fact of a series with what it moved.
public struct SeriesObservation: Hashable, Sendable, Codable {
  /// Its period as written.
  public var period: String
  /// The id of its source.
  public var source: String
  /// The time at which it is seen: a state's day, the middle of any other period.
  public var at: Double
  /// The length of its period in years; 0 for a state at a day.
  public var length: Double
  /// Its value.
  public var value: Double
  /// The standard deviation of the logarithm.
  public var sd: Double
  /// The change of the logarithm of the level when it was learnt; 0 for the first.
  public var moved: Double
  /// The change of the trend.
  public var movedTrend: Double
  /// The level that was estimated once it was learnt.
  public var level: Double
  /// The standard deviation of its logarithm.
  public var levelSd: Double

  /// Makes an observation.
  public init(
    period: String, source: String, at: Double, length: Double, value: Double, sd: Double,
    moved: Double, movedTrend: Double, level: Double, levelSd: Double
  ) {
    self.period = period
    self.source = source
    self.at = at
    self.length = length
    self.value = value
    self.sd = sd
    self.moved = moved
    self.movedTrend = movedTrend
    self.level = level
    self.levelSd = levelSd
  }
}
