internal import Simulation

/// The yearly laws of growth, cost and cash that a panel of companies gave.
///
/// Revenue and cost are natural logarithms, k is ln(cost/revenue); its positive part is the
/// overhang of a loss-maker, confined to 0...1.5.
package struct CourseLaws: Hashable, Sendable {
  /// The scale of the noise of growth or cost, and what it depends on.
  package struct Noise: Hashable, Sendable {
    /// The scale at a revenue of 100 million US dollars without growth and overhang.
    package var scale: Double
    /// Per unit of the log of revenue over 100 million.
    package var size: Double
    /// Per unit of the size of last year's growth, up to 1.
    package var growth: Double
    /// Per unit of overhang.
    package var overhang: Double

    /// The scale at a log of revenue in US dollars, a growth, and a log cost ratio.
    package func at(logRevenue: Double, growth: Double, costRatio: Double) -> Double {
      scale
        * Elementary.exp(
          size * clip(logRevenue - CourseLaws.logOf100Million, -2.5, 5)
            + self.growth * min(growth.magnitude, 1) + overhang * clip(costRatio, 0, 1.5))
    }
  }

  /// ln(100 000 000).
  package static let logOf100Million = 18.420680743952367

  /// Part of the trend that is there whatever came before.
  package var trendConstant: Double
  /// Share of the trend that stays a year later.
  package var trendPersistence: Double
  /// Share of a pleasant surprise that joins the trend.
  package var trendAfterRise: Double
  /// Share of an unpleasant one.
  package var trendAfterFall: Double

  /// The noise of growth.
  package var growthNoise: Noise
  /// Degrees of freedom of the noise of growth and of cost.
  package var tail: Double
  /// Standard deviation of what a company grows faster all along.
  package var growthPathDeviation: Double

  /// Yearly change of log cost without growth.
  package var costConstant: Double
  /// Share of expected growth that costs follow.
  package var costExpected: Double
  /// Share of unexpected growth that costs follow.
  package var costRise: Double
  /// Share of an unexpected fall that costs follow.
  package var costFall: Double
  /// Yearly change of log cost per unit of overhang.
  package var costOverhang: Double
  /// Yearly change of log cost per unit of k below 0.
  package var costProfit: Double
  /// The change by overhang of the share of a surprise that costs follow.
  package var costSurpriseOverhang: Double
  /// The noise of log cost.
  package var costNoise: Noise
  /// Standard deviation of what a company's costs grow faster all along.
  package var costPathDeviation: Double

  /// The gap a year later without any this year.
  package var gapConstant: Double
  /// Share of the gap that stays a year later.
  package var gapPersistence: Double
  /// Yearly change of the gap per unit of overhang.
  package var gapOverhang: Double
  /// Change of the gap per unit of change of k.
  package var gapChange: Double
  /// The noise of the gap.
  package var gapNoise: Noise
  /// Degrees of freedom of the noise of the gap.
  package var gapTail: Double

  /// The part of a year's scale of noise that a part of a year has: its length to this power.
  package var partialYearPower: Double
  /// Growth beyond which the panel has no companies.
  package var panelGrowth: Double
  /// k beyond which it has none.
  package var panelCostRatio: Double
  /// The factor by which scales are wider there.
  package var outsidePanel: Double
  /// The factor by which the scale of growth is wider for companies of China and Hong Kong.
  package var chinaScale: Double
  /// The same for those that lose money.
  package var chinaLosingScale: Double

  /// k of a company without a result of any kind, which is an assumption.
  package var assumedCostRatio: Double
  /// Its standard deviation.
  package var assumedCostRatioDeviation: Double
  /// The gap of a loss-maker without a cash flow on file.
  package var assumedGapLosing: Double
  /// The gap of an earning company without one.
  package var assumedGapEarning: Double

  /// The factor by which the scale of growth is wider for a company.
  package func regionScale(inChina: Bool, isLosing: Bool) -> Double {
    inChina ? (isLosing ? chinaLosingScale : chinaScale) : 1
  }

  /// The factor by which scales are wider for a company with such growth and k.
  package func panelScale(growth: Double, costRatio: Double) -> Double {
    growth.magnitude > panelGrowth || costRatio > panelCostRatio ? outsidePanel : 1
  }
}

/// A number confined to an interval.
package func clip(_ value: Double, _ low: Double, _ high: Double) -> Double {
  min(max(value, low), high)
}
