internal import Facts

/// The numbers that the level and trend of a metric are estimated with; `series:` of `company.yaml`
/// gives them, each with its reason.
package struct SeriesParameters: Hashable, Sendable {
  /// How level and trend move by themselves.
  var laws: TrendLaws
  /// The trend before anything is seen: log growth a year.
  package var firstTrend: Double
  /// Its standard deviation.
  package var firstTrendDeviation: Double
  /// Standard deviation of the log of a figure printed without a range, by confidence.
  var errors: [Confidence: Double]
  /// Standard deviation of the log rate of a part of a year, by its length in months.
  var seasonalErrors: [Int: Double]
  /// The same of a part of any other length.
  var otherSeasonalError: Double

  /// Asks for its numbers by name.
  package init(_ named: inout NamedParameters) {
    laws = TrendLaws(
      damping: named("series_trend_damping"), longRun: named("series_long_run"),
      levelNoise: named("series_level_noise"), trendNoise: named("series_trend_noise"))
    firstTrend = named("series_first_trend")
    firstTrendDeviation = named("series_first_trend_sd")
    errors = [
      .high: named("series_error_high"), .medium: named("series_error_medium"),
      .low: named("series_error_low"),
    ]
    seasonalErrors = [
      9: named("series_season_nine_months"), 6: named("series_season_half"),
      3: named("series_season_quarter"),
    ]
    otherSeasonalError = named("series_season_other")
  }

  /// The noise of the yearly rate of a flow over so many months; a year or more has none.
  func seasonalError(months: Int) -> Double {
    months >= 12 ? 0 : seasonalErrors[months] ?? otherSeasonalError
  }
}
