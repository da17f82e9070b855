import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// Units that a later models folder means otherwise.
@Suite struct RedefinedUnitTests {
  /// A unit of another size is named by the run and by the path whose model computes in it, and not
  /// by the others; one that says the same is no matter.
  @Test func aRedefinedUnitIsNamed() throws {
    let units = "units:\n  million_token: {is: 1e3 token, title: {en: million tokens}}\n"
    let folder = try TemporaryModels(["units.yaml": units])
    let workspace = Workspace(models: [Repository.models, folder.path])
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["synyi", "tal-education"], draws: 64, threads: 1))
    let remark =
      "Models/units.yaml redefines the unit million_token: 1000 token instead of 1000000 token"
    #expect(run.warnings.map { folder.shown($0.message) } == [remark])
    for company in run.companies {
      for cell in company.paths {
        guard let results = cell.results else { continue }
        let isNamed = results.warnings.contains { folder.shown($0.message) == remark }
        let text = try String(
          contentsOfFile: Repository.models + "/paths/\(cell.path).yaml", encoding: .utf8)
        #expect(isNamed == text.contains("million_token"), "\(company.id) on \(cell.path)")
      }
    }
    let problems = try workspace.checkModels(files: [])
    #expect(
      problems.map(\.message) == [
        "million_token is 1000 token here and 1000000 token in an earlier folder"
      ])
    #expect(problems.allSatisfy { $0.severity == .warning })
    let same = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1000000 token, title: {en: M}}\n"
    ])
    #expect(
      try Workspace(models: [Repository.models, same.path]).checkModels(files: []).isEmpty)
  }

  /// A unit can't become another kind of quantity.
  @Test func aUnitOfAnotherKindIsAnError() throws {
    let folder = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1e6 user, title: {en: million tokens}}\n"
    ])
    let problems = try Workspace(models: [Repository.models, folder.path]).checkModels(files: [])
    #expect(
      problems.first?.message
        == "million_token is 1000000 user here and 1000000 token in an earlier folder: another "
        + "kind of quantity")
    #expect(problems.first?.severity == .error)
  }
}
