import Breakeven
import Evaluation
import RunRecord
import Testing

@testable import AdTiming

/// The cash flows against those of `Models/paths/chat-advertising.yaml`: two implementations of the
/// same formulas on the same draws.
@Suite struct ChatTests {
  /// What both have in common is set; the market's inputs are drawn, the same for both.
  static let common: KeyValuePairs = [
    "mau_now": "100M", "brand": "1", "in_head_group": "1", "room": "1", "build_floor": "20M",
    "build_user": "0.6", "build_rate": "0.1", "serving_level": "1",
    "head_gain": "0.1", "tail_loss": "0.4",
    "commercial": "0.2", "load_peak": "2", "ramp": "2.5", "fill": "0.6", "tail_price": "0.5",
    "loss_before": "0.2", "loss_after": "0.03", "tokens": "2000", "retrieval": "0.002",
    "moderation": "0.3", "early": "1", "partner": "0.1", "sales": "0.15", "channel": "0.25",
    "chat-advertising.queries": "60", "chat-ad-timing.queries": "720",
  ]

  /// A place that is won, and luck below and near the standing that is left: in the head group
  /// always, and depending on the users that were lost before the gate.
  @Test(arguments: ["0.1", "0.9", "0.97"])
  func advertisingAtOnceAsInTheModelFile(luck: String) throws {
    let workspace = Workspace(models: [Repository.models], evaluators: [AdTimingEvaluator()])
    let overrides = Self.common.map { InputOverride(name: $0, text: $1) }
    let (subject, draws) = try workspace.subject(
      "alibaba",
      in: EvaluationRequest(
        overrides: overrides
          + ["head_draw", "place_kept"].map { InputOverride(name: $0, text: luck) },
        draws: 256))
    let model = try workspace.evaluator("chat-advertising").project(subject, over: draws)
    let sheet = try Worksheet(
      AdTimingEvaluator.inputs, path: AdTimingEvaluator.path, subject: subject, draws: draws)
    for draw in 0..<draws.count {
      let path = try Chat(sheet, draw: draw).path(startingIn: 0)
      for year in sheet.years.indices {
        let pairs = [
          (path.years[year].revenue, model.revenue[year, draw]),
          (path.years[year].contribution, model.contribution[year, draw]),
          (path.years[year].investment, model.investment[year, draw]),
        ]
        for (ours, theirs) in pairs {
          // Differences of sums taken in another order: some ten roundings of the largest term.
          #expect(abs(ours - theirs) <= 1e-12 * model.revenue[year, draw] + 1e-12 * abs(theirs))
        }
      }
    }
  }
}
