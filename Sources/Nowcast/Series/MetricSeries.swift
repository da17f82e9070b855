package import Facts
internal import Simulation

/// Level and trend of a metric on a day, by all facts of it that are known.
///
/// The filter is that of revenue (`TrendFilter`): a damped local linear trend of the log of the
/// metric. A state at a day is seen at its day, an amount over a period as a yearly rate at the
/// middle of the period, a ratio, price or speed at the middle of its period (Method 13.6).
package struct MetricSeries: Hashable, Sendable {
  /// A fact with its value in the unit of the series.
  package struct Amount: Hashable, Sendable {
    /// The fact.
    package var fact: Fact
    /// The relation of the number to its period.
    package var kind: Metric.Kind
    /// By what its number is multiplied to be in the unit of the series; a flow's is a yearly rate.
    package var factor: Double

    /// Makes one.
    package init(fact: Fact, kind: Metric.Kind, factor: Double) {
      self.fact = fact
      self.kind = kind
      self.factor = factor
    }
  }

  /// A fact as the filter sees it, with what it moved.
  package struct Observation: Hashable, Sendable {
    /// The fact.
    package var fact: Fact
    /// The time at which it is seen, in years.
    package var time: Double
    /// The length of its period in years; 0 for a state at a day.
    package var length: Double
    /// The log of its value.
    package var log: Double
    /// The standard deviation of that log.
    package var deviation: Double
    /// The change of the level when it was learnt; 0 for the first, which is where it starts.
    package var movedLevel = 0.0
    /// The change of the trend when it was learnt.
    package var movedTrend = 0.0
    /// The level that was estimated once it was learnt.
    package var level = 0.0
    /// The variance of that level.
    package var levelVariance = 0.0
  }

  /// The facts in the order of time, with what each moved.
  package var observations: [Observation]
  /// Level and trend at the time of the last of them.
  package var state: TrendState
  /// The same brought to the day.
  package var today: TrendState

  /// The correlation of level and trend on the day.
  package var correlation: Double {
    today.covariance / (today.levelVariance * today.trendVariance).squareRoot()
  }

  /// Estimates level and trend; nil where no fact is known.
  ///
  /// - Parameters:
  ///   - amounts: Facts that are known, above zero, in any order.
  ///   - asOf: The day; no period ends after it.
  ///   - parameters: The numbers that it is estimated with.
  package init?(_ amounts: [Amount], asOf: Day, parameters: SeriesParameters) {
    var seen = amounts.map { Observation($0, parameters) }.sorted(by: Observation.isBefore)
    guard let first = seen.first else { return nil }
    var filter = TrendFilter(
      first: first.inTrend, trend: parameters.firstTrend,
      trendDeviation: parameters.firstTrendDeviation, laws: parameters.laws)
    for index in seen.indices {
      if index > 0 {
        (seen[index].movedLevel, seen[index].movedTrend) = filter.learn(seen[index].inTrend)
      }
      seen[index].level = filter.state.level
      seen[index].levelVariance = filter.state.levelVariance
    }
    observations = seen
    state = filter.state
    today = filter.ahead(to: Months.end(of: asOf) / 12)
  }
}

extension MetricSeries.Observation {
  /// From the 5th to the 95th percentile of a normal, in standard deviations.
  private static let ninetyPercent = 2 * 1.6448536269514722

  fileprivate init(_ amount: MetricSeries.Amount, _ parameters: SeriesParameters) {
    let fact = amount.fact
    let end = Months.end(of: fact.days.end)
    let start = Months.end(of: fact.days.start.adding(days: -1))
    var deviation = parameters.errors[fact.confidence] ?? .nan
    var value = fact.central
    if let low = fact.low, let high = fact.high, low > 0, low < high {
      // A range is its 5th to 95th percentile, as it is where the fact answers by itself.
      value = (low * high).squareRoot()
      deviation = max(deviation, Elementary.log(high / low) / Self.ninetyPercent)
    }
    self.fact = fact
    length = amount.kind == .stock ? 0 : (end - start) / 12
    time = amount.kind == .stock ? end / 12 : (start + end) / 24
    if amount.kind == .flow {
      value /= length
      let season = parameters.seasonalError(
        months: Int((end - start).rounded(.toNearestOrEven)))
      deviation = (deviation * deviation + season * season).squareRoot()
    }
    log = Elementary.log(value * amount.factor)
    self.deviation = deviation
  }

  fileprivate var inTrend: TrendObservation {
    TrendObservation(time: time, log: log, deviation: deviation)
  }

  /// An order that depends on nothing but the facts, so that that of the files never shows.
  fileprivate static func isBefore(_ left: Self, _ right: Self) -> Bool {
    (left.time, left.log, left.deviation, left.fact.source.id)
      < (right.time, right.log, right.deviation, right.fact.source.id)
  }
}
