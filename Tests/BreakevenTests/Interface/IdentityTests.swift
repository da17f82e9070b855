import Breakeven
import Evaluation
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing

/// The hash by which a run is found again instead of being evaluated anew.
@Suite struct IdentityTests {
  private static let request = EvaluationRequest(
    companies: ["synyi"], paths: ["medical-ai", "on-device"], draws: 64, threads: 1)

  private func identity(
    _ models: TemporaryModels, _ change: (inout EvaluationRequest) -> Void = { _ in }
  ) throws -> String {
    var request = Self.request
    change(&request)
    return try #require(try Workspace(models: [models.path]).identity(of: request))
  }

  @Test func everyPartOfARequestCounts() throws {
    let models = try TemporaryModels.copy()
    let own = try identity(models)
    #expect(try identity(models) == own)
    #expect(try identity(models) { $0.threads = 2 } == own)
    let others = [
      try identity(models) { $0.companies = ["synyi", "iflytek"] },
      try identity(models) { $0.companies = [] },
      try identity(models) { $0.paths = ["medical-ai"] },
      try identity(models) { $0.paths = [] },
      try identity(models) { $0.asOf = "2025-05-31" },
      try identity(models) { $0.scenario = "slow-consolidation" },
      try identity(models) { $0.overrides = [InputOverride(name: "market_age", text: "0.5")] },
      try identity(models) { $0.overrides = [InputOverride(name: "market_age", text: "0.50")] },
      try identity(models) { $0.draws = 128 },
      try identity(models) { $0.seed = 2 },
      try identity(models) { $0.sampler = .random },
    ]
    #expect(Set(others + [own]).count == others.count + 1)
  }

  @Test(arguments: [
    "paths/medical-ai.yaml", "companies/synyi.yaml", "companies/iflytek.yaml", "markets/china.yaml",
    "sources.yaml", "metrics.yaml", "scoring.yaml", "company.yaml", "study.yaml", "units.yaml",
  ])
  func everyFileThatIsUsedCounts(file: String) throws {
    let models = try TemporaryModels.copy()
    let before = try identity(models)
    try append("# a remark", to: file, of: models)
    #expect(try identity(models) != before)
  }

  @Test func whatIsNotUsedDoesNotCount() throws {
    let models = try TemporaryModels.copy()
    let before = try identity(models)
    try append("# not asked for", to: "paths/chat-advertising.yaml", of: models)
    try append("# not this scenario", to: "scenarios/slow-consolidation.yaml", of: models)
    #expect(try identity(models) == before)
  }

  @Test func theReasonOfAScenarioCounts() throws {
    let models = try TemporaryModels.copy()
    let file = "scenarios/slow-consolidation.yaml"
    let before = try identity(models) { $0.scenario = "slow-consolidation" }
    let text = try String(contentsOfFile: "\(models.path)/\(file)", encoding: .utf8)
    try models.write(file, text.replacingOccurrences(of: "Backers", with: "Patrons"))
    #expect(try identity(models) { $0.scenario = "slow-consolidation" } != before)
  }

  @Test func theStoredRunIsTheFreshOneToTheByte() throws {
    let models = try TemporaryModels.copy()
    let workspace = Workspace(models: [models.path])
    let identity = try #require(try workspace.identity(of: Self.request))
    let fresh = try workspace.evaluate(Self.request)
    let store = try RunStore(path: "\(models.path)/runs.sqlite")
    try store.save(fresh, createdAt: "1", identity: identity)
    let stored = try #require(try store.run(identity: identity, usedAt: "2"))
    #expect(stored == fresh)
    #expect(try RunCoder.encode(stored) == RunCoder.encode(fresh))
    #expect(try store.list().map(\.createdAt) == ["2"])
  }

  private func append(_ line: String, to file: String, of models: TemporaryModels) throws {
    let text = try String(contentsOfFile: "\(models.path)/\(file)", encoding: .utf8)
    try models.write(file, text + "\n\(line)\n")
  }
}
