import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// `model new`: a skeleton, or a copy of another path's model.
@Suite struct NewModelTests {
  private func write(from original: String?) throws -> (text: String, models: TemporaryModels) {
    let models = try TemporaryModels.copy()
    let file = try Workspace(models: [models.path])
      .newModel(id: "smart-toys", from: original, folder: models.path)
    #expect(models.shown(file) == "Models/paths/smart-toys.yaml")
    return (try String(contentsOfFile: file, encoding: .utf8), models)
  }

  @Test(arguments: [nil, "medical-ai", "education-devices", "on-device", "chat-advertising"])
  func itChecksCleanAndRuns(_ original: String?) throws {
    let (text, models) = try write(from: original)
    #expect(text.contains("\npath: smart-toys\n"))
    #expect(text.contains("\ntitle: {en: Smart toys}\n"))
    let workspace = Workspace(models: [models.path])
    #expect(try workspace.checkModels(files: []).isEmpty)
    let company = original.map {
      ["medical-ai": "synyi", "chat-advertising": "tencent"][$0] ?? "iflytek"
    }
    let result = try workspace.runModel(
      ModelRunRequest(model: "smart-toys", company: company, draws: 16))
    #expect(result.variables["revenue"]?.years["2030"] != nil)
  }

  /// The copy keeps everything but its id, title and version, and says what it is a copy of.
  @Test func aCopyIsRenamed() throws {
    let (text, models) = try write(from: "on-device")
    let original = try String(
      contentsOfFile: "\(models.path)/paths/on-device.yaml", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(3) == [
        "# Smart toys: begun as a copy of on-device.",
        "# Say here what is different, and change the lines below one by one.", "#",
      ])
    let changed = zip(
      lines.dropFirst(3), original.split(separator: "\n", omittingEmptySubsequences: false)
    ).filter { $0 != $1 }.map { String($0.0) }
    #expect(changed == ["path: smart-toys", "version: 1", "title: {en: Smart toys}"])
  }

  /// A title of several lines and a later version are replaced as a whole.
  @Test func aTitleOfSeveralLinesIsReplaced() throws {
    let models = try TemporaryModels.copy()
    let path = "\(models.path)/paths/on-device.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("version: 1\n", with: "version: 7\n")
      .replacing(
        "title: {en: On-device models, zh-Hant: 端側模型, zh-Hans: 端侧模型}\n",
        with: "title:\n  en: On-device models\n  zh-Hant: 端側模型\n")
    try models.write("paths/on-device.yaml", text)
    let workspace = Workspace(models: [models.path])
    let file = try workspace.newModel(id: "smart-toys", from: "on-device", folder: models.path)
    let copy = try String(contentsOfFile: file, encoding: .utf8)
    #expect(copy.contains("\nversion: 1\ntitle: {en: Smart toys}\nsummary:\n"))
    #expect(try Workspace(models: [models.path]).checkModels(files: []).isEmpty)
  }

  @Test func whatCanNotBeCopied() throws {
    let models = try TemporaryModels.copy()
    let error = #expect(throws: DiagnosticError.self) {
      try Workspace(models: [models.path])
        .newModel(id: "smart-toys", from: "on-devise", folder: models.path)
    }
    #expect(error?.description.contains("did you mean \"on-device\"?") == true)
    #expect(!FileManager.default.fileExists(atPath: "\(models.path)/paths/smart-toys.yaml"))
  }
}
