import Testing

@testable import Evaluation

/// Holds the law between the years to its closed form.
@Suite struct CourseBetweenTests {
  /// With exponent 1/2 it is the Brownian bridge, u(1 - u); with 1 there is one shock, a straight
  /// line; nothing is open at the ends.
  @Test func theBridgeHasItsKnownLimits() {
    for part in [0.1, 0.25, 0.5, 0.9] {
      #expect(
        abs(CourseBetween.bridge(at: part, power: 0.5) - part * (1 - part)) < 1e-12)
      #expect(abs(CourseBetween.bridge(at: part, power: 1)) < 1e-12)
    }
    #expect(CourseBetween.bridge(at: 0, power: 0.8) == 0)
    #expect(CourseBetween.bridge(at: 1, power: 0.8) == 0)
  }

  /// With the model's 0.8, in the middle: 0.5^1.6 - 1/2 + 1/4 = 0.07988; a straight line and this
  /// bridge together have the noise of half a step, 0.5^1.6.
  @Test func inTheMiddleOfAStep() {
    let bridge = CourseBetween.bridge(at: 0.5, power: 0.8)
    #expect(abs(bridge - (0.329877 - 0.25)) < 1e-6)
    #expect(abs(0.25 + bridge - 0.329877) < 1e-6)
  }
}
