import Formulas
import Simulation
import Testing

struct LognormalDistributionTests {
  @Test(arguments: [
    // Method C1, closed form: 10 to 40.
    (0.05, 10), (0.1, 11.654378), (0.5, 20), (0.9, 34.321867), (0.95, 40),
  ])
  func `has the percentiles of the closed form`(u: Double, expected: Double) throws {
    let distribution = try Distribution(.interval(low: 10, high: 40))
    #expect((distribution.quantile(u) - expected).magnitude < 5e-7)
  }

  @Test func `has the mean and sd of the closed form`() throws {
    // Method C1: mean 21.857033, sd 9.635079. Midpoints of 2^16 equal parts of (0, 1) leave
    // an error of about the tails' share beyond the outermost, below 1e-3.
    let n = 1 << 16
    let uniforms = (0..<n).map { (Double($0) + 0.5) / Double(n) }
    let values = try Distribution(.interval(low: 10, high: 40)).quantiles(uniforms)
    let mean = values.reduce(0, +) / Double(n)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
    #expect((mean - 21.857033).magnitude < 1e-3)
    #expect((variance.squareRoot() - 9.635079).magnitude < 5e-3)
  }
}
