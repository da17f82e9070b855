import Simulation
import Testing

struct ExponentialTests {
  @Test func `is within 1.15 ulp of the exact value`() {
    for (x, value, rest) in ElementaryReferences.exponentials {
      #expect(errorInUlps(Elementary.exp(x), value: value, rest: rest) < 1.15, "x = \(x)")
    }
  }

  @Test(
    arguments: [
      (0, 1), (-0.0, 1), (1000, .infinity), (.infinity, .infinity), (-1000, 0), (-.infinity, 0),
      // The largest argument that doesn't overflow, the smallest that doesn't underflow to 0, and
      // their neighbours: 1024 ln 2 = 709.7827128933840867… and 1075 ln 2 = 745.1332191019412221….
      (709.782712893384, 0x1.fffffffffff2ap+1023), (709.7827128933841, .infinity),
      (-745.1332191019411, 0x1p-1074), (-745.1332191019412, 0),
    ] as [(Double, Double)])
  func `holds at the ends`(x: Double, expected: Double) {
    #expect(Elementary.exp(x) == expected)
  }

  @Test func `passes not-a-number on`() {
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func `underflows gradually`() {
    // e^-740 = 4.199558e-322 is 85 times the smallest number: it has two digits left.
    #expect(Elementary.exp(-740) == 85 * 0x1p-1074)
  }

  @Test func `turns sums into products`() {
    for x in spread(10_000, from: -300, to: 300) {
      let product = Elementary.exp(x) * Elementary.exp(50 - x)
      // The rounding of 50 - x alone is worth up to half an ulp of 350, 2.9e-14.
      #expect((product / Elementary.exp(50) - 1).magnitude < 3e-14, "x = \(x)")
    }
  }

  @Test func `rises`() {
    let points = spread(5_000, from: -750, to: 715).sorted()
    for (low, high) in zip(points, points.dropFirst()) {
      #expect(Elementary.exp(low) <= Elementary.exp(high), "x = \(low)")
    }
  }
}
