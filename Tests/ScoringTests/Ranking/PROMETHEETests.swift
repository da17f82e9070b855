import Scoring
import Testing

@Suite struct PROMETHEETests {
  // Method C17 (Zhao et al. 2013), checked by hand.
  @Test func usualPreference() {
    let flows = PROMETHEE.netFlows(
      matrix: [[4, 3, 2], [3, 2, 4], [5, 1, 3]], weights: [0.5, 0.3, 0.2], preference: .usual)
    for (flow, expected) in zip(flows, [0.1, -0.3, 0.2]) {
      #expect(isNear(flow, expected, within: 1e-12))
    }
  }

  @Test func linearPreference() {
    // Differences 4, 5, 12.5, 20, 30 with thresholds 5 and 20: 0, 0, 0.5, 1, 1, by hand.
    for (difference, degree) in [(4.0, 0.0), (5, 0), (12.5, 0.5), (20, 1), (30, 1)] {
      let flows = PROMETHEE.netFlows(
        matrix: [[50 + difference], [50]], weights: [1],
        preference: .linear(indifference: 5, preference: 20))
      #expect(flows == [degree, -degree])
    }
  }

  @Test func anotherAlternativeCanTurnTheOrder() {
    // A beats B 0.55 to 0.45 head to head; C stands between them on the second criterion only.
    // With it: A: (0.1 + 0.55 - 0.45)/2 = 0.1, B: (-0.1 + 0.45 + 0.1)/2. By hand.
    let matrix: [[Double]] = [[3, 1], [1, 3], [2, 2.5]]
    let weights = [0.55, 0.45]
    let pair = PROMETHEE.netFlows(
      matrix: Array(matrix.prefix(2)), weights: weights, preference: .usual)
    #expect(isNear(pair[0], 0.1, within: 1e-12))
    #expect(
      PROMETHEE.reversedPairs(matrix: matrix, weights: weights, preference: .usual) == 0)
    // By hand: w .4, .3, .3 on (3, 1, 2), (2, 3, 1), (1, 2, 3): a cycle, all net flows:
    // A +0.4 -0.6 vs B..., so leaving one out turns pairs.
    let cycle: [[Double]] = [[3, 1, 2], [2, 3, 1], [1, 2, 3]]
    let reversed = PROMETHEE.reversedPairs(
      matrix: cycle, weights: [0.4, 0.3, 0.3], preference: .usual)
    #expect(reversed > 0)
    #expect(PROMETHEE.netFlows(matrix: [[1]], weights: [1], preference: .usual) == [0])
  }
}
