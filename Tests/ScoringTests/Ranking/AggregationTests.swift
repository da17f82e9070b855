import Scoring
import Testing

@Suite struct AggregationTests {
  @Test func byHand() {
    #expect(Aggregation.sum.utility([80, 20], weights: [0.75, 0.25]) == 65)
    // sqrt(80 × 20) = 40; a zero counts as 1: sqrt(100 × 1) = 10.
    #expect(
      isNear(Aggregation.geometric.utility([80, 20], weights: [0.5, 0.5]), 40, within: 1e-12))
    #expect(
      isNear(Aggregation.geometric.utility([100, 0], weights: [0.5, 0.5]), 10, within: 1e-12))
    #expect(
      isNear(Aggregation.topsis.utility([80, 20], weights: [0.75, 0.25]), 70.6600, within: 5e-5))
  }

  @Test(arguments: Aggregation.allCases)
  func unknownStaysUnknown(_ method: Aggregation) {
    #expect(method.utility([.nan, 50], weights: [0.5, 0.5]).isNaN)
    #expect(method.utilities([[50, .nan], [50, 50]], weights: [0.5, 0.5])[1].isNaN)
    let even = method.utilities([[50], [50]], weights: [0.5, 0.5])[0]
    #expect(isNear(even, 50, within: 1e-12))
  }
}
