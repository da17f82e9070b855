import ArgumentParser
import Breakeven
import Diagnostics
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing
import TinyStudy

@testable import BreakevenCLI

/// What commands do besides printing.
struct CommandTests {
  @Test func evaluateAsksForWhatTheOptionsSay() throws {
    let invoke = try Invocation()
    let seen = Seen()
    invoke.workspace.onEvaluate = { seen.request = $0 }
    let outcome = invoke(
      "evaluate", "cloud-pipe", "hospital-mind", "--scenario", "price-war", "--draws", "4096",
      "--seed",
      "18446744073709551615", "--threads", "2", "--path", "medical-ai", "--path",
      "chat-advertising", "--set", "price = 0.1M to 0.3M", "--set", "x=a=b", "--sampler", "random",
      "--as-of", "2025-05-31")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      seen.request
        == EvaluationRequest(
          companies: ["cloud-pipe", "hospital-mind"], paths: ["medical-ai", "chat-advertising"],
          asOf: "2025-05-31", scenario: "price-war",
          overrides: [
            InputOverride(name: "price", text: "0.1M to 0.3M"),
            InputOverride(name: "x", text: "a=b"),
          ], draws: 4096, seed: .max, threads: 2, sampler: .random))
    #expect(invoke("evaluate").status == 0)
    // Without --draws a large study may take fewer.
    var usual = EvaluationRequest()
    usual.takesFewerForMany = true
    #expect(seen.request == usual)
  }

  @Test func globalOptionsMayStandFirst() {
    for (given, expected) in [
      ("--quiet evaluate a", "evaluate a --quiet"),
      ("--models A --models=B -q facts list", "facts list --models A --models=B -q"),
      ("--as-of 2025-05-31 explain -- -x", "explain --as-of 2025-05-31 -- -x"),
      // The later folder counts, wherever it stands.
      ("--models A evaluate a --models B", "evaluate a --models A --models B"),
      ("--version", "--version"), ("--help", "--help"), ("--models A", "--models A"),
      ("evaluate --quiet", "evaluate --quiet"),
    ] {
      let arguments = given.split(separator: " ").map(String.init)
      #expect(ArgumentOrder.commandFirst(arguments).joined(separator: " ") == expected)
    }
  }

  /// Where a run comes from is said in the language of the answer.
  @Test func theStoreIsSpokenOfInTheLanguage() throws {
    let invoke = try Invocation()
    #expect(
      invoke("evaluate", "--language", "zh-Hant").error.contains("已將運行 3f2a90c17be4 存入 STORE。"))
  }

  /// Advice names the option that was given.
  @Test func tripwiresInTheModelsFolderAreRefused() throws {
    let models = try TemporaryModels(try TinyModels.files())
    let global = try GlobalOptions.parse(["--models", models.path])
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try DestinationOptions.write(
          "x", to: models.path + "/tripwires.yaml", global, option: "--write")
      })
    #expect(error.description.contains("help: name another file with --write"), "\(error)")
  }

  @Test func evaluateStoresTheRunAndJSONIsTheWholeRecord() throws {
    let invoke = try Invocation()
    let outcome = invoke("evaluate", "--format", "json")
    #expect(outcome.error == "Stored run 3f2a90c17be4 in STORE.\n")
    #expect(try RunCoder.decode(RunRecord.self, from: outcome.output) == TinyStudy.run)
    #expect(outcome.output == (try RunCoder.encode(TinyStudy.run)) + "\n")
    #expect(try RunStore(path: invoke.store).run(id: "3f2a") == TinyStudy.run)
    let shown = invoke("runs", "show", "3f2a", "--format", "json")
    #expect(shown.output == outcome.output)
  }

  @Test func runsAreReadBackAndDeleted() throws {
    let invoke = try Invocation()
    #expect(invoke("runs", "list").status == 66)
    #expect(invoke("evaluate", "--quiet").error == "")
    // Why one does better is no part of a record: a stored run can't say it.
    let fresh = invoke("compare", "cloud-pipe", "hospital-mind", "--no-why")
    let stored = invoke("compare", "cloud-pipe", "hospital-mind", "--run", "3f")
    #expect(stored.output == fresh.output)
    // A stored run has no formulas of the company: all but the part that leads on to them.
    let explained = invoke("explain", "hospital-mind").output
    let start = try #require(explained.range(of: "\nWhere the odds come from\n"))
    let end = try #require(explained.range(of: "\nWhere the company stands today\n"))
    #expect(
      invoke("explain", "hospital-mind", "--run", "3f").output
        == explained[..<start.lowerBound] + explained[end.lowerBound...])
    #expect(invoke("runs", "delete", "3f2a", "ffff").status == 66)
    #expect(invoke("runs", "delete", "3f2a").error == "Deleted run 3f2a90c17be4.\n")
    let empty = invoke("runs", "list")
    #expect(empty.status == 0)
    #expect(empty.output == "")
    #expect(empty.error == "There is nothing to list.\n")
    #expect(invoke("runs", "show").status == 66)
  }

  @Test func outputGoesToAFileWhole() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("league.csv")
    let outcome = invoke("evaluate", "--format", "csv", "--output", file.path)
    #expect(outcome.output == "")
    let direct = invoke("evaluate", "--format", "csv").output
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == direct)
    #expect(Array(direct.unicodeScalars.suffix(3)) != ["\n", "\r", "\n"])
    #expect(direct.unicodeScalars.filter { $0 == "\n" }.count == 5)
    #expect(invoke("companies", "--output", "-").output == invoke("companies").output)
  }

  @Test func reportSaysWhereItIs() throws {
    let invoke = try Invocation()
    let outcome = invoke(
      "report", "--output", "\(invoke.folder.path)/Out", "--format", "html", "--split",
      "--language", "zh-Hans", "--verbose")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        FOLDER/Out/index.html
        - 2 家有风险的公司中，一家较可能在资金耗尽前达到盈亏平衡：医思智能（55%）。
        - 资金耗尽或被出售达 55% 以上：无；到 2030 年底仍在亏损达 55% 以上：无。
        - 未定（没有一种结局达 55%）：1 家。2 家之中，十种未来有九种是 0 至 2 家盈亏平
          衡，同样有九种是 0 至 2 家资金耗尽或被出售。
        - 最常回本的路径是医疗 AI（2 家已评估公司中的 2 家）。路径对概率影响最大的是医思
          智能（不计路径 51%，计入 55%）、云管|科技（不计路径 27%，计入 28%）。

        """)
    #expect(
      try String(
        contentsOf: invoke.folder.appendingPathComponent("Out/companies/cloud-pipe.html"),
        encoding: .utf8) == "zh-Hans")
    #expect(
      outcome.error == """
        Evaluating all companies with at most 16384 draws of seed 1; models from Models.
        已将运行 3f2a90c17be4 存入 STORE。
        Wrote FOLDER/Out/index.html.
        Wrote FOLDER/Out/companies/cloud-pipe.html.
        Wrote 2 files to FOLDER/Out.

        """)
  }

  /// `model run` may name an input by the metric that it reads.
  @Test func aMetricStandsForTheInputThatReadsIt() throws {
    let invoke = try Invocation()
    let seen = Seen()
    invoke.workspace.onRunModel = { seen.model = $0 }
    let outcome = invoke(
      "model", "run", "medical-ai", "--company", "cloud-pipe", "--set", "hospitals_served=1",
      "--set", "price_per_hospital=2", "--set",
      "nothing=3")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      seen.model?.overrides == [
        InputOverride(name: "hospitals_now", text: "1"),
        InputOverride(name: "price_per_hospital", text: "2"),
        InputOverride(name: "nothing", text: "3"),
      ])
  }

  @Test func whoBrokeEvenAlreadyHasNoOdds() throws {
    let invoke = try Invocation()
    let group = try #require(TinyStudy.run.companies.first { $0.id == "big-group" })
    let because = try #require(group.alreadyBrokeEven).message
    invoke.width = 200
    let rows = invoke("evaluate").output.split(separator: "\n")
    let row = try #require(rows.first { $0.contains("Big Group") })
    #expect(row.contains("earns already: companies at risk are ranked"), "\(row)")
    let data = invoke("evaluate", "--format", "csv").output
    #expect(data.contains("big-group,Big Group,,,,true,"), "\(data)")
    let note = invoke("explain", "big-group").output
    #expect(note.contains("Already profitable: \(because)"))
    let comparison = invoke("compare", "big-group", "hospital-mind").output
    #expect(comparison.contains(/in words +already profitable/), "\(comparison)")
    let answer = invoke("report", "--output", invoke.folder.path).output
    #expect(answer.contains("Of 2 companies at risk") && !answer.contains("Big Group"), "\(answer)")
  }

  @Test func withoutAWorkspaceTheProgramSaysSo() throws {
    var surroundings = Surroundings.real
    let seen = Seen()
    surroundings.writeError = { seen.text += $0 }
    surroundings.makeWorkspace = { _ in throw InternalError("no workspace") }
    #expect(BreakevenCommand.run(arguments: ["paths"], in: surroundings) == 70)
    #expect(seen.text == "error: internal error: no workspace\n")
  }

  @Test func colourIsUsedWhereItIsWanted() throws {
    let invoke = try Invocation()
    let bold = "\u{1B}[1m"
    #expect(!invoke("companies").output.contains(bold))
    #expect(invoke("companies", "--color", "always").output.contains(bold))
    invoke.outputIsTerminal = true
    #expect(invoke("companies").output.contains(bold))
    #expect(!invoke("companies", "--color", "never").output.contains(bold))
    invoke.variables = ["NO_COLOR": "1"]
    #expect(!invoke("companies").output.contains(bold))
    #expect(invoke("companies", "--color", "always").output.contains(bold))
    invoke.variables = ["NO_COLOR": ""]
    #expect(invoke("companies").output.contains(bold))
    invoke.errorIsTerminal = true
    invoke.workspace.failure = ExitStatusTests.missing
    #expect(invoke("companies").error.contains("\u{1B}[31;1merror"))
    #expect(!invoke("companies", "--color=never").error.contains("\u{1B}"))
  }

  /// Names, reasons and titles that try to drive the terminal.
  @Test func dataCanNotDriveTheTerminal() throws {
    let evil = "\u{1B}]0;owned\u{07}\u{9B}31m\u{202E}x\r\ny"
    let invoke = try Invocation()
    var run = TinyStudy.run
    run.warnings = [.written(evil)]
    for index in run.companies.indices {
      run.companies[index].name = evil
      run.companies[index].names = LocalizedText(["en": evil])
      run.companies[index].warnings = [.written(evil)]
      if var outcome = run.companies[index].outcome.known {
        outcome.notes = [.written(evil)]
        run.companies[index].outcome = .known(outcome)
      }
      for path in run.companies[index].paths.indices {
        guard var results = run.companies[index].paths[path].results else {
          let reason = NotPursued(because: .written(evil), sources: [])
          run.companies[index].paths[path].state = .notPursued(reason)
          continue
        }
        results.warnings = [.written(evil)]
        for input in results.inputs.indices {
          results.inputs[input].because = [.written(evil)]
          results.inputs[input].unit = UnitName(evil)
        }
        run.companies[index].paths[path].state = .assessed(results)
      }
    }
    for index in run.sources.indices { run.sources[index].title = evil }
    for index in run.paths.indices { run.paths[index].title = LocalizedText(["en": evil]) }
    run.ranking.unranked = ["deep-whale": .written(evil)]
    invoke.workspace.run = run
    for arguments in [
      ["evaluate"], ["evaluate", "--format", "markdown"], ["evaluate", "--format", "csv"],
      ["evaluate", "--format", "json"], ["compare", "cloud-pipe", "deep-whale"],
      ["compare", "cloud-pipe", "hospital-mind", "--format", "csv"], ["explain", "cloud-pipe"],
      ["explain", "cloud-pipe", "medical-ai"], ["companies"], ["paths"], ["sources"],
      ["sources", "--format", "json"], ["model", "list"], ["model", "show", "medical-ai"],
      ["runs", "show"],
    ] {
      let outcome = invoke.run(arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      for text in [outcome.output, outcome.error] {
        let controls = text.unicodeScalars.filter {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r"
        }
        #expect(controls.isEmpty, "\(arguments)")
      }
    }
  }
}

/// Keeps what a closure saw.
final class Seen: @unchecked Sendable {
  var request: EvaluationRequest?
  var model: ModelRunRequest?
  var text = ""
}
