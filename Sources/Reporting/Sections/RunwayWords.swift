import RunRecord

/// A runway in a cell.
enum RunwayWords {
  /// Months with financing rounds, or why there are none.
  static func withRounds(_ outcome: Outcome, _ context: ReportContext) -> [Inline] {
    guard let runway = outcome.runwayMonths else {
      return context.line(
        .unknownBecause,
        ["reason": [.text(outcome.unknown.map { context.sentence($0.reason) } ?? context.text(.noRunway))]])
    }
    return context.months(runway.withRounds, censoredAt: runway.censoredAt)
  }
}
