import RunRecord
import Testing

@testable import BreakevenCLI

/// Expected texts by hand, from METHODOLOGY 1: whole numbers, and never 0 or 100 %.
struct NumberTextTests {
  @Test(arguments: [
    (0.0, "<1 %"), (0.0049, "<1 %"), (0.005, "1 %"), (0.0149, "1 %"), (0.583, "58 %"),
    (0.995, ">99 %"), (0.9951, ">99 %"), (1.0, ">99 %"),
  ])
  func percent(_ probability: Double, _ text: String) {
    #expect(NumberText.percent(probability) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (397_684_600, "398M"), (1.32e9, "1.32bn"), (-4e6, "-4M"), (999_600, "1M"),
    (9_999, "9999"), (10_000, "10k"), (280_000, "280k"), (1234, "1234"), (0.93, "0.93"),
    (0.01214, "0.0121"), (43, "43"), (99.96, "100"), (2e-6, "2.00e-06"), (1.5e13, "15tn"),
    (.infinity, "–"), (.nan, "–"),
  ])
  func short(_ value: Double, _ text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (5, "5"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (1e20, "1e+20"), (1.5e6, "1500000"),
  ])
  func plain(_ value: Double, _ text: String) {
    #expect(NumberText.plain(value) == text)
  }

  @Test func runwaysThatReachTheHorizonAreCut() {
    let estimate = Estimate(
      value: 30, unit: "month", p5: 16, p50: 30, p95: 54, standardError: 0.1)
    #expect(Words.runway(.estimate(estimate), censoredAt: 54) == "30 (16 to >54)")
    #expect(Words.runway(.estimate(estimate), censoredAt: 60) == "30 (16-54)")
    #expect(Words.runway(.unknown("no cash"), censoredAt: 54) == "–")
  }

  @Test(arguments: [
    (0.95, ">>", "clear"), (0.9, ">>", "clear"), (0.89, ">", "likely"), (0.7, ">", "likely"),
    (0.69, "~", "can't tell"), (0.5, "~", "can't tell"),
  ])
  func signs(_ probability: Double, _ sign: String, _ meaning: String) {
    #expect(Words.sign(probability) == sign)
    #expect(Words.meaning(ofSign: sign) == meaning)
  }
}
