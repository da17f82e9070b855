import Simulation
import Testing

struct IncompleteBetaTests {
  @Test func `has a small relative error`() {
    for (a, b, x, value, rest) in ElementaryReferences.betaProbabilities {
      let error = relativeError(Elementary.incompleteBeta(a, b, x), value: value, rest: rest)
      let tolerance = 3e-16 * (a + b - Elementary.log(value))
      #expect(error < max(1e-14, tolerance), "I_\(x)(\(a), \(b))")
    }
  }

  @Test func `has a quantile within 1e-14 of x, or 3e-15 over its smaller parameter`() {
    for (u, a, b, value, rest) in ElementaryReferences.betaQuantiles {
      let error = relativeError(Elementary.betaQuantile(u, a, b), value: value, rest: rest)
      // Where a parameter is small, x^a hardly moves with x: what is left of F shows there.
      let tolerance = max(1e-14, 3e-15 / min(a, b))
      #expect(error < tolerance, "u = \(u), a = \(a), b = \(b)")
    }
  }

  @Test func `mirrors`() {
    for x in spread(200, from: 0, to: 1) {
      let sum = Elementary.incompleteBeta(2.5, 0.7, x) + Elementary.incompleteBeta(0.7, 2.5, 1 - x)
      #expect((sum - 1).magnitude < 1e-14, "x = \(x)")
    }
  }

  @Test func `is a power where the other parameter is 1`() {
    // I_x(a, 1) = x^a.
    for x in spread(100, from: 0, to: 1) where x > 0 {
      #expect((Elementary.incompleteBeta(3, 1, x) / (x * x * x) - 1).magnitude < 1e-14)
      #expect((Elementary.betaQuantile(x, 2, 1) / x.squareRoot() - 1).magnitude < 1e-14)
    }
  }

  @Test func `holds at the ends`() {
    #expect(Elementary.incompleteBeta(2, 3, 0) == 0)
    #expect(Elementary.incompleteBeta(2, 3, 1) == 1)
    #expect(Elementary.incompleteBeta(0, 3, 0.5).isNaN)
    #expect(Elementary.incompleteBeta(2, 3, .nan).isNaN)
    #expect(Elementary.betaQuantile(0, 2, 3) == 0)
    #expect(Elementary.betaQuantile(1, 2, 3) == 1)
    #expect(Elementary.betaQuantile(0.5, -1, 3).isNaN)
    #expect((Elementary.betaQuantile(0.5, 3, 3) - 0.5).magnitude < 1e-15)
  }
}
