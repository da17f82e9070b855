import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// `model run` without a company, and what it says where something is wrong.
@Suite struct ModelRunTests {
  private func run(_ overrides: [(String, String)], model: String = "medical-ai") throws
    -> ModelRunResult
  {
    try Workspace(models: [Repository.models]).runModel(
      ModelRunRequest(
        model: model, overrides: overrides.map { InputOverride(name: $0.0, text: $0.1) },
        draws: 64, threads: 1))
  }

  /// A company's input, a market's and an assumption, by name and by path and name.
  @Test func everyInputCanBeSet() throws {
    let result = try run([
      ("customers_now", "150"), ("medical-ai.token_price", "1"), ("tokens", "1k"),
      ("price", "1M"), ("price_drift", "0"),
    ])
    let first = try #require(result.variables["revenue"]?.years.keys.min())
    let served = try #require(result.variables["served"]?.years[first])
    let revenue = try #require(result.variables["revenue"]?.years[first])
    // revenue = served · price · price_index, and the index is 1 where the price doesn't drift.
    #expect(abs(revenue.mean - 1e6 * served.mean) <= 1e-9 * revenue.mean)
    let cases = try #require(result.variables["cases"]?.years[first])
    let inference = try #require(result.variables["inference"]?.years[first])
    // 1000 tokens a case at 1 CNY a million tokens.
    #expect(abs(inference.mean - 1e-3 * cases.mean) <= 1e-9 * inference.mean)
  }

  static let mistakes: [(model: String, set: [(String, String)], message: String)] = [
    (
      "medical-ai", [],
      """
      error: medical-ai needs an input that only a company's facts or its market give: \
      "customers_now" [hospital]
        help: name a company with --company, or set it: --set customers_now='LOW to HIGH'
      """
    ),
    (
      "chat-advertising", [],
      """
      error: chat-advertising needs inputs that only a company's facts or its market give: \
      "mau_now" [user], "brand" [1], "in_head_group" [1]
        help: name a company with --company, or set them: --set mau_now='LOW to HIGH' \
      --set brand='LOW to HIGH' --set in_head_group='LOW to HIGH'
      """
    ),
    (
      "medical-ai", [("chrun", "1")],
      """
      error: medical-ai has no input "chrun" to set
        help: did you mean "churn"?
      """
    ),
    (
      "medical-ai", [("medical-ai.chrun", "1")],
      """
      error: medical-ai has no input "chrun" to set
        help: did you mean "churn"?
      """
    ),
    (
      "medical-ai", [("hospitals_served", "150")],
      """
      error: medical-ai has no input "hospitals_served" to set
        help: the input is called "customers_now"
      """
    ),
    (
      "medical-ai", [("revenue", "150")],
      """
      error: "revenue" can't be set: medical-ai computes it by a formula
        help: set an input that it is computed from; `breakeven model show medical-ai` lists them
      """
    ),
  ]

  @Test(arguments: mistakes.indices)
  func mistake(_ index: Int) throws {
    let example = Self.mistakes[index]
    let error = try #require(
      #expect(throws: DiagnosticError.self) { try run(example.set, model: example.model) })
    #expect(error.description == example.message)
    #expect(error.category == .missing)
  }

  @Test func anInputOfAnotherModelIsRefused() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) { try run([("customers_now", "1"), ("early", "1")]) })
    #expect(error.description.hasPrefix("error: medical-ai has no input \"early\" to set"))
  }

  /// The page holds what a reader of the model asks for.
  @Test func thePage() throws {
    let model = try Workspace(models: [Repository.models])
      .showModel("medical-ai", asProgram: false)
    for text in [
      "```mermaid\nflowchart LR\n", "## Inputs", "## Formulas, in order of computation",
      "## Sources", "## Readiness",
    ] {
      #expect(model.markdown.contains(text), "\(text)")
    }
    #expect(model.path.formulas.count(where: { $0.name == "revenue" }) == 1)
    #expect(model.dependencies["revenue"] == ["served", "price", "price_index"])
    let cited = Set(model.inputs.flatMap(\.sources))
    #expect(!cited.isEmpty)
    for source in cited { #expect(model.markdown.contains("- `\(source)`: "), "\(source)") }
    // What a formula uses is computed before it, but for values of the year before.
    let names = model.path.formulas.map(\.name)
    let inputs = Set(model.inputs.map(\.name))
    for name in names {
      for used in model.dependencies[name] ?? [] {
        #expect(inputs.contains(used) || names.contains(used), "\(used)")
      }
    }
  }

  /// The smallest folder: its company is assessed, and its facts answer.
  @Test func theTinyModelsRun() throws {
    let models = try TemporaryModels(TinyModels.files())
    let workspace = Workspace(models: [models.path])
    #expect(try workspace.companies().map(\.assessed) == [["toys"]])
    let result = try workspace.runModel(
      ModelRunRequest(model: "toys", company: "acme", draws: 64))
    #expect(result.variables["served"]?.years["2025"]?.mean == 10)
  }

  /// The sources that market inputs cite stand in the model's page.
  @Test func thePageCitesSources() throws {
    let models = try TemporaryModels(TinyModels.files())
    let model = try Workspace(models: [models.path]).showModel("toys", asProgram: false)
    #expect(model.markdown.contains("| `ar-2024` |"))
  }

  /// A model that divides by zero in every draw has years without a number, not years left out.
  @Test func noNumberInAnyDraw() throws {
    var files = try TinyModels.files()
    files["paths/toys.yaml"] = TinyModels.toys.replacingOccurrences(
      of: "served * sold * price", with: "served * sold * price / (1 - 1)")
    let models = try TemporaryModels(files)
    let result = try Workspace(models: [models.path]).runModel(
      ModelRunRequest(model: "toys", company: "acme", draws: 64))
    let sales = try #require(result.variables["sales"])
    #expect(sales.years.isEmpty)
    #expect(sales.withoutNumber == ["2025", "2026", "2027", "2028", "2029", "2030"])
    #expect(result.variables["served"]?.withoutNumber == nil)
  }
}
