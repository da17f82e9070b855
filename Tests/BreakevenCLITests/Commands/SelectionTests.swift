import Breakeven
import Foundation
import Reporting
import RunRecord
import TestSupport
import Testing
import TinyStudy

@testable import BreakevenCLI

/// What was asked for bounds what can be said of it.
struct SelectionTests {
  /// A day after the last that is known says nothing of what was; nothing is stored of it.
  @Test(arguments: ["brief", "report"])
  func sinceIsBeforeTheAsOfDay(_ command: String) throws {
    let invoke = try Invocation()
    let outcome = invoke(command, "--since", "2026-07-01")
    #expect(outcome.status == 64)
    #expect(
      outcome.error.hasPrefix(
        "Error: --since takes a day before 2026-06-30, the as-of day, not 2026-07-01\n"),
      "\(outcome.error)")
    #expect(outcome.output == "")
    #expect(!FileManager.default.fileExists(atPath: invoke.store))
  }

  @Test func aTermTakesNoFurtherWord() throws {
    let outcome = try Invocation()("explain", "runway", "extra")
    #expect(outcome.status == 64)
    #expect(
      outcome.error.hasPrefix(
        "Error: \"runway\" is a term, which takes no further word: not \"extra\"\n"),
      "\(outcome.error)")
  }

  /// A place among the compared alone would read as one in the study.
  @Test func theComparedHavePlacesOnlyAmongOthers() throws {
    let run = TinyStudy.run
    let places = ["\ntier ", "\nrank ", "- Rank: "]
    let ids = ["cloud-pipe", "hospital-mind"]
    let among = try Invocation().run(["compare", "--no-why"] + ids).output
    let invoke = try Invocation()
    invoke.workspace.run.companies = run.companies.filter { ids.contains($0.id) }
    let alone = invoke.run(["compare", "--no-why"] + ids).output
    for place in places {
      #expect(among.contains(place), "\(among)")
      #expect(!alone.contains(place), "\(alone)")
    }
    #expect(alone.contains("P(beats)"))
  }

  /// One company alone is ahead of nobody.
  @Test func oneCompanyHasNoPlace() throws {
    var run = TinyStudy.run
    let row = { (run: RunRecord) -> [String: DataTable.Cell] in
      let table = LeagueData(run: run).table
      return Dictionary(zip(table.keys, table.rows[0]), uniquingKeysWith: { $1 })
    }
    let keys = ["tier", "rank_p5", "rank_p95", "leads_if"]
    #expect(keys.allSatisfy { row(run)[$0] != .empty })
    run.companies = run.companies.filter { $0.id == run.ranking.order[0].id }
    run.ranking.order = [run.ranking.order[0]]
    #expect(keys.allSatisfy { row(run)[$0] == .empty })
    #expect(row(run)["broke_even"] != .empty)
  }

  /// The examples of `model run --help` have the facts that they need.
  @Test(
    arguments: HelpExamplesTests.examples.filter {
      $0.hasPrefix("breakeven model run ") && !$0.contains(".yaml")
    })
  func examplesOfModelRunRun(_ line: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("breakeven-examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = HelpExamplesTests.words(line).dropFirst().map {
      $0.hasSuffix(".svg") ? folder.appendingPathComponent($0).path : $0
    }
    var surroundings = Surroundings.real
    surroundings.makeWorkspace = { _ in
      Workspace(models: [Repository.folder.appendingPathComponent("Models").path])
    }
    surroundings.writeOutput = { _ in }
    let status = BreakevenCommand.run(arguments: words + ["--draws", "64"], in: surroundings)
    #expect(status == 0)
  }
}
