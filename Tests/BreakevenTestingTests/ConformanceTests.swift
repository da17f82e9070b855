import Breakeven
import BreakevenTesting
import Evaluation
import Foundation
import RunRecord
import Testing

/// The evaluators that come with Breakeven keep their promises, and the kit notices when one
/// doesn't.
@Suite struct ConformanceTests {
  static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Models").path

  /// Every model file in the folder, without an edit here.
  static let paths =
    ((try? FileManager.default.contentsOfDirectory(atPath: models + "/paths")) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  @Test(arguments: paths)
  func modelFilesConform(path: String) {
    expectConformance(ofModel: path, models: [Self.models], draws: 64)
  }

  @Test func thereAreModelFiles() {
    #expect(Self.paths.count >= 4)
  }

  private func problems(_ evaluator: any Evaluator) throws -> [String] {
    try ConformanceCheck(
      evaluator: evaluator, models: [Self.models], companies: ["alibaba", "tencent"], draws: 64
    ).problems()
  }

  @Test func smallestEvaluatorConforms() throws {
    #expect(try problems(Subscriptions()) == [])
  }

  @Test func companiesThatLackFactsAreNoTest() throws {
    let check = ConformanceCheck(
      evaluator: Subscriptions(), models: [Self.models], companies: ["yitu"], draws: 64)
    let problems = try check.problems()
    #expect(problems == ["no company of \(Self.models) can be assessed on subscriptions"])
  }

  @Test func memoryOfEarlierCallsIsNoticed() throws {
    let evaluator = Subscriptions(isForgetful: false)
    let problems = try problems(evaluator)
    #expect(
      problems.contains(
        "alibaba: the same seed gave other results when the companies came in another order"))
    #expect(problems.contains("alibaba: evaluated alone, the results are others"))
  }

  @Test func sourcesThatNobodyKnowsAreNoticed() throws {
    #expect(
      try problems(Subscriptions(source: "hearsay")) == [
        "alibaba: sources.yaml has no source \"hearsay\"",
        "tencent: sources.yaml has no source \"hearsay\"",
      ])
  }

  @Test func factsThatAreNeededButNotDeclaredAreNoticed() throws {
    let problems = try problems(Subscriptions(isCareful: false))
    #expect(problems.count == 2)
    #expect(
      problems.first?.hasPrefix(
        "alibaba: the facts that needs names are not enough: "
          + "BreakevenTestingTests/Subscriptions.swift:") == true)
    #expect(problems.first?.contains("\"users\" needs the fact \"chat_mau\"") == true)
  }
}
