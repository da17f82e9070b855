import Formulas
import Simulation
import Testing

struct YearlyInputTests {
  private let uniforms = [0.05, 0.5, 0.95]

  @Test func `interpolates geometrically between positive distributions`() throws {
    let input = try YearlyInput(anchors: [
      (2030, Distribution(.interval(low: 16, high: 64))),
      (2026, Distribution(.interval(low: 1, high: 4))),
    ])
    // Four years of the factor 16: twice as much each year.
    for (year, factor) in [
      (2025, 1.0), (2026, 1), (2027, 2), (2028, 4), (2029, 8), (2030, 16), (2031, 16),
    ] {
      for (value, base) in zip(input.values(uniforms, year: year), [1.0, 2, 4]) {
        #expect((value / (base * factor) - 1).magnitude < 1e-13, "\(year)")
      }
    }
  }

  @Test func `interpolates linearly where a distribution isn't positive`() throws {
    let input = try YearlyInput(anchors: [
      (2025, Distribution(.uniform(low: 0, high: 1))),
      (2029, Distribution(.uniform(low: 4, high: 9))),
    ])
    // A quarter of the way: low 1, high 3.
    let values = input.values(uniforms, year: 2026)
    for (value, expected) in zip(values, [1.1, 2, 2.9]) {
      #expect((value - expected).magnitude < 1e-15)
    }
  }

  @Test func `gives the years given their own values`() throws {
    let distribution = try Distribution(.pert(low: 1, mode: 2, high: 4))
    let later = try Distribution(.constant(3))
    let input = YearlyInput(anchors: [(2025, distribution), (2027, later)])
    #expect(input.values(uniforms, year: 2025) == distribution.quantiles(uniforms))
    #expect(input.values(uniforms, year: 2020) == distribution.quantiles(uniforms))
    #expect(input.values(uniforms, year: 2027) == [3, 3, 3])
    #expect(
      YearlyInput(distribution).values(uniforms, year: 2099) == distribution.quantiles(uniforms))
  }
}
