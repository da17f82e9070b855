import Scoring
import Testing

@Suite struct OperatingResultBracketTests {
  @Test func fromTheLowestToTheHighest() {
    let draws = OperatingResultBracket.draws(
      results: [-50, -90, -70], revenue: [400, 400], uniforms: [0.25, 0.75])
    #expect(draws == [-80, -60])
  }

  @Test func aSingleResultStandsForItself() {
    // ± 3 % of revenue 400.
    let draws = OperatingResultBracket.draws(
      results: [-50], revenue: [400, 400, 400], uniforms: [0, 0.5, 1])
    #expect(draws == [-62, -50, -38])
    #expect(OperatingResultBracket.draws(results: [], revenue: [1], uniforms: [0.5]) == nil)
  }
}
