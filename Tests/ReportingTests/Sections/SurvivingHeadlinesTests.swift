import Findings
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// By hand: groups part at `more_likely_than_not`, 55 %.
struct SurvivingHeadlinesTests {
  /// Odds of breaking even first; the rest loses money still.
  private func states(_ brokeEven: Double) -> StateProbabilities {
    func estimate(_ value: Double) -> Estimate {
      Estimate(value: value, unit: "1", p5: value, p50: value, p95: value, standardError: 0.01)
    }
    return StateProbabilities(
      brokeEven: estimate(brokeEven), stillLosing: estimate(1 - brokeEven), sold: estimate(0),
      cashedOut: estimate(0))
  }

  /// The section of a run in which one company has odds in three views.
  private func text(_ odds: Double, outside: Double, inside: Double) -> String {
    var record = TinyStudy.run
    record.run.draws = 16384
    record.companies.removeAll { $0.id != "hospital-mind" }
    if var outcome = record.companies[0].outcome.known {
      outcome.states = states(odds)
      outcome.statesOutside = states(outside)
      outcome.statesInside = states(inside)
      record.companies[0].outcome = .known(outcome)
    }
    let page = Page(
      path: "index", title: "",
      blocks: Section<RunRecord>.survivingHeadlines.blocks(
        record, ReportContext(record: record, language: .english)))
    return MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  @Test func whatIsTheSameInAllViewsSurvives() {
    let text = text(0.8, outside: 0.7, inside: 0.9)
    #expect(text.contains("Of 1 companies 1 stay in their group"))
    #expect(!text.contains("models in full)") && !text.contains("other draws may say otherwise"))
  }

  @Test func whatFlipsSaysWithWhich() {
    let text = text(0.8, outside: 0.5, inside: 0.9)
    #expect(text.contains("Of 1 companies 0 stay in their group"))
    #expect(text.contains("open by companies like it alone"))
    #expect(!text.contains("open with its paths"))
  }

  /// 56 % is within two errors of 1 % of 55 %.
  @Test func whatIsNearAnotherGroupIsNamed() {
    #expect(text(0.56, outside: 0.56, inside: 0.56).contains("other draws may say otherwise"))
    #expect(!text(0.6, outside: 0.6, inside: 0.6).contains("other draws may say otherwise"))
  }
}
