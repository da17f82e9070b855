import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing

/// The vertical of `Verticals/`, laid over the study.
@Suite struct VerticalsTests {
  private static let folders = [
    Repository.models, Repository.folder.appending(path: "Verticals").path,
  ]

  private static let run = Result {
    try Workspace(models: folders).evaluate(
      EvaluationRequest(companies: ["alibaba", "bytedance"], draws: 1024, threads: 2))
  }

  @Test func theyCheckClean() throws {
    #expect(try Workspace(models: Self.folders).checkModels(files: []).isEmpty)
    let record = try Self.run.get()
    #expect(record.run.overridden.isEmpty)
    for path in record.paths {
      #expect(path.title.text(in: "zh-Hant") != path.title.text(in: "en"), "\(path.id)")
      for criterion in path.criteria {
        #expect(criterion.levels.allSatisfy { $0.text(in: "zh-Hans") != $0.text(in: "en") })
      }
    }
  }

  // MARK: By hand

  private func run(_ path: String, _ set: [(String, String)]) throws -> [String: VariableResult] {
    let request = ModelRunRequest(
      model: path, overrides: set.map { InputOverride(name: $0.0, text: $0.1) }, draws: 2)
    return try Workspace(models: Self.folders).runModel(request).variables
  }

  private func expect(
    _ variables: [String: VariableResult], _ name: String, _ year: Int, _ value: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(
      variables[name]?.years[String(year)] ?? nil, sourceLocation: sourceLocation)
    #expect(
      abs(found.mean / value - 1) < 1e-9, "\(name) of \(year): \(found.mean)",
      sourceLocation: sourceLocation)
  }

  /// Seats 10M x s_curve(0.3, 0.9, 2027, 5) in 2026 x 0.25; the curve is a logistic with a
  /// steepness of ln(81)/5: worked out in Python.
  @Test func codingAssistantByHand() throws {
    let result = try run(
      "coding-assistant",
      [
        ("developers", "10M"), ("adoption_ceiling", "0.9"), ("token_price", "2"),
        ("agent_growth", "0"), ("share_now", "0.25"), ("share_drift", "0"), ("research", "100M"),
        ("paid_ceiling", "0.2"), ("price", "80"), ("price_drift", "0"), ("tokens_free", "40k"),
        ("tokens_paid", "500k"), ("cached", "0.6"), ("cloud_pull", "100"), ("cloud_margin", "0.2"),
        ("code_data", "10M"), ("channel_rate", "0.1"), ("support", "40"),
      ])
    try expect(result, "seats", 2026, 1_190_111.8290346705)
    try expect(result, "paid", 2026, 55_307.29956276702)
    try expect(result, "inference", 2026, 24_528_790.036455184)
    try expect(result, "revenue", 2026, 58_625_737.53653304)
    try expect(result, "contribution", 2026, 12_150_570.794520186)
  }
}
