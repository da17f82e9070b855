import Simulation
import Testing

struct NormalCDFTests {
  @Test func `has a relative error below 2e-15`() {
    for (x, value, rest) in ElementaryReferences.normalProbabilities {
      let error = relativeError(Elementary.normalCDF(x), value: value, rest: rest)
      #expect(error < 2e-15, "x = \(x)")
    }
  }

  @Test func `holds at the ends`() {
    #expect(Elementary.normalCDF(0) == 0.5)
    #expect(Elementary.normalCDF(.infinity) == 1)
    #expect(Elementary.normalCDF(-.infinity) == 0)
    #expect(Elementary.normalCDF(.nan).isNaN)
  }

  @Test func `is undone by the quantile`() {
    for u in spread(5_000, from: 0, to: 1) where u > 0 {
      let error = (Elementary.normalCDF(Elementary.normalQuantile(u)) / u - 1).magnitude
      #expect(error < 1e-14, "u = \(u)")
    }
  }
}
