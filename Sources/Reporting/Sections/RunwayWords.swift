import Publishing
import RunRecord

/// A runway in a cell.
enum RunwayWords {
  /// Months with financing rounds, or why there are none.
  static func withRounds(_ outcome: Outcome, _ context: ReportContext) -> [Inline] {
    guard let runway = outcome.runwayMonths else {
      return context.line(
        Absence.unknownBecause,
        [
          "reason": [
            .text(
              outcome.unknown.map { context.sentence($0.reason) } ?? context.text(Words.noRunway))
          ]
        ])
    }
    return context.months(runway.withRounds, censoredAt: runway.censoredAt)
  }
}

extension RunwayWords {
  enum Words: String, Phrases {
    static let topic = "RunwayWords"

    case noRunway = "no runway"
  }
}
