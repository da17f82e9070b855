import Breakeven
import Diagnostics
import Foundation
import RunRecord
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

  @Test func everyKindOfFileIsNamed() throws {
    let ours = try TemporaryModels([
      // The id decides, not the file's name.
      "paths/ours.yaml": original("paths/medical-ai.yaml"),
      "companies/synyi.yaml": original("companies/synyi.yaml"),
      "units.yaml": original("units.yaml"),
      "sources.yaml": """
      sources:
        seed-article: {title: T, publisher: P, date: 2025-05-31, kind: article, reference: R}
        ours: {title: T, publisher: P, date: 2025-05-31, kind: article, reference: R}

      """,
    ])
    let record = try run([Repository.models, ours.path])
    let sentences = record.run.overridden.map {
      ours.shown($0).replacingOccurrences(of: Repository.models, with: "Theirs")
    }
    #expect(
      sentences == [
        "Models/companies/synyi.yaml overrides Theirs/companies/synyi.yaml",
        "Models/paths/ours.yaml overrides Theirs/paths/medical-ai.yaml",
        "Models/sources.yaml overrides seed-article of Theirs/sources.yaml",
        "Models/units.yaml overrides Theirs/units.yaml",
      ])
    #expect(record.run.models.map(\.file) == ["paths/ours.yaml"])
  }
}
