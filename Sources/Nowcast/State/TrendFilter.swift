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
  private let damping: Double
  private let longRun: Double
  /// Standard deviations a year.
  private let levelNoise: Double
  private let trendNoise: Double

  /// Starts at a first observation, which is all that is known of the level.
  init(
    first: RevenueObservation, trend: Double, trendDeviation: Double, levelNoise: Double,
    parameters: NowcastParameters
  ) {
    state = TrendState(
      time: first.time, level: first.logRate, trend: trend,
      levelVariance: first.deviation * first.deviation + 1e-6, covariance: 0,
      trendVariance: trendDeviation * trendDeviation)
    damping = parameters.trendDamping
    longRun = parameters.longRunGrowth
    self.levelNoise = levelNoise
    trendNoise = parameters.trendNoise * levelNoise
  }

  /// Moves on to an observation and learns from it.
  ///
  /// - Returns: By how much the level and the trend were moved.
  mutating func learn(_ observation: RevenueObservation) -> (level: Double, trend: Double) {
    advance(by: max(observation.time - state.time, 1e-6))
    state.time = observation.time
    let total = state.levelVariance + observation.deviation * observation.deviation
    let (levelGain, trendGain) = (state.levelVariance / total, state.covariance / total)
    let surprise = observation.logRate - state.level
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
    let kept = Elementary.exp(-damping * years)
    let reach = (1 - kept) / damping
    let (level, trend) = (state.level, state.trend)
    state.level = level + reach * trend + longRun * (years - reach)
    state.trend = kept * trend + longRun * (1 - kept)
    let (p, c, q) = (state.levelVariance, state.covariance, state.trendVariance)
    let (s, r) = (levelNoise * levelNoise, trendNoise * trendNoise)
    state.levelVariance =
      p + 2 * reach * c + reach * reach * q + s * years + r * years * years * years / 3
    state.covariance = kept * (c + reach * q) + r * years * years / 2
    state.trendVariance = kept * kept * q + r * years
  }
}

/// Level and trend of log revenue at a time, jointly normal.
package struct TrendState: Hashable, Sendable {
  /// The time, in years.
  package var time: Double
  /// The mean of the log of the yearly rate of revenue in US dollars.
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
}
