import Nowcast
import Simulation

/// The state of one draw of a company's course, and its way on.
struct CourseState {
  /// Log of yearly revenue in US dollars.
  var logRevenue: Double
  /// Expected log growth a year.
  var trend: Double
  /// Last year's log growth.
  var growth: Double
  /// The difference of last year's growth from the trend.
  var surprise = 0.0
  /// k = ln(cost/revenue).
  var costRatio: Double
  /// Cash flow beyond the operating result, over cost.
  var gap: Double
  /// The company's own lasting addition to log growth a year.
  let growthPath: Double
  /// The company's own lasting addition to the log growth of costs a year.
  let costPath: Double

  /// The noise of one step: draws of Student's t, and the year's common effect on growth.
  struct Noise {
    var growth: Double
    var cost: Double
    var gap: Double
    var common = 0.0
  }

  /// The values that all draws of a step share.
  struct Step {
    /// The length in years.
    var length: Double
    /// `length` to the power that scales of noise grow with.
    var width: Double
    /// True if the trend is still the one of the nowcast.
    var isFirst: Bool
    /// The factors by which the scales of growth and of cost are wider.
    var growthScale: Double
    var costScale: Double
  }

  /// The saving of a company: by how much its log costs and its growth a year are lower.
  struct Thrift {
    var cost = 0.0
    var growth = 0.0
  }

  /// Moves on by a step.
  ///
  /// Expected growth brings its costs along almost fully, surprises partly, and the less the more
  /// costs exceed revenue; a fall is followed by three quarters.
  mutating func advance(
    _ step: Step, _ noise: Noise, thrift: Thrift = Thrift(), _ laws: CourseLaws
  ) {
    let h = step.length
    let overhang = clip(costRatio, 0, 1.5)
    if !step.isFirst {
      let next =
        laws.trendConstant + laws.trendPersistence * trend
        + laws.trendAfterRise * clip(surprise, 0, 0.5)
        + laws.trendAfterFall * clip(surprise, -1, 0)
      trend += (next - trend) * h
    }
    let expected = trend - thrift.growth
    let mean = (expected + growthPath) * h
    let growthScale = laws.growthNoise.at(
      logRevenue: logRevenue, growth: growth, costRatio: costRatio)
    let swing = clip(step.growthScale * growthScale * noise.growth, -1.5, 1.5)
    let gained = clip(mean + swing * step.width + noise.common * h, -1.5, 1.5)
    let unexpected = gained - mean
    surprise = gained - expected * h

    let costScale = laws.costNoise.at(
      logRevenue: logRevenue, growth: growth, costRatio: costRatio)
    let drift =
      laws.costConstant + laws.costOverhang * overhang
      + laws.costProfit * clip(costRatio, -1, 0) + costPath - thrift.cost
    let followed =
      laws.costExpected * mean + laws.costRise * max(unexpected, 0)
      + laws.costFall * min(unexpected, 0) + laws.costSurpriseOverhang * unexpected * overhang
    let costSwing = clip(step.costScale * costScale * noise.cost, -1, 1)
    let costGained = drift * h + followed + costSwing * step.width
    let next = clip(costRatio + costGained - gained, -1.2, 4)

    let gapScale = laws.gapNoise.at(
      logRevenue: logRevenue, growth: growth, costRatio: costRatio)
    let gapDrift =
      laws.gapConstant + (laws.gapPersistence - 1) * gap + laws.gapOverhang * overhang
    gap +=
      gapDrift * h + laws.gapChange * (next - costRatio)
      + clip(gapScale * noise.gap, -0.6, 0.6) * step.width
    costRatio = next
    logRevenue += gained
    if h > 0.5 { growth = gained / h }
  }
}
