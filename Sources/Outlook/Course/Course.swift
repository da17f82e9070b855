package import Nowcast
import Simulation

/// A company's course over some years, from its state today by the laws of the panel.
package struct Course: Sendable {
  /// One year, one value a draw.
  package struct Year: Sendable {
    /// The beginning of the year, in years.
    package var start: Double
    /// Log of revenue in US dollars.
    package var logRevenue: [Double]
    /// k = ln(cost/revenue).
    package var costRatio: [Double]
    /// Cash flow beyond the operating result, over cost.
    package var gap: [Double]

    /// Revenue in US dollars.
    package var revenue: [Double]
    /// Cost in US dollars.
    package var cost: [Double]

    /// The operating result in US dollars.
    package func result(_ draw: Int) -> Double { revenue[draw] - cost[draw] }

    /// Cash flow after investment, before financing, in US dollars.
    package func cashFlow(_ draw: Int) -> Double {
      result(draw) + gap[draw] * cost[draw]
    }
  }

  /// The steps between a state and the middle of a year: parts of a year, the odd one first.
  package static func parts(years: Double) -> [Double] {
    guard years > 0 else { return [] }
    let odd = years.truncatingRemainder(dividingBy: 1)
    let whole = Int((years + 1e-9).rounded(.down))
    return (odd > 1e-6 ? [odd] : []) + Array(repeating: 1, count: whole)
  }

  /// The number of steps that years which begin at these times take from a state at a time.
  package static func steps(from time: Double, to starts: [Double]) -> Int {
    var (time, steps) = (time, 0)
    for start in starts where start + 0.5 > time {
      steps += parts(years: start + 0.5 - time).count
      time = start + 0.5
    }
    return steps
  }

  private let laws: CourseLaws
  private let growthScale: Double
  private let costScale: Double
  private let draws: CourseDraws
  private(set) var states: [CourseState]
  private(set) var time: Double
  private(set) var step = 0

  /// Starts from a state, with its uncertainty.
  package init(
    _ nowcast: Nowcast, draws: CourseDraws, regionScale: Double, laws: CourseLaws
  ) {
    let wide = laws.panelScale(
      growth: nowcast.growth, costRatio: nowcast.costRatio?.high ?? 0)
    self.laws = laws
    self.draws = draws
    growthScale = regionScale * wide
    costScale = wide
    time = nowcast.state.time
    let first = FirstState(nowcast, laws, growthScale: growthScale)
    states = (0..<draws.count).map { first.state(draws, $0) }
  }

  /// Moves on to the middle of a year; one that is nearer than the state is the state itself.
  ///
  /// - Parameters:
  ///   - start: When the year begins, not before that of the last.
  ///   - common: The year's common effect on growth, a draw each; nil for none.
  ///   - thrift: How hard each draw saves; nil for not at all.
  /// - Returns: The year's columns.
  mutating func advance(
    to start: Double, common: [Double]? = nil, thrift: [CourseState.Thrift]? = nil
  ) -> Year {
    let ahead = start + 0.5 - time
    guard ahead > 0 else { return year(start, shift: ahead) }
    for length in Self.parts(years: ahead) {
      let noise = draws.steps[step]
      let shared = CourseState.Step(
        length: length, width: Elementary.pow(length, laws.partialYearPower), isFirst: step == 0,
        growthScale: growthScale, costScale: costScale)
      for draw in states.indices {
        states[draw].advance(
          shared,
          CourseState.Noise(
            growth: noise.growth[draw], cost: noise.cost[draw], gap: noise.gap[draw],
            common: common?[draw] ?? 0),
          thrift: thrift?[draw] ?? CourseState.Thrift(), laws)
      }
      step += 1
    }
    time = start + 0.5
    return year(start, shift: 0)
  }

  /// The columns of the years that begin at these times.
  package mutating func years(_ starts: [Double]) -> [Year] {
    starts.map { advance(to: $0) }
  }

  private func year(_ start: Double, shift: Double) -> Year {
    var year = Year(
      start: start, logRevenue: [], costRatio: [], gap: [], revenue: [], cost: [])
    year.logRevenue.reserveCapacity(states.count)
    year.costRatio.reserveCapacity(states.count)
    year.gap.reserveCapacity(states.count)
    year.revenue.reserveCapacity(states.count)
    year.cost.reserveCapacity(states.count)
    for state in states {
      let logRevenue = state.logRevenue + state.trend * shift
      year.logRevenue.append(logRevenue)
      year.costRatio.append(state.costRatio)
      year.gap.append(state.gap)
      year.revenue.append(Elementary.exp(logRevenue))
      year.cost.append(Elementary.exp(logRevenue + state.costRatio))
    }
    return year
  }
}

/// The state of today as draws: level and trend jointly normal, k over its range.
private struct FirstState {
  let nowcast: Nowcast
  let laws: CourseLaws
  let growthScale: Double
  let (levelByLevel, trendByLevel, trendByTrend): (Double, Double, Double)

  init(_ nowcast: Nowcast, _ laws: CourseLaws, growthScale: Double) {
    self.nowcast = nowcast
    self.laws = laws
    self.growthScale = growthScale
    // Cholesky's factor of the covariance, which rounding may leave a little short of positive.
    let state = nowcast.state
    levelByLevel = (state.levelVariance + 1e-12).squareRoot()
    trendByLevel = state.covariance / levelByLevel
    trendByTrend = (state.trendVariance + 1e-12 - trendByLevel * trendByLevel).squareRoot()
  }

  func state(_ draws: CourseDraws, _ draw: Int) -> CourseState {
    let (first, second) = (draws.level[draw], draws.trend[draw])
    let state = nowcast.state
    let trend = state.trend + trendByLevel * first + trendByTrend * second
    return CourseState(
      logRevenue: state.level + levelByLevel * first, trend: clip(trend, -0.6, 0.9),
      growth: clip(nowcast.growth, -1.5, 1.5), costRatio: costRatio(draws, draw),
      gap: nowcast.gap?.value
        ?? (nowcast.isLosing ? laws.assumedGapLosing : laws.assumedGapEarning),
      growthPath: laws.growthPathDeviation * growthScale * draws.growthPath[draw],
      costPath: laws.costPathDeviation * draws.costPath[draw])
  }

  private func costRatio(_ draws: CourseDraws, _ draw: Int) -> Double {
    guard let ratio = nowcast.costRatio else {
      return laws.assumedCostRatio + laws.assumedCostRatioDeviation * draws.costRatio[draw]
    }
    let within = ratio.low + (ratio.high - ratio.low) * draws.costRange[draw]
    return within + ratio.deviation * draws.costRatio[draw]
  }
}
