import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// Several models folders, of which the later ones override by id.
@Suite struct OverriddenFilesTests {
  private func original(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Repository.models)/\(name)", encoding: .utf8)
  }

  private func run(_ folders: [String]) throws -> RunRecord {
    try Workspace(models: folders).evaluate(
      EvaluationRequest(companies: ["synyi"], paths: ["medical-ai"], draws: 64, threads: 1))
  }

  @Test func oneFolderOverridesNothing() throws {
    let record = try run([Repository.models])
    #expect(record.run.overridden == [])
    let empty = try TemporaryModels(["sources.yaml": "sources: {}\n"])
    #expect(try run([Repository.models, empty.path]).run.overridden == [])
  }

  @Test func filesThatHoldOneThingAreNamed() throws {
    let ours = try TemporaryModels([
      // The id decides, not the file's name.
      "paths/ours.yaml": original("paths/medical-ai.yaml"),
      "scenarios/ours.yaml": original("scenarios/slow-consolidation.yaml"),
      "scoring.yaml": original("scoring.yaml"),
    ])
    let record = try run([Repository.models, ours.path])
    let sentences = record.run.overridden.map {
      ours.shown($0.message).replacingOccurrences(of: Repository.models, with: "Theirs")
    }
    #expect(
      sentences == [
        "Models/paths/ours.yaml overrides Theirs/paths/medical-ai.yaml",
        "Models/scenarios/ours.yaml overrides Theirs/scenarios/slow-consolidation.yaml",
        "Models/scoring.yaml overrides Theirs/scoring.yaml",
      ])
    #expect(record.run.models.map(\.file) == ["paths/ours.yaml"])
  }
}
