import Scoring
import Testing

@Suite struct ProbabilityTests {
  @Test func errorIsOfTheBinomial() {
    let probability = EventProbability([true, false, nil, false, false])
    #expect(probability.value == 0.25)
    // sqrt(0.25 × 0.75 / 4), by hand.
    #expect(isNear(probability.standardError ?? 0, 0.21650635, within: 1e-8))
    #expect(EventProbability([nil, nil]).value == nil)
    #expect(EventProbability([nil]).standardError == nil)
  }
}
