import Simulation
import Testing

struct LogGammaTests {
  @Test func `has an error below 5e-15 or 2e-15 of the value`() {
    for (x, value, rest) in ElementaryReferences.logGammas {
      let error = errorInUlps(Elementary.logGamma(x), value: value, rest: rest) * value.ulp
      #expect(error < max(5e-15, 2e-15 * value.magnitude), "x = \(x)")
    }
  }

  @Test func `is not a number outside its domain`() {
    #expect(Elementary.logGamma(0).isNaN)
    #expect(Elementary.logGamma(-1.5).isNaN)
    #expect(Elementary.logGamma(.infinity) == .infinity)
  }
}
