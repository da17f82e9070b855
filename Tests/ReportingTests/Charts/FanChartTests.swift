import Reporting
import Testing

struct FanChartTests {
  private static func years(_ values: [(Int, Double, Double, Double)]) -> [FanChart.Year] {
    values.map { FanChart.Year(year: $0.0, p5: $0.1, p50: $0.2, p95: $0.3) }
  }

  @Test func aFanIsDrawnInsideItsFrame() throws {
    let chart = FanChart(
      title: "robotics: contribution, CNY/year", description: "1024 draws, seed 1",
      years: Self.years([(2027, -5e6, 1e6, 4e7), (2026, -2e6, -1e6, 0), (2028, -9e6, 3e6, 9e7)]))
    #expect(chart.years.map(\.year) == [2026, 2027, 2028])
    let svg = try #require(chart.svg)
    #expect(ChartReader.problems(in: svg) == [])
    for text in ["2026", "2027", "2028", "median", "5th to 95th percentile", "0", "50M"] {
      #expect(svg.contains(">\(text)<"), "\(text)")
    }
    #expect(svg == chart.svg)
  }

  @Test func thereIsNoFanOfOneYearOrOfInfinity() {
    #expect(FanChart(title: "", description: "", years: []).svg == nil)
    #expect(
      FanChart(title: "", description: "", years: Self.years([(2026, 0, 1, 2)])).svg == nil)
    let chart = FanChart(
      title: "", description: "",
      years: Self.years([(2026, 0, 1, 2), (2027, .nan, 1, 2), (2028, 0, 1, .infinity)]))
    #expect(chart.svg == nil)
  }

  @Test func namesCanNotBreakOut() throws {
    let svg = try #require(
      FanChart(
        title: "<script>&\"\u{1B}[31m", description: "</svg>",
        years: Self.years([(2026, 1, 2, 3), (2027, 1, 2, 3)])
      ).svg)
    #expect(ChartReader.problems(in: svg) == [])
    #expect(!svg.contains("<script") && !svg.contains("\u{1B}"))
  }
}
