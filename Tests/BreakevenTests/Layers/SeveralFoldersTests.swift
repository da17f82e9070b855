import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// Several models folders: of things with the same id, the one in the later folder holds.
@Suite struct SeveralFoldersTests {
  private func tiny() throws -> TemporaryModels {
    try TemporaryModels(TinyModels.files())
  }

  @Test func laterFoldersHold() throws {
    let base = try tiny()
    let own = try TemporaryModels([
      "companies/acme.yaml": TinyModels.acme.replacingOccurrences(
        of: "value: 10,", with: "value: 30,"),
      "paths/ours.yaml": TinyModels.toys.replacingOccurrences(of: "version: 1", with: "version: 2"),
      "paths/games.yaml": TinyModels.toys.replacingOccurrences(
        of: "path: toys", with: "path: games"),
    ])
    let workspace = Workspace(models: [base.path, own.path])
    #expect(try workspace.companies().map(\.id) == ["acme"])
    let models = try workspace.models()
    #expect(models.map(\.path).sorted() == ["company", "games", "toys"])
    #expect(models.first { $0.path == "toys" }?.version == 2)
    let run = try workspace.runModel(ModelRunRequest(model: "toys", company: "acme", draws: 64))
    #expect(run.variables["served"]?.years["2025"]?.mean == 30)
  }

  @Test func twoModelsOfOneFolderMayNotShareAnID() throws {
    let models = try tiny()
    try models.write("paths/again.yaml", TinyModels.toys)
    let problems = try Workspace(models: [models.path]).checkModels(files: [])
    #expect(
      models.shown(DiagnosticError(problems).description) == """
        Models/paths/toys.yaml:1:7: error: the path "toys" is declared twice
         1 | path: toys
           |       ^
          help: Models/paths/again.yaml:1:7 declares it as well; give one of them another id
        """)
  }
}
