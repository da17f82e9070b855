import Scoring
import Testing

@Suite struct AltmanZTests {
  // Method C25, by formula.
  @Test func workedCases() {
    let safe = AltmanZ(
      workingCapital: 0.2, retainedEarnings: 0.1, operatingProfit: 0.08, equity: 0.9)
    #expect(isNear(safe.score, 6.3706, within: 1e-9))
    #expect(safe.zone == .safe)
    let distressed = AltmanZ(
      workingCapital: 0.05, retainedEarnings: -0.6, operatingProfit: -0.25, equity: 0.4)
    #expect(isNear(distressed.score, 0.3620, within: 1e-9))
    #expect(distressed.zone == .distress)
  }

  @Test func theMiddleIsGrey() {
    let grey = AltmanZ(workingCapital: 0.3, retainedEarnings: 0, operatingProfit: 0, equity: 0)
    #expect(grey.zone == .grey)
  }
}
