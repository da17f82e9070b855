import Simulation
import Testing

struct LogarithmTests {
  @Test func `is within 1 ulp of the exact value`() {
    for (x, value, rest) in ElementaryReferences.logarithms {
      #expect(errorInUlps(Elementary.log(x), value: value, rest: rest) < 1, "x = \(x)")
    }
  }

  @Test func `holds at the ends`() {
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(-.infinity).isNaN)
    #expect(Elementary.log(.nan).isNaN)
  }

  @Test func `undoes the exponential`() {
    for x in spread(10_000, from: -700, to: 700) {
      // An ulp of e^x moves its logarithm by 2^-52; an ulp of x is more beyond 1.
      let error = (Elementary.log(Elementary.exp(x)) - x).magnitude
      #expect(error <= 0x1p-52 + 2 * x.ulp, "x = \(x)")
    }
  }

  @Test func `of powers of ten to base ten is exact`() {
    var power = 1.0
    for exponent in 0...22 {
      #expect(Elementary.log10(power) == Double(exponent))
      power *= 10
    }
    #expect(Elementary.log10(1e300) == 300)
    #expect(Elementary.log10(0) == -.infinity)
    #expect(Elementary.log10(-1).isNaN)
    #expect(Elementary.log10(.infinity) == .infinity)
  }

  @Test func `to base ten is the natural one over ln 10`() {
    let ln10 = Elementary.log(10)
    for exponent in spread(2_000, from: -600, to: 600) {
      let x = Elementary.exp(exponent)
      let expected = Elementary.log(x) / ln10
      #expect((Elementary.log10(x) - expected).magnitude <= 4 * expected.ulp, "x = \(x)")
    }
  }
}
