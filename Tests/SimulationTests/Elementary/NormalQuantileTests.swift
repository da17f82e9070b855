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

  @Test func `gives a column the same bits as its values one by one`() {
    let uniforms = spread(3_001, from: 0, to: 1) + [0, 1, 0.075, 0.925, 1e-300]
    #expect(Elementary.normalQuantiles(uniforms) == uniforms.map(Elementary.normalQuantile))
  }
}
