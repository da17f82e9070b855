import Scoring
import Testing

@Suite struct DiscountingTests {
  @Test func factorsAreOfMidYear() {
    // (1 + r)^-(t + 1/2) with 1 + r = 1.21: 1/1.1, 1/1.331, 1/1.61051, by hand.
    let factors = Discounting(rate: 0.21, years: 3).factors
    #expect(factors.count == 3)
    for (factor, expected) in zip(factors, [1 / 1.1, 1 / 1.331, 1 / 1.61051]) {
      #expect(isNear(factor, expected, within: 1e-15))
    }
  }

  @Test func withoutInterestNothingIsDiscounted() {
    #expect(Discounting(rate: 0, years: 2).factors == [1, 1])
  }
}
