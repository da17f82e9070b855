package import Facts

/// The assumptions about reported figures: how exact they are, and when they are published.
package struct ReportingParameters: Hashable, Sendable {
  /// Relative standard deviation of a figure printed without a range, by confidence.
  package var relativeErrors: [Confidence: Double]
  /// Months from a period's end to its report, by the period's length in months.
  package var delays: [Int: Double]
  /// Months to the report of a period of any other length.
  package var otherDelay: Double
  /// Standard deviation of the log rate of a part of a year, by its length in months.
  package var seasonalErrors: [Int: Double]
  /// Standard deviation of the log of a run rate.
  package var runRateError: Double

  /// Asks for its numbers by name.
  package init(_ named: inout NamedParameters) {
    relativeErrors = [
      .high: named("error_high"), .medium: named("error_medium"), .low: named("error_low"),
    ]
    delays = [
      12: named("delay_year"), 9: named("delay_nine_months"), 6: named("delay_half"),
      3: named("delay_quarter"), 0: named("delay_moment"),
    ]
    otherDelay = named("delay_other")
    seasonalErrors = [
      9: named("season_nine_months"), 6: named("season_half"), 3: named("season_quarter"),
    ]
    runRateError = named("run_rate_error")
  }

  func relativeError(_ confidence: Confidence) -> Double { relativeErrors[confidence] ?? .nan }

  /// Months from the end of a period of so many months to its report.
  package func delay(months: Int) -> Double { delays[months] ?? otherDelay }
}
