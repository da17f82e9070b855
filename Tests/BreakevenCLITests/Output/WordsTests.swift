import RunRecord
import Testing

@testable import BreakevenCLI

/// Expected texts by hand, from Method 1.7 and 5.6.
struct WordsTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (5, "5"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (1e20, "1e+20"), (1.5e6, "1500000"),
  ])
  func plain(_ value: Double, _ text: String) {
    #expect(PlainNumber.text(value) == text)
  }

  @Test func runwaysThatReachTheHorizonAreCut() {
    func runway(_ p5: Double, _ p50: Double, _ p95: Double, at limit: Double) -> String {
      Words.runway(
        .estimate(
          Estimate(value: p50, unit: "month", p5: p5, p50: p50, p95: p95, standardError: 0.1)),
        censoredAt: limit)
    }
    #expect(runway(16, 30, 54, at: 54) == "30 (16 to >54)")
    #expect(runway(16, 30, 54, at: 60) == "30 (16–54)")
    #expect(runway(54, 54, 54, at: 54) == ">54")
    #expect(Words.runway(.unknown(Reason(.noCash)), censoredAt: 54) == "–")
  }

  @Test(arguments: [(RankSign.clear, "clear"), (.likely, "likely"), (.even, "can't tell")])
  func signs(_ sign: RankSign, _ meaning: String) {
    #expect(Words.meaning(of: sign) == meaning)
  }

  @Test func reasonsAreNotPrecededByWhatStandsBeforeThem() {
    #expect(
      Words.reason(Reason(.notEnoughEvidence, ["reason": .statements([Reason(.noCash)])]))
        == "no cash balance is known")
    #expect(Words.reason(.written("no cash balance")) == "no cash balance")
  }
}
