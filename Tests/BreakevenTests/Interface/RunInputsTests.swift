import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing

/// A stored run held against the models of today.
@Suite struct RunInputsTests {
  private func run(_ models: TemporaryModels) throws -> RunInfo {
    try Workspace(models: [models.path]).evaluate(
      EvaluationRequest(
        companies: ["synyi"], paths: ["medical-ai", "on-device"], draws: 64, threads: 1)
    ).run
  }

  @Test func whatHasChangedIsNamed() throws {
    let models = try TemporaryModels.copy()
    let run = try run(models)
    let same = run.checked(against: try Workspace(models: [models.path]).runInputs())
    #expect(same.map(\.verdict) == [.same, .same, .same, .same])
    #expect(same.compactMap(\.sentence) == [])

    func edit(_ name: String, _ change: (String) -> String) throws {
      let text = try String(contentsOfFile: "\(models.path)/\(name)", encoding: .utf8)
      try models.write(name, change(text))
    }
    try edit("paths/medical-ai.yaml") { $0 + "\n# a remark\n" }
    try edit("paths/chat-advertising.yaml") { $0 + "\n# not used by the run\n" }
    try edit("paths/on-device.yaml") {
      $0.replacingOccurrences(of: "version: 2", with: "version: 3")
    }
    try edit("scoring.yaml") { $0 + "\n# a remark\n" }
    let checks = run.checked(against: try Workspace(models: [models.path]).runInputs())
    #expect(checks.map(\.path) == ["medical-ai", "on-device", nil, nil])
    #expect(checks.map(\.verdict) == [.changed, .changed, .same, .changed])
    let sentence = try #require(checks[0].sentence)
    let then = try #require(run.models.first?.sha256?.prefix(12))
    #expect(
      sentence.hasPrefix(
        "the model medical-ai has changed since this run: version 2 (sha \(then)) then, version 2 "
          + "(sha "))
    #expect(checks[1].now?.hasPrefix("version 3 (sha ") == true)
    #expect(checks[3].sentence?.hasPrefix("the settings have changed since this run: sha ") == true)
  }

  @Test func whatIsGoneIsNamed() {
    let run = RunInfo(
      id: "x", title: "", question: "", seed: 1, draws: 2, sampler: .sobol, scenario: nil,
      overrides: [:], asOf: "2026-06-30", startYear: 2026, horizon: 2030, currency: "CNY",
      discountRate: 0.1, version: "1",
      models: [ModelReference(path: "robotics", version: 3, file: nil, sha256: nil)],
      factsSha256: "a", settingsSha256: "b")
    let checks = run.checked(against: RunInputs(models: [], factsSha256: "c", settingsSha256: "b"))
    #expect(
      checks.map(\.sentence) == [
        "the model robotics of this run is no longer there: version 3 (Swift) then",
        "the facts have changed since this run: sha a then, sha c now", nil,
      ])
  }
}
