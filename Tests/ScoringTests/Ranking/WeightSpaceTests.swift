import Scoring
import Testing

@Suite struct WeightSpaceTests {
  // Method C20 (Barron, Barrett 1996).
  @Test(arguments: [
    [0.75, 0.25], [0.6111, 0.2778, 0.1111], [0.5208, 0.2708, 0.1458, 0.0625],
    [0.4567, 0.2567, 0.1567, 0.09, 0.04],
  ])
  func rankOrderCentroid(_ expected: [Double]) {
    let weights = WeightSpace.rankOrderCentroid(expected.count)
    for (weight, expected) in zip(weights, expected) {
      #expect(isNear(weight, expected, within: 5.1e-5))
    }
  }

  @Test func orderedWeightsAverageToTheCentroid() {
    var random = SplitMix(22)
    let count = 20000
    let space = WeightSpace(orderedBy: (0..<3).map { _ in random.uniforms(count) })
    for draw in 0..<count {
      let weights = space.weights.map { $0[draw] }
      #expect(isNear(weights.reduce(0, +), 1, within: 1e-12), "draw \(draw)")
      #expect(weights == weights.sorted(by: >), "draw \(draw)")
    }
    for (criterion, (mean, expected)) in zip(space.mean, WeightSpace.rankOrderCentroid(4))
      .enumerated()
    {
      let variance = space.weights[criterion].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (variance / Double(count - 1) / Double(count)).squareRoot()
      #expect(isNear(mean, expected, within: 3 * error), "criterion \(criterion)")
    }
  }

  @Test func freeWeightsAreGaps() {
    let space = WeightSpace(freeBy: [[0.7], [0.2]])
    for (weight, expected) in zip(space.weights.map { $0[0] }, [0.2, 0.5, 0.3]) {
      #expect(isNear(weight, expected, within: 1e-12))
    }
    let ordered = WeightSpace(orderedBy: [[0.7], [0.2]])
    for (weight, expected) in zip(ordered.weights.map { $0[0] }, [0.5, 0.3, 0.2]) {
      #expect(isNear(weight, expected, within: 1e-12))
    }
  }
}
