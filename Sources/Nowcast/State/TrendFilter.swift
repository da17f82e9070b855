import Simulation

/// A damped local linear trend, filtered in continuous time.
///
/// The level moves by its trend and by noise; the trend nears growth in the long run and has noise
/// of its own: A. C. Harvey, Forecasting, structural time series models and the Kalman filter
/// (1989), chapter 4, with observations at any time. Of x' = A x + noise over dt, with
/// f = e^(-κ dt) and a = (1 - f)/κ, the level gains a m + (dt - a) m̄ and the trend becomes
/// f m + (1 - f) m̄; the noise's covariance is that of a walk without damping.
struct TrendFilter {
  /// The level and trend, with their uncertainty.
  private(set) var state: TrendState
  private let laws: TrendLaws

  /// Starts at a first observation, which is all that is known of the level.
  init(
    first: TrendObservation, trend: Double, trendDeviation: Double, laws: TrendLaws
  ) {
    state = TrendState(
      time: first.time, level: first.log, trend: trend,
      levelVariance: first.deviation * first.deviation + 1e-6, covariance: 0,
      trendVariance: trendDeviation * trendDeviation)
    self.laws = laws
  }

  /// Moves on to an observation and learns from it.
  ///
  /// - Returns: By how much the level and the trend were moved.
  mutating func learn(_ observation: TrendObservation) -> (level: Double, trend: Double) {
    advance(by: max(observation.time - state.time, 1e-6))
    state.time = observation.time
    let total = state.levelVariance + observation.deviation * observation.deviation
    let (levelGain, trendGain) = (state.levelVariance / total, state.covariance / total)
    let surprise = observation.log - state.level
    let moved = (level: levelGain * surprise, trend: trendGain * surprise)
    state.level += moved.level
    state.trend += moved.trend
    let (levelVariance, covariance) = (state.levelVariance, state.covariance)
    state.levelVariance -= levelGain * levelVariance
    state.covariance -= levelGain * covariance
    state.trendVariance -= trendGain * covariance
    return moved
  }

  /// The state at a later time, from what was learnt so far.
  func ahead(to time: Double) -> TrendState {
    var filter = self
    if time > state.time { filter.advance(by: time - state.time) }
    filter.state.time = max(time, state.time)
    return filter.state
  }

  private mutating func advance(by years: Double) {
    let kept = Elementary.exp(-laws.damping * years)
    let reach = (1 - kept) / laws.damping
    let (level, trend) = (state.level, state.trend)
    state.level = level + reach * trend + laws.longRun * (years - reach)
    state.trend = kept * trend + laws.longRun * (1 - kept)
    let (p, c, q) = (state.levelVariance, state.covariance, state.trendVariance)
    let (s, r) = (laws.levelNoise * laws.levelNoise, laws.trendNoise * laws.trendNoise)
    state.levelVariance =
      p + 2 * reach * c + reach * reach * q + s * years + r * years * years * years / 3
    state.covariance = kept * (c + reach * q) + r * years * years / 2
    state.trendVariance = kept * kept * q + r * years
  }
}

/// How level and trend move by themselves, a year.
package struct TrendLaws: Hashable, Sendable {
  /// The speed at which the trend nears growth in the long run.
  var damping: Double
  /// Log growth in the long run.
  var longRun: Double
  /// The standard deviation of the level's own noise.
  var levelNoise: Double
  /// The standard deviation of the trend's.
  var trendNoise: Double
}

/// What the filter learns from: the log of a quantity at a time, with its error.
struct TrendObservation: Hashable, Sendable {
  /// The time, in years.
  var time: Double
  /// The log of the quantity.
  var log: Double
  /// The standard deviation of that log.
  var deviation: Double
}

/// Level and trend of the log of a quantity at a time, jointly normal.
package struct TrendState: Hashable, Sendable {
  /// The time, in years.
  package var time: Double
  /// The mean of the log of the quantity, such as the yearly rate of revenue in US dollars.
  package var level: Double
  /// The mean of its growth a year.
  package var trend: Double
  /// The variance of the level.
  package var levelVariance: Double
  /// The covariance of both.
  package var covariance: Double
  /// The variance of the trend.
  package var trendVariance: Double
}

/// A reported amount that says something of the yearly rate of revenue at a time.
package struct RevenueObservation: Hashable, Sendable {
  /// The kind of amount.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Twelve months.
    case window
    /// A quarter, a half or nine months since.
    case part
    /// A rate that was told.
    case runRate = "run_rate"
  }

  /// The kind of amount.
  package var kind: Kind
  /// The middle of its period, in years.
  package var time: Double
  /// The log of the yearly rate in US dollars.
  package var logRate: Double
  /// The standard deviation of that log.
  package var deviation: Double
  /// The reported periods behind it.
  package var terms: [Window.Term]
  /// The length of its period in years; 0 for a rate on a day.
  package var length: Double
  /// The change of the level when it was learnt; 0 for the first, which is where it starts.
  package var movedLevel = 0.0
  /// The change of the trend when it was learnt.
  package var movedTrend = 0.0
  /// The level that was estimated once it was learnt.
  package var level = 0.0
  /// The variance of that level.
  package var levelVariance = 0.0

  /// What the filter learns from it.
  var seen: TrendObservation {
    TrendObservation(time: time, log: logRate, deviation: deviation)
  }
}
