import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing

/// The verticals of `Verticals/`, laid over the study.
@Suite struct VerticalsTests {
  private static let folders = [
    Repository.models, Repository.folder.appending(path: "Verticals").path,
  ]

  private static let run = Result {
    try Workspace(models: folders).evaluate(
      EvaluationRequest(
        companies: ["cloudwalk", "iflytek", "sensetime", "yitu"], draws: 1024, threads: 2))
  }

  private func assessment(_ company: String, _ path: String) throws -> AssessmentRecord {
    let record = try Self.run.get()
    let found = try #require(record.companies.first { $0.id == company })
    return try #require(found.paths.first { $0.path == path })
  }

  @Test func theyCheckClean() throws {
    #expect(try Workspace(models: Self.folders).checkModels(files: []).isEmpty)
    let record = try Self.run.get()
    #expect(record.run.overridden.isEmpty)
    for path in record.paths {
      #expect(path.title.text(in: "zh-Hant") != path.title.text(in: "en"), "\(path.id)")
      for criterion in path.criteria {
        #expect(criterion.levels.allSatisfy { $0.text(in: "zh-Hans") != $0.text(in: "en") })
      }
    }
  }

  /// A model begins with what the company reports: CloudWalk 500.54 million in 2025, iFlytek's
  /// enterprise line 643 million in 2024, SenseTime's vision 436 million in half of 2025.
  @Test(arguments: [
    ("cloudwalk", "enterprise-projects", 500.54e6), ("iflytek", "enterprise-projects", 643e6),
    ("sensetime", "smart-city-vision", 872e6),
  ])
  func theFirstYearIsWhatIsReported(_ company: String, _ path: String, _ revenue: Double) throws {
    let found = try assessment(company, path)
    let first = try #require(found.series["revenue"]?[2026]?.p50)
    #expect(abs(first / revenue - 1) < 0.05)
    #expect(!found.warnings.contains { $0.kind == .modelledAgainstReported }, "\(found.warnings)")
  }

  /// CloudWalk reported gross margins of 27% to 36% for 2024 and 2025.
  @Test func theMarginIsThin() throws {
    let margin = try #require(
      try assessment("cloudwalk", "enterprise-projects").series["gross_margin"]?[2026])
    #expect((0.27...0.4).contains(margin.p50))
    let city = try #require(
      try assessment("sensetime", "smart-city-vision").series["gross_margin"]?[2026])
    #expect((0.35...0.5).contains(city.p50))
  }

  // MARK: By hand

  private func run(_ path: String, _ set: [(String, String)]) throws -> [String: VariableResult] {
    let request = ModelRunRequest(
      model: path, overrides: set.map { InputOverride(name: $0.0, text: $0.1) }, draws: 2)
    return try Workspace(models: Self.folders).runModel(request).variables
  }

  private func expect(
    _ variables: [String: VariableResult], _ name: String, _ year: Int, _ value: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(
      variables[name]?.years[String(year)] ?? nil, sourceLocation: sourceLocation)
    #expect(
      abs(found.mean / value - 1) < 1e-9, "\(name) of \(year): \(found.mean)",
      sourceLocation: sourceLocation)
  }

  /// 500M delivered: goods 200, 100 projects of 800 days at 1,500 CNY 120, channel 25, bids 40,
  /// warranty 20, receivables of 400 lose 20 and wait for 32: 43 are left.
  ///
  /// In 2027 550 are usually
  /// signed, with a landmark of 0.4 it is 770; half of 500 + 770 is delivered.
  @Test func enterpriseProjectsByHand() throws {
    let result = try run(
      "enterprise-projects",
      [
        ("market_spend", "50B"), ("rate_now", "500M"), ("signing_growth", "0.1"),
        ("collection_time", "0.8"), ("research", "100M"), ("landmark_year_a", "2027.4"),
        ("landmark_year_b", "2032"), ("landmark_size", "0.4"), ("delivery_rate", "0.5"),
        ("contract_value", "5M"), ("price_drift", "0"), ("bought_in", "0.4"),
        ("person_days", "800"), ("day_rate", "1500"), ("reuse", "0"), ("channel_rate", "0.05"),
        ("presales_rate", "0.08"), ("warranty", "0.04"), ("credit_loss", "0.05"),
        ("waiting_rate", "0.08"),
      ])
    try expect(result, "revenue", 2026, 500e6)
    try expect(result, "gross_margin", 2026, 0.36)
    try expect(result, "contribution", 2026, 43e6)
    try expect(result, "signed", 2027, 770e6)
    try expect(result, "revenue", 2027, 635e6)
    // Booked 635, of which receivables grew by 108.
    try expect(result, "collected", 2027, 527e6)
  }

  /// 800M of 10bn: hardware 360, sites 80, inference 16, channel 80, upkeep of 3,200 at 2% 64,
  /// receivables of 1,200 lose 96 and wait for 84: 20 are left.
  ///
  /// The share then shrinks by a quarter,
  /// and 900 are collected on 600 booked.
  @Test func smartCityByHand() throws {
    let result = try run(
      "smart-city-vision",
      [
        ("city_budget", "10B"), ("rate_now", "800M"), ("share_drift", "-0.25"),
        ("collection_time", "1.5"), ("research", "100M"), ("hardware", "0.45"),
        ("site_work", "0.1"), ("channel_rate", "0.1"), ("upkeep", "0.02"), ("upkeep_years", "4"),
        ("compute", "0.02"), ("credit_loss", "0.08"), ("waiting_rate", "0.07"),
      ])
    try expect(result, "revenue", 2026, 800e6)
    try expect(result, "contribution", 2026, 20e6)
    try expect(result, "revenue", 2027, 600e6)
    try expect(result, "collected", 2027, 900e6)
    // Under upkeep: 3/4 of 3,200 and 600.
    try expect(result, "installed", 2027, 3000e6)
  }
}
