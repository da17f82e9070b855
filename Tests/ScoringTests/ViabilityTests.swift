import Scoring
import Testing

@Suite struct ViabilityTests {
  @Test func countsMoneyBackAmongKnownDraws() {
    let probability = Viability.probability(recovery: [50, 49.99, 100, .nan])
    #expect(probability == EventProbability(events: 2, draws: 3))
  }
}
