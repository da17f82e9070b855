import Evaluation
import RunRecord
import TestSupport
import Testing
import Units

@testable import Assessment

/// Names that can be typed, of the models that come with Breakeven.
@Suite struct InputCatalogueTests {
  private func catalogue() throws -> InputCatalogue {
    let preparation = try ShippedStudy.preparation(EvaluationRequest(draws: 2))
    return InputCatalogue(try ShippedStudy.loaded.get(), evaluators: preparation.evaluators)
  }

  /// The trend of a series has a dot in its name, which parts neither a model nor a company from it.
  @Test(
    arguments: [
      ("users_now.trend", nil, ["consumer-subscriptions"]),
      ("consumer-subscriptions.users_now.trend", nil, ["consumer-subscriptions"]),
      ("openai.users_now.trend", "openai", ["consumer-subscriptions"]),
      ("openai.consumer-subscriptions.users_now.trend", "openai", ["consumer-subscriptions"]),
    ] as [(String, String?, [String])])
  func trendsOfSeriesAreFound(_ name: String, _ company: String?, _ models: [String]) throws {
    let found = try #require(try catalogue().find(name))
    #expect(found.company == company)
    #expect(found.entries.map(\.model) == models)
    #expect(found.entries.map(\.name) == ["users_now.trend"])
    #expect(found.entries.map { $0.unit?.text } == ["1/year"])
  }

  /// The company model's own input `trend` is another.
  @Test(
    arguments: [("company.trend", nil), ("openai.company.trend", "openai")] as [(String, String?)])
  func theTrendOfTheCompanyIsFound(_ name: String, _ company: String?) throws {
    let found = try #require(try catalogue().find(name))
    #expect(found.company == company)
    #expect(found.entries.map(\.model) == ["company"])
    #expect(found.entries.map(\.name) == ["trend"])
  }

  @Test(arguments: [
    "price_now.trend", "medical-ai.users_now.trend", "nobody.users_now.trend",
    "users_now.trend.trend", "openai", "openai.", ".users_now", "",
  ])
  func whatIsNoInputIsNotFound(_ name: String) throws {
    #expect(try catalogue().find(name) == nil)
  }

  /// Growth of the first year is the trend, within 0.65 either way.
  @Test(arguments: ["rate_now.trend", "model-api.rate_now.trend"])
  func aTrendIsSet(_ name: String) throws {
    let result = try ShippedStudy.run(
      ModelRunRequest(
        model: "model-api", asOf: CalendarDay(year: 2026, month: 9, day: 30),
        overrides: [
          InputOverride(name: "rate_now", text: "2bn"), InputOverride(name: name, text: "-0.4"),
          InputOverride(name: "room", text: "1"),
        ], draws: 2, threads: 1))
    #expect(result.variables["growth"]?.years["2026"]?.mean == -0.4)
  }

  /// For one company alone, with or without the model's name.
  @Test(arguments: ["openai.rate_now.trend", "openai.model-api.rate_now.trend"])
  func aCompanysTrendIsSet(_ name: String) throws {
    let run = try ShippedStudy.preparation(
      EvaluationRequest(
        companies: ["openai", "anthropic"], paths: ["model-api"],
        overrides: [InputOverride(name: name, text: "0.1")], draws: 2)
    ).run().0
    func set(_ company: String) -> String? {
      run.evaluation.override(of: "rate_now.trend", in: "model-api", for: company)?.text
    }
    #expect(set("openai") == "0.1")
    #expect(set("anthropic") == nil)
  }
}
