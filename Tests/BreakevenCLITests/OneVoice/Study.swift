import Breakeven
import RunRecord
import TestSupport
import TinyStudy

/// The runs that one voice is tried on: the tiny study, and the sample study on both of its days.
enum Study: String, CaseIterable {
  case tiny
  case today = "2026-06-30"
  case earlier = "2025-05-31"

  private static let sample = Workspace(models: [Repository.models])
  private static let runs: [Study: RunRecord] = {
    do {
      return [
        .tiny: TinyStudy.run,
        .today: try sample.evaluate(EvaluationRequest(draws: 256)),
        .earlier: try sample.evaluate(
          EvaluationRequest(asOf: CalendarDay(Study.earlier.rawValue), draws: 256)),
      ]
    } catch {
      preconditionFailure("the sample study can't be evaluated: \(error)")
    }
  }()

  /// Its run, with few draws.
  var run: RunRecord {
    guard let run = Self.runs[self] else { preconditionFailure("no run of \(self)") }
    return run
  }
}
