import Breakeven
import RunRecord
import Testing

/// The figures of the article that the study starts from, as anyone who asks for facts sees them.
@Suite struct ArticleTests {
  /// In the article: 3.98亿 and -6.96億元 in 2024, 801人 in 2023 and 453人 in 2024, forecasts of
  /// 16.82, 25.01, 32.27 and 40.11億元, and 546億元 of losses since 2018.
  @Test(arguments: [
    ("cloudwalk", "revenue", "FY2024", 398_000_000.0),
    ("cloudwalk", "net_income_attributable", "FY2024", -696_000_000),
    ("cloudwalk", "headcount", "FY2023", 801),
    ("cloudwalk", "headcount", "FY2024", 453),
    ("cloudwalk", "revenue_forecast", "FY2022", 1_682_000_000),
    ("cloudwalk", "revenue_forecast", "FY2023", 2_501_000_000),
    ("cloudwalk", "revenue_forecast", "FY2024", 3_227_000_000),
    ("cloudwalk", "revenue_forecast", "FY2025", 4_011_000_000),
    ("cloudwalk", "revenue", "FY2022", 526_400_000),
    ("cloudwalk", "revenue", "FY2023", 628_100_000),
    ("sensetime", "cumulative_net_loss", "FY2018/FY2024", 54_600_000_000),
  ])
  func figure(_ company: String, _ metric: String, _ period: String, _ value: Double) throws {
    let run = try StudyRuns.article.get()
    let facts = try #require(run.companies.first { $0.id == company }).reported.filter {
      $0.metric == metric && $0.period == period && $0.source == "seed-article"
    }
    #expect(facts.map(\.value) == [value])
    #expect(facts.map(\.isEstimate) == [false])
  }

  /// Actual over forecast: 0.313, 0.251 and 0.123 (Method 6.1).
  @Test(arguments: [("FY2022", 0.313), ("FY2023", 0.251), ("FY2024", 0.123)])
  func forecastsAgainstReports(period: String, ratio: Double) throws {
    let facts = try StudyRuns.workspace
      .facts(FactQuery(company: "cloudwalk", asOf: "2025-05-31"))
      .map(\.fact).filter { $0.period == period && $0.source == "seed-article" }
    let actual = try #require(facts.first { $0.metric == "revenue" }?.value)
    let forecast = try #require(facts.first { $0.metric == "revenue_forecast" }?.value)
    #expect(abs(actual / forecast - ratio) < 5e-4)
  }
}
