import Publishing
import Reporting
import RunRecord
import Testing

/// What the page of a backtest says of paths.
@Suite struct BacktestViewsTests {
  private func text(_ verdict: BacktestVerdict?) -> String {
    let share = BacktestRow.Share(value: 0.5, low: 0.3, high: 0.7)
    let row = BacktestRow(
      view: .paths, quantity: .operatingIncome, group: .all, years: 1, count: 21, companies: 9,
      inside50: share, inside90: share, meanPit: 0.5, crps: 0.1, crpsCarry: 0.2,
      isEstablished: true)
    let record = BacktestRecord(
      title: LocalizedText(["en": "Toys"]), days: ["2024-06-30"], knowledge: .usualDelays,
      delays: .init(year: 4, half: 2.75, quarter: 2, moment: 0.3), draws: 64, seed: 1, rows: [],
      views: verdict == nil ? [] : [row],
      verdicts: verdict.map { [$0] } ?? [], signs: [], forecasts: [], viewForecasts: [],
      hindsight: BacktestHindsight(assumptions: [], assumptionsUsed: 0, fields: []))
    return TerminalRenderer(width: 1000).render(BacktestPage(record).page)
      .replacing("\n", with: " ")
  }

  private func verdict(
    best: BacktestView, _ evidence: BacktestVerdict.Evidence, isAlike: Bool = false
  ) -> BacktestVerdict {
    BacktestVerdict(
      quantity: .operatingIncome, count: 21, companies: 9, outside: 0.3, paths: 0.2, inside: 0.4,
      best: best, rival: best == .outside ? .paths : .outside, gain: 0.1, gainLow: -0.05,
      gainHigh: 0.15, isAlike: isAlike, evidence: evidence)
  }

  @Test func withoutRowsALineSaysSo() {
    let text = text(nil)
    #expect(text.contains("Paths aren't compared: on none of these days"))
    #expect(!text.contains("CRPS is 0"))
  }

  @Test(arguments: [
    (
      BacktestView.paths, BacktestVerdict.Evidence.established,
      "Lowest: with paths, 0.100 below outside [−0.050 … 0.150]; the difference is established. "
        + "The paths have earned their weight."
    ),
    (
      .paths, .tooFew,
      "the difference is not established: fewer than 20 forecasts or 8 companies. Whether paths "
        + "earn their weight is open."
    ),
    (
      .outside, .withinChance,
      "Lowest: outside, 0.100 below with paths [−0.050 … 0.150]; the difference is not established, "
        + "since chance alone may make it. Whether paths earn their weight is open."
    ),
    (.outside, .established, "The paths have not earned their weight"),
  ])
  func aSentenceSaysWhichWasBest(
    _ best: BacktestView, _ evidence: BacktestVerdict.Evidence, _ expected: String
  ) {
    let text = text(verdict(best: best, evidence))
    #expect(
      text.contains(
        "of 21 forecasts of 9 companies, all years ahead together, the mean CRPS is 0.300 outside, "
          + "0.200 with paths and 0.400 inside alone."))
    #expect(text.contains(expected), "\(text)")
  }

  @Test func whatScoresAlikeHasEarnedNothing() {
    #expect(
      text(verdict(best: .outside, .tooFew, isAlike: true))
        .contains("The first two score alike: paths have earned no weight so far."))
  }
}
