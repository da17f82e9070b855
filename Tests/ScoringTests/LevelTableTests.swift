import Scoring
import Simulation
import Testing

@Suite struct LevelTableTests {
  // The exact quantile, one by one, is the reference.
  @Test(
    arguments: [
      ([], 0), ([3.0], 0), ([0.0], 0), ([4.0], 0), ([4.0, 4, 4], 0), ([0.0, 4], 0), ([1.0], 8),
    ] as [([Double], Double)])
  func levelsAreThoseOfTheBeta(_ levels: [Double], _ age: Double) {
    let posterior = CriterionPosterior(
      levels.map {
        EvidenceItem(low: $0, high: $0, grade: .a, origin: "", age: age, halfLife: 1)
      })
    let uniforms = [1e-12, 1e-9, 1e-6] + midpoints(997) + [1 - 1e-6, 1 - 1e-9, 1 - 1e-12]
    for (uniform, level) in zip(uniforms, posterior.levels(uniforms)) {
      let exact = 4 * Elementary.betaQuantile(uniform, posterior.alpha, posterior.beta)
      #expect(isNear(level, exact, within: 1e-5), "at \(uniform)")
    }
  }
}
