import Diagnostics
import RunRecord
import Testing

@testable import BreakevenCLI

/// A model that was run alone, where some of it is no number.
struct ModelDataTests {
  private static let summary = VariableSummary(
    mean: 2, standardError: 0.1, sd: 1, p5: 1, p50: 2, p95: 3, flagged: 0)
  private static let result = ModelRunResult(
    path: "toys", draws: 64, seed: 1,
    variables: [
      "adopters": VariableResult(unit: "1", years: [:], withoutNumber: ["2026", "2027"]),
      "win": VariableResult(
        unit: "1", years: ["2026": summary], withoutNumber: nil, withheld: ["2027": 40]),
      "share": VariableResult(unit: "1", years: [:], withheld: ["all": 40]),
      "fixed": VariableResult(unit: "1", years: ["all": summary]),
    ])

  /// Every variable and year has a row; of those without a number the last column counts the draws.
  @Test func whatHasNoNumberHasARow() {
    let rows = ModelData.table(Self.result).rows.map { row in row.map(\.plain) }
    let none = Array(repeating: "", count: 6)
    #expect(
      rows == [
        ["adopters", "1", "2026"] + none + ["64"], ["adopters", "1", "2027"] + none + ["64"],
        ["fixed", "1", "all", "2", "0.1", "1", "1", "2", "3", "0"],
        ["share", "1", "all"] + none + ["40"],
        ["win", "1", "2026", "2", "0.1", "1", "1", "2", "3", "0"],
        ["win", "1", "2027"] + none + ["40"],
      ])
  }

  @Test(arguments: [
    ("adopters", "\"adopters\" is no number in any draw, so there is nothing to draw"),
    (
      "share",
      "\"share\" is withheld, since up to 40 of 64 draws give no number, so there is nothing to draw"
    ),
    ("win", "\"win\" has a number in 2026 alone, so there is no fan to draw"),
    ("fixed", "\"fixed\" doesn't vary from year to year, so there is no fan to draw"),
  ])
  func noFanHasItsReason(_ name: String, _ message: String) throws {
    let mistake = try #require(
      #expect(throws: Diagnostic.self) {
        try ModelChart(result: Self.result, company: nil).svg(of: name)
      })
    #expect(mistake.message == message)
  }
}
