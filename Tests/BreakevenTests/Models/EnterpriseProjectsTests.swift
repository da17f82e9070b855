import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing

/// Enterprise and government projects in the study: the first year is what the company reports.
@Suite struct EnterpriseProjectsTests {
  private static let run = Result {
    try Workspace(models: [Repository.models]).evaluate(
      EvaluationRequest(
        companies: ["cloudwalk", "iflytek"], paths: ["enterprise-projects"], draws: 1024,
        threads: 2))
  }

  private func assessment(_ company: String) throws -> AssessmentRecord {
    let record = try Self.run.get()
    let found = try #require(record.companies.first { $0.id == company })
    return try #require(found.paths.first { $0.path == "enterprise-projects" })
  }

  /// CloudWalk had revenue of 500.54 million in 2025, iFlytek's line 643 million in 2024.
  @Test(arguments: [("cloudwalk", 500.54e6), ("iflytek", 643e6)])
  func theFirstYearIsWhatIsReported(_ company: String, _ revenue: Double) throws {
    let found = try assessment(company)
    let first = try #require(found.series["revenue"]?[2026]?.p50)
    #expect(abs(first / revenue - 1) < 0.05)
    #expect(!found.warnings.contains { $0.kind == .modelledAgainstReported }, "\(found.warnings)")
  }

  /// CloudWalk reported gross margins of 27% to 38% for 2024 and 2025.
  @Test func theMarginIsThin() throws {
    let margin = try #require(try assessment("cloudwalk").series["gross_margin"]?[2026])
    #expect((0.27...0.38).contains(margin.p50))
  }

  /// 500M delivered at a margin of 0.36: hardware 256, engineers 64; selling 40, warranty 20,
  /// administration 25; receivables of 400 lose 20 (half of them 4 %, half 6 %) and wait for 32.
  ///
  /// In 2027 550 are usually ordered, with a landmark of 0.4 it is 770; half of 500 + 770 is
  /// delivered, of which receivables grow by 108.
  @Test func oneYearByHand() throws {
    let set = [
      ("market_spend", "50B"), ("budget_growth", "0"), ("rate_now", "500M"),
      ("public_share", "0.5"), ("retained", "0.6"), ("new_orders", "0.5"),
      ("growth_later", "0.1"), ("settling", "0.3"), ("margin_now", "0.36"), ("bought_in", "0.8"),
      ("collection_time", "0.8"), ("selling_rate", "0.08"), ("research_rate", "0.2"),
      ("overhead", "0.05"), ("landmark_year_a", "2027.4"), ("landmark_year_b", "2032"),
      ("landmark_size", "0.4"), ("delivery_rate", "0.5"), ("price_drift", "0"), ("reuse", "0"),
      ("warranty", "0.04"), ("credit_loss", "0.04"), ("public_credit_loss", "0.06"),
      ("waiting_rate", "0.08"), ("research_follows", "1"),
    ]
    let result = try Workspace(models: [Repository.models]).runModel(
      ModelRunRequest(
        model: "enterprise-projects",
        overrides: set.map { InputOverride(name: $0.0, text: $0.1) }, draws: 2)
    ).variables
    func value(_ name: String, _ year: Int) throws -> Double {
      try #require(result[name]?.years[String(year)]).mean
    }
    #expect(try abs(value("revenue", 2026) - 500e6) < 1)
    #expect(try abs(value("contribution", 2026) - 43e6) < 1)
    #expect(try abs(value("investment", 2026) - 100e6) < 1)
    #expect(try abs(value("signed", 2027) - 770e6) < 1)
    #expect(try abs(value("revenue", 2027) - 635e6) < 1)
    #expect(try abs(value("collected", 2027) - 527e6) < 1)
    #expect(try abs(value("investment", 2027) - 127e6) < 1)
  }
}
