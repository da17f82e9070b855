import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing
import TinyStudy

@testable import BreakevenCLI

/// Charts and graphs of models, ratings, and stored runs whose models have changed.
struct ModelToolsTests {
  @Test func aChartIsWrittenBesideTheTable() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("fan.svg")
    let outcome = invoke(
      "model", "run", "medical-ai", "--company", "cloud-pipe", "--chart", file.path,
      "--output-name", "revenue")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.output == invoke("model", "run", "medical-ai", "--company", "cloud-pipe").output)
    #expect(outcome.error == "Drew revenue in FOLDER/fan.svg.\n")
    let svg = try String(contentsOf: file, encoding: .utf8)
    #expect(svg.contains(">medical-ai, cloud-pipe: revenue, CNY/year<"))
    #expect(svg.contains(">2026<") && svg.contains(">2030<"))
  }

  @Test func whatCanNotBeDrawnIsSaid() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("fan.svg").path
    for (name, status, message) in [
      (
        "revenu", 66 as Int32,
        "error: medical-ai has no output or variable \"revenu\"\n  help: did you mean \"revenue\"?\n"
      ),
      (
        "margin", 65,
        "error: \"margin\" doesn't vary from year to year, so there is no fan to draw\n"
          + "  help: name another output or variable with --output-name\n"
      ),
    ] {
      let outcome = invoke(
        "model", "run", "medical-ai", "--company", "cloud-pipe", "--chart", file, "--output-name",
        name)
      #expect(outcome.status == status)
      #expect(outcome.error.hasPrefix(message), "\(outcome.error)")
      #expect(!FileManager.default.fileExists(atPath: file))
    }
    #expect(
      invoke("model", "run", "medical-ai", "--company", "cloud-pipe", "--chart", "fan.png").status
        == 64)
    #expect(invoke("model", "show", "m", "--program", "--graph", "svg").status == 64)
  }

  @Test func aGraphIsSVGOrMermaid() throws {
    let invoke = try Invocation()
    let svg = invoke("model", "show", "medical-ai", "--graph", "svg")
    #expect(svg.status == 0)
    #expect(svg.output.hasPrefix("<?xml") && svg.output.hasSuffix("</svg>\n"))
    #expect(invoke("model", "show", "medical-ai", "--graph", "dot").status == 64)
  }

  /// Whatever is new takes no other model's place.
  @Test(arguments: [
    (
      "medical-ai",
      "error: the path medical-ai is there already, in Models/paths/medical-ai.yaml\n"
        + "  help: choose another id; --from medical-ai begins with a copy of it\n1 error\n"
    ),
    (
      "company",
      "error: company is the name of the model of all companies, and no path's id\n"
        + "  help: choose another id\n1 error\n"
    ),
  ])
  func aNewModelHasAnIDOfItsOwn(_ id: String, _ message: String) throws {
    let outcome = try Invocation()("model", "new", id)
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.error == message)
  }

  /// A path of any folder is known by its id, and by its file where another has mistakes; the folder that
  /// the new model is for needn't be there.
  @Test func pathsOfAllFoldersAreKnown() throws {
    let study = try TinyStudy.copy()
    let mine = study.path + "-mine"
    defer { try? FileManager.default.removeItem(atPath: mine) }
    let seen = Seen()
    var surroundings = Surroundings.real
    surroundings.writeOutput = { _ in }
    surroundings.writeError = { seen.text += $0 }
    func new(_ id: String) -> Int32 {
      seen.text = ""
      // Each time anew, since a workspace reads its files once.
      surroundings.makeWorkspace = Surroundings.real.makeWorkspace
      return BreakevenCommand.run(
        arguments: ["model", "new", id, "--models", study.path, "--models", mine],
        in: surroundings)
    }
    let text = try String(contentsOfFile: study.path + "/paths/medical-ai.yaml", encoding: .utf8)
    try study.remove("paths/medical-ai.yaml")
    try study.write("paths/doctors.yaml", text)
    #expect(new("medical-ai") == 65)
    #expect(
      seen.text.contains(
        "the path medical-ai is there already, in \(study.path)/paths/doctors.yaml"),
      "\(seen.text)")
    try study.write("paths/broken.yaml", "path: [")
    #expect(new("chat-advertising") == 65)
    #expect(
      seen.text.contains(
        "the path chat-advertising is there already, in \(study.path)/paths/chat-advertising.yaml"),
      "\(seen.text)")
    #expect(!FileManager.default.fileExists(atPath: mine))
    #expect(new("robotics") == 0, "\(seen.text)")
    #expect(FileManager.default.fileExists(atPath: mine + "/paths/robotics.yaml"))
  }

  @Test func ratingsOrAMetric() throws {
    let invoke = try Invocation()
    #expect(invoke("facts", "cloud-pipe").status == 64)
    #expect(invoke("facts", "cloud-pipe", "revenue", "--ratings").status == 64)
    #expect(
      invoke("facts", "cloud-pipe", "--ratings", "--format", "csv").output.hasPrefix("company,"))
  }

  /// A run whose medical model was changed and whose chat model has gone, with other facts.
  private static func changed(_ invoke: Invocation) {
    var inputs = RunInputs(
      models: TinyStudy.run.run.models.filter { $0.path == "medical-ai" }, factsSha256: "ffff",
      settingsSha256: TinyStudy.run.run.settingsSha256)
    inputs.models[0].sha256 = "00aa11bb22cc33dd44"
    invoke.workspace.inputs = inputs
  }

  private static let warnings = """
    warning: the model chat-advertising of this run is no longer there: version 1 (sha \
    e4d909c290d0) then
    warning: the model medical-ai has changed since this run: version 2 (sha e4d909c290d0) then, \
    version 2 (sha 00aa11bb22cc) now
    warning: the facts have changed since this run: sha a3f5c2d4e6b8 then, sha ffff now
      help: evaluate again for today's numbers; to repeat the run, take back its models and facts
    3 warnings

    """

  @Test func aStoredRunWarnsOfWhatHasChanged() throws {
    let invoke = try Invocation()
    #expect(invoke("evaluate", "--quiet").status == 0)
    let commands = [
      ["explain", "hospital-mind", "--run", "3f"],
      ["compare", "cloud-pipe", "hospital-mind", "--run", "3f"],
      ["runs", "show", "3f"],
    ]
    for command in commands { #expect(invoke.run(command).error == "") }
    let before = commands.map { invoke.run($0).output }
    Self.changed(invoke)
    for (index, command) in commands.enumerated() {
      let outcome = invoke.run(command)
      #expect(outcome.status == 0)
      #expect(outcome.error == Self.warnings)
      #expect(index == 2 || outcome.output == before[index])
    }
    expectSnapshot(invoke("runs", "show").output, "Output/runs-show-changed.txt")
    expectFits(invoke("runs", "show").output)
  }

  @Test func runsCheck() throws {
    let invoke = try Invocation()
    #expect(invoke("evaluate", "--quiet").status == 0)
    let same = invoke("runs", "check", "3f2a")
    #expect(same.status == 0)
    #expect(
      same.error
        == "Run 3f2a90c17be4 is up to date: nothing it was made from has changed.\n")
    Self.changed(invoke)
    let changed = invoke("runs", "check")
    #expect(changed.status == 1)
    #expect(
      changed.error
        == "Run 3f2a90c17be4 is out of date: evaluate again for today's numbers; to repeat the "
        + "run, take back its models and facts.\n")
    expectSnapshot(changed.output, "Output/runs-check.txt")
    let translated = invoke("runs", "check", "--language", "zh-Hant")
    #expect(translated.output.contains("已變更") && translated.output.contains("比對"))
    #expect(translated.error.contains("運行 3f2a90c17be4 已過時"))
    expectFits(changed.output)
    #expect(invoke("runs", "check", "ffff").status == 66)
    invoke.workspace.failure = Missing()
    #expect(invoke("runs", "check").status == 70)
    let unknown = invoke("explain", "hospital-mind", "--run", "3f")
    #expect(unknown.status == 0)
    #expect(unknown.error.hasPrefix("Whether this run is still up to date isn't known"))
  }

  private struct Missing: Error {}
}
