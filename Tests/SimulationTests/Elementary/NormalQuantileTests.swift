import Simulation
import Testing

struct NormalQuantileTests {
  @Test func `has a relative error below 1e-15`() {
    for (u, value, rest) in ElementaryReferences.normalQuantiles {
      let error = relativeError(Elementary.normalQuantile(u), value: value, rest: rest)
      #expect(error < 1e-15, "u = \(u)")
    }
  }

  @Test func `knows the 95th percentile`() {
    #expect((Elementary.normalQuantile(0.95) - 1.6448536269514722).magnitude < 1e-15)
  }

  @Test func `holds at the ends`() {
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(0) == -.infinity)
    #expect(Elementary.normalQuantile(1) == .infinity)
    #expect(Elementary.normalQuantile(-0.1).isNaN)
    #expect(Elementary.normalQuantile(1.1).isNaN)
    #expect(Elementary.normalQuantile(.nan).isNaN)
  }

  @Test(arguments: KernelLevel.available)
  func `gives a column the same bits as its values one by one`(level: KernelLevel) {
    let ends = [0, 1, -0.1, 1.1, .nan, .infinity, 1e-300, 1e-20, 1.4e-11, 1 - 1e-16]
    let seams = [0.075, 0.925, 0.5].flatMap { [$0.nextDown, $0, $0.nextUp] }
    let between = DrawStreams(seed: 5, draws: 20_001).uniforms(block: "u", dimension: 3)
    // Ordinary levels between those that aren't, too.
    let levels = ends + seams + between + zip(ends, between).flatMap { [$0, $1, $1] }
    let column = Elementary.normalQuantiles(levels, level: level)
    #expect(column.comparableBits == levels.map(Elementary.normalQuantile).comparableBits)
  }
}
