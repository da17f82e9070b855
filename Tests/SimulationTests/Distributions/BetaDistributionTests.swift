import Formulas
import Simulation
import Testing

struct BetaDistributionTests {
  @Test(arguments: [
    (1, 1), (1, 5), (5, 1), (1.4, 4.6), (3, 3), (0.75, 1.25), (0.5, 0.5), (0.05, 0.2), (0.01, 0.01),
    (0.01, 50), (20, 0.3), (8.75, 3.25), (300, 2), (5e4, 1e5), (1e6, 1e6),
  ])
  func `is tabulated within 1e-7 of its range`(alpha: Double, beta: Double) throws {
    let distribution = try Distribution(.beta(alpha: alpha, beta: beta))
    // Against the exact inverse, up to the outermost of 32-bit uniform numbers.
    for step in 0...650 {
      let u = Elementary.normalCDF(-6.4 + 12.8 * Double(step) / 650)
      let error = distribution.quantile(u) - Elementary.betaQuantile(u, alpha, beta)
      #expect(error.magnitude < 1e-7, "u = \(u)")
    }
  }

  /// Near 0 the distribution function is x^a / (a B(a, b)), so that the quantile of 2^-33 is 2.5e-52:
  /// what a piece of the table is off by must not lead below 0.
  @Test(arguments: [(0.2, 55.0), (55.0, 0.2), (0.3, 20.0)])
  func `stays inside its range`(alpha: Double, beta: Double) throws {
    let distribution = try Distribution(.beta(alpha: alpha, beta: beta))
    let ends = [0x1p-33, 0x1p-30, 1e-6, 1 - 1e-6, 1 - 0x1p-30, 1 - 0x1p-33]
    let values = ends.map { distribution.quantile($0) }
    #expect(values.allSatisfy { (0...1).contains($0) }, "\(values)")
    #expect(distribution.quantiles(ends) == values)
  }

  @Test func `is computed beyond its table`() throws {
    let distribution = try Distribution(.beta(alpha: 2, beta: 5))
    for u in [1e-12, 1e-30, 1e-200] {
      let exact = Elementary.betaQuantile(u, 2, 5)
      #expect((distribution.quantile(u) / exact - 1).magnitude < 1e-9)
    }
  }

  @Test func `with both parameters 1 is uniform`() throws {
    let distribution = try Distribution(.beta(alpha: 1, beta: 1))
    for u in spread(500, from: 0.001, to: 0.999) {
      #expect((distribution.quantile(u) - u).magnitude < 1e-7)
    }
  }
}
