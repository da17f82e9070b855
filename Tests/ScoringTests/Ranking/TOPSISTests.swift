import Scoring
import Testing

@Suite struct TOPSISTests {
  private let cars: [[Double]] = [[1, 3000], [2, 3750], [5, 4500]]

  // Method C15: Opricovic, Tzeng 2004 (linear); SciPy calculation (vector).
  @Test func publishedVariants() {
    let linear = TOPSIS.published(
      matrix: cars, weights: [0.5, 0.5], isBenefit: [false, true], normalisation: .linear)
    for (value, expected) in zip(linear, [0.500, 0.617, 0.500]) {
      #expect(isNear(value, expected, within: 5e-4))
    }
    let vector = TOPSIS.published(
      matrix: cars, weights: [0.5, 0.5], isBenefit: [false, true], normalisation: .vector)
    for (value, expected) in zip(vector, [0.762141, 0.722178, 0.237859]) {
      #expect(isNear(value, expected, within: 5e-7))
    }
  }

  // Method C16, by hand.
  @Test(arguments: [([80.0, 20], 0.706600), ([50, 50], 0.5), ([20, 80], 0.293400)])
  func fixedIdeal(_ scores: [Double], _ expected: Double) {
    let closeness = TOPSIS.closeness(scores, weights: [0.75, 0.25], best: 100, worst: 0)
    #expect(isNear(closeness, expected, within: 5e-7))
  }
}
