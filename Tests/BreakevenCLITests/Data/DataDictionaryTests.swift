import Foundation
import TestSupport
import Testing

@testable import BreakevenCLI

/// docs/data.md explains every column that is printed.
struct DataDictionaryTests {
  private func columns(under heading: String) throws -> Set<String> {
    let text = try String(
      contentsOf: Repository.folder.appendingPathComponent("docs/data.md"), encoding: .utf8)
    let sections = text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(heading) })
    let cells = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "|").first }
    return Set(
      cells.flatMap { $0.split(separator: ",") }.map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "` "))
      })
  }

  @Test func everyColumnIsExplained() throws {
    #expect(try columns(under: "`evaluate --format csv`:") == Set(LeagueData.keys))
    #expect(try columns(under: "`evaluate --format csv --rows paths`") == Set(PathScoreData.keys))
    #expect(try columns(under: "`compare --format csv`") == Set(ComparisonData.keys))
    #expect(try columns(under: "`brief --format csv`") == Set(BriefData.keys))
    #expect(try columns(under: "`whatif --format csv`") == Set(WhatIfData.keys))
    #expect(
      try columns(under: "`whatif --table")
        == Set(["company", "scenario"] + WhatIfTableData.axes + StandingData.keys))
    #expect(try columns(under: "`whatif --goal") == Set(GoalData.keys))
  }
}
