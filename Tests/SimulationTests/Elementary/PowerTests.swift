import Simulation
import Testing

struct PowerTests {
  @Test func `has a relative error below 2e-15`() {
    for (x, y, value, rest) in ElementaryReferences.powers {
      let error = relativeError(Elementary.pow(x, y), value: value, rest: rest)
      #expect(error < 2e-15, "\(x) ^ \(y)")
    }
  }

  @Test func `of whole numbers is exact where the result is a whole number below 2^53`() {
    for base in 2...100 {
      var exact = 1
      for exponent in 0... {
        #expect(Elementary.pow(Double(base), Double(exponent)) == Double(exact))
        exact *= base
        if exact > 1 << 53 { break }
      }
    }
  }

  @Test func `squares, inverts and takes roots as the operators do`() {
    for x in spread(1_000, from: -5, to: 5) {
      #expect(Elementary.pow(x, 1) == x)
      #expect(Elementary.pow(x, 2) == x * x)
      #expect(Elementary.pow(x, -1) == 1 / x)
      #expect(Elementary.pow(x.magnitude, 0.5) == x.magnitude.squareRoot())
    }
  }

  @Test(
    arguments: [
      (-2, 3, -8), (-2, 4, 16), (-2, -1, -0.5), (-1, 1e300, 1), (-3, 0, 1),
      (0, 0, 1), (0, 2.5, 0), (0, -1, .infinity), (0, -0.5, .infinity), (0, 0.5, 0),
      (1, 1e308, 1), (2, 1e300, .infinity), (2, -1e300, 0), (0.5, 2000, 0), (10, 400, .infinity),
      (.infinity, 2, .infinity), (.infinity, -2, 0), (-.infinity, 3, -.infinity),
      (2, .infinity, .infinity), (0.5, .infinity, 0), (2, -.infinity, 0),
      (0x1p-1074, 0.5, 0x1p-537),
    ] as [(Double, Double, Double)])
  func `holds at the ends`(x: Double, y: Double, expected: Double) {
    #expect(Elementary.pow(x, y) == expected)
  }

  @Test(arguments: [(-2, 0.5), (-2, 1.5), (-8, 1.0 / 3), (.nan, 0), (2, .nan), (.nan, 2)])
  func `is not a number outside its domain`(x: Double, y: Double) {
    #expect(Elementary.pow(x, y).isNaN)
  }
}
