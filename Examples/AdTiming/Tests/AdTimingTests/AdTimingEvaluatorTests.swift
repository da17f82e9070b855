import AdTiming
import Breakeven
import BreakevenTesting
import Evaluation
import RunRecord
import Testing

@Suite struct AdTimingEvaluatorTests {
  private func draws(
    _ metric: String, of company: String, _ set: KeyValuePairs<String, String> = [:]
  ) throws -> YearlyDraws {
    let workspace = Workspace(models: [Repository.models], evaluators: [AdTimingEvaluator()])
    let (subject, draws) = try workspace.subject(
      company,
      in: EvaluationRequest(
        overrides: set.map { InputOverride(name: $0, text: $1) }, draws: 256))
    let projection = try AdTimingEvaluator().project(subject, over: draws)
    return try #require(projection.metrics[metric])
  }

  @Test func conforms() {
    expectConformance(of: AdTimingEvaluator(), models: [Repository.models])
  }

  @Test(arguments: ["alibaba", "moonshot", "tencent"])
  func waitingIsNeverWorthLessThanNothing(company: String) throws {
    let worth = try draws("value_of_waiting", of: company)
    #expect(worth.values.allSatisfy { $0 >= 0 })
  }

  /// Waiting only protects users: where advertising loses none and pays for the system at once,
  /// everybody starts in the first year and the freedom to wait is worth nothing.
  @Test func whereNothingIsLostNobodyWaits() throws {
    let free: KeyValuePairs = [
      "loss_before": "0", "loss_after": "0", "build_floor": "0", "build_user": "0",
      "build_rate": "0", "channel": "0",
    ]
    #expect(try draws("advertises", of: "alibaba", free).values.allSatisfy { $0 == 1 })
    #expect(try draws("value_of_waiting", of: "alibaba", free).values.allSatisfy { $0 == 0 })
  }

  /// A path of one's own is one more path: it is listed, and has its trace and its drivers.
  @Test func appearsLikeAnyOtherPath() throws {
    let workspace = Workspace(
      models: [Repository.models], evaluators: .builtIn + [AdTimingEvaluator()])
    #expect(try workspace.paths().map(\.id).last == "chat-ad-timing")
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["alibaba"], paths: ["chat-ad-timing"], draws: 256))
    let path = try #require(run.companies.first?.paths.first)
    #expect(path.status == .assessed)
    #expect(!path.drivers.isEmpty)
    let node = try #require(path.trace.first { $0.name == "value_of_waiting" })
    #expect(node.place?.hasPrefix("AdTiming/AdTimingEvaluator.swift:") == true)
  }
}
