import Formulas
import Testing

@testable import Evaluation

@Suite struct DistributionSeriesTests {
  @Test func text() {
    let always = DistributionSeries.always(.interval(low: 0.7, high: 6))
    #expect(always.text == "0.7 to 6")
    #expect(always.textByYear == nil)
    #expect(!always.variesByYear)
    let byYear = DistributionSeries.byYear([
      DistributionSeries.Anchor(year: 2025, distribution: .interval(low: 0.7, high: 6)),
      DistributionSeries.Anchor(year: 2030, distribution: .uniform(low: 0.08, high: 1.5)),
    ])
    #expect(byYear.text == "0.7 to 6 (2025), uniform(0.08, 1.5) (2030)")
    #expect(byYear.textByYear == [2025: "0.7 to 6", 2030: "uniform(0.08, 1.5)"])
    #expect(byYear.variesByYear)
  }
}
