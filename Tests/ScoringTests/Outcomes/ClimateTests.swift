import Simulation
import Scoring
import Simulation
import Testing

@Suite struct ClimateTests {
  @Test func recursion() {
    // By hand: long-run deviation 0.8 / sqrt(1 - 0.36) = 1; then 0.6 × before + 0.8 z.
    let uniform = 0.8413447460685429  // one standard deviation
    let path = Climate.path(uniforms: oneDraw([uniform, 0.5, uniform]))
    for (value, expected) in zip(path.values, [1, 0.6, 1.16]) {
      #expect(isNear(value, expected, within: 1e-9))
    }
  }

  @Test func spreadStaysTheSame() {
    var random = SplitMix(13)
    let path = Climate.path(uniforms: random.yearly(6, 20000))
    for year in 0..<6 {
      let variance = path[year: year].reduce(0) { $0 + $1 * $1 } / 20000
      // Var of a sample variance of a normal: 2/n; three standard errors.
      #expect(isNear(variance, 1, within: 0.03), "year \(year)")
    }
  }
}
