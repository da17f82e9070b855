/// The parameters that a company's state today is estimated with, besides the laws of its course.
package struct NowcastParameters: Hashable, Sendable {
  /// The assumptions about reported figures.
  package var reporting: ReportingParameters
  /// The laws by which costs are brought from their period to today.
  package var laws: CourseLaws

  /// The speed at which the trend nears growth in the long run, a year.
  package var trendDamping: Double
  /// Log growth a year in the long run.
  package var longRunGrowth: Double
  /// The trend of a loss-maker before anything is seen.
  package var firstTrendLosing: Double
  /// Its standard deviation.
  package var firstTrendLosingDeviation: Double
  /// The trend of an earning company before anything is seen.
  package var firstTrendEarning: Double
  /// Its standard deviation.
  package var firstTrendEarningDeviation: Double
  /// The noise of the level a year, in scales of the noise of growth.
  package var levelNoise: Double
  /// The noise of the trend a year, in scales of the noise of the level.
  package var trendNoise: Double

  /// Growth that was to be expected of a company, without growth before.
  package var expectedGrowth: Double
  /// The same per unit of growth before.
  package var expectedGrowthSlope: Double
  /// The addition to that slope for loss-makers.
  package var expectedGrowthSlopeLosing: Double
  /// The noise of k a year, in scales of the noise of cost.
  package var carriedNoise: Double
  /// Growth beyond which a part-year since the base says more of costs than the base.
  package var fastGrowth: Double

  /// Capital expenditure over revenue, where none is on file.
  package var assumedInvestment: Double
  /// The share of interest-bearing debt that isn't rolled over.
  package var debtDue: Double
  /// Cash over the money raised in two years, where no balance is on file.
  package var cashOfRounds: Double
  /// Its standard deviation.
  package var cashOfRoundsDeviation: Double
  /// Months after which the age of the base is said beside the headline.
  package var staleAfter: Double
  /// Months after which nothing is said of a company.
  package var tooOldAfter: Double

  /// Asks for its numbers by name.
  package init(_ named: inout NamedParameters) {
    reporting = ReportingParameters(&named)
    laws = CourseLaws(&named)
    trendDamping = named("trend_damping")
    longRunGrowth = named("growth_long_run")
    firstTrendLosing = named("first_trend_losing")
    firstTrendLosingDeviation = named("first_trend_losing_sd")
    firstTrendEarning = named("first_trend_earning")
    firstTrendEarningDeviation = named("first_trend_earning_sd")
    levelNoise = named("level_noise")
    trendNoise = named("trend_noise")
    expectedGrowth = named("expected_growth")
    expectedGrowthSlope = named("expected_growth_slope")
    expectedGrowthSlopeLosing = named("expected_growth_slope_losing")
    carriedNoise = named("carried_noise")
    fastGrowth = named("fast_growth")
    assumedInvestment = named("assumed_investment")
    debtDue = named("debt_due")
    cashOfRounds = named("cash_of_rounds")
    cashOfRoundsDeviation = named("cash_of_rounds_sd")
    staleAfter = named("stale_after")
    tooOldAfter = named("too_old_after")
  }
}
