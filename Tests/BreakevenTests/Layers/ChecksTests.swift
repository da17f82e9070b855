import Breakeven
import RunRecord
import TestSupport
import Testing

/// What a path's file expects of all companies together.
///
/// Acme alone serves 10 shops.
@Suite struct ChecksTests {
  private func warnings(
    expecting range: String, companies: [String] = []
  ) throws -> [Remark] {
    var files = try TinyModels.files()
    files["paths/toys.yaml"]? += "checks: [{sum: shops, by: region, expect: \(range)}]\n"
    let models = try TemporaryModels(files)
    return try Workspace(models: [models.path]).evaluate(
      EvaluationRequest(companies: companies, draws: 64, threads: 1)
    ).warnings
  }

  @Test func aSumOutOfRangeIsNamed() throws {
    #expect(
      try warnings(expecting: "20 to 40") == [
        Remark(
          .expectedSum,
          [
            "path": .named(LocalizedText(["en": "Toys"])), "input": .text("shops"),
            "region": .text("china"), "sum": .number(10), "low": .number(20), "high": .number(40),
          ])
      ])
  }

  @Test func aSumInRangeIsNot() throws {
    #expect(try warnings(expecting: "10 to 12").isEmpty)
  }

  /// Some of the companies can't give the sum of all.
  @Test func chosenCompaniesAreNotAddedUp() throws {
    #expect(try warnings(expecting: "20 to 40", companies: ["acme"]).isEmpty)
  }
}
