import Breakeven
import RunRecord
import TestSupport

/// Runs of the study that comes with Breakeven, each made once for all tests.
enum StudyRuns {
  /// As of the study's day, 2026-09-30.
  static let now = Result { try run(asOf: "2026-09-30") }
  /// As of the day of the article that the study starts from.
  static let article = Result { try run(asOf: "2025-05-31") }

  /// The models that come with Breakeven, read once.
  static let workspace = Workspace(models: [Repository.models])

  private static func run(asOf: CalendarDay) throws -> RunRecord {
    try workspace.evaluate(EvaluationRequest(asOf: asOf, draws: 256, threads: 2))
  }

  /// The run as of a day: one of the two above.
  static func run(_ asOf: String) throws -> RunRecord {
    try (asOf == "2026-09-30" ? now : article).get()
  }
}
