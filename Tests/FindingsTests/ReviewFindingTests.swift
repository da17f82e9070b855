import RunRecord
import Testing

@testable import Findings

/// Changes made by hand, and what rules say of them.
@Suite struct ReviewFindingTests {
  private func states(_ brokeEven: Double, _ cashedOut: Double) -> StateProbabilities {
    func share(_ value: Double) -> Estimate {
      Estimate(value: value, unit: .fraction, p5: value, p50: value, p95: value, standardError: 0)
    }
    return StateProbabilities(
      brokeEven: share(brokeEven), stillLosing: share(1 - brokeEven - cashedOut), sold: share(0),
      cashedOut: share(cashedOut))
  }

  private func change(_ headline: Headline, _ base: Double, _ new: Double) -> NumberChange {
    NumberChange(
      headline: headline, unit: headline.isOdds ? .fraction : .month, base: base, new: new,
      difference: new - base, standardError: 0.001, shares: [])
  }

  /// `acme` goes from 50 % to 60 % (open, then more likely than not), `zeta` from 20 % to 25 %.
  private func record(newSources: [String] = []) -> ChangesRecord {
    let side = ChangeSideRecord(kind: .folder, name: "M", asOf: "2026-06-30", draws: 256, seed: 1)
    return ChangesRecord(
      base: side, new: side, horizon: 2030, currency: "CNY", judgements: .standard,
      items: [
        ChangedItem(
          kind: .fact, factor: ChangeFactor(.facts), company: "acme", name: "revenue", base: nil,
          new: "1M CNY", sources: ["mem"], isEstimate: true),
        ChangedItem(
          kind: .assumption, factor: ChangeFactor(.assumptions), path: "toys", name: "growth",
          base: "1", new: "2", isEstimate: true),
        ChangedItem(
          kind: .fact, factor: ChangeFactor(.facts), company: "zeta", name: "revenue", base: nil,
          new: "2M CNY", sources: ["report"]),
      ],
      companies: [
        CompanyChanges(
          id: "acme", names: "Acme", base: StandingRecord(group: .open, states: states(0.5, 0.3)),
          new: StandingRecord(group: .breakEven, states: states(0.6, 0.2)),
          numbers: [change(.brokeEven, 0.5, 0.6), change(.runway, 20, 27)],
          newSources: newSources),
        CompanyChanges(
          id: "zeta", names: "Zeta", base: StandingRecord(group: .open, states: states(0.2, 0.3)),
          new: StandingRecord(group: .open, states: states(0.25, 0.3)),
          numbers: [change(.brokeEven, 0.2, 0.25)]),
      ], came: [ComingCompany(id: "new", names: "New", standing: StandingRecord())],
      pathsCame: ["toys"])
  }

  private func broken(
    _ rule: ReviewRule, newSources: [String] = []
  ) -> [RuleFailure] {
    record(newSources: newSources).reviewed(by: ReviewRules(file: "review.yaml", rules: [rule]))
      .failures
  }

  @Test func aGroupMayNotChange() {
    let rule = ReviewRule(id: "g", kind: .group)
    #expect(broken(rule).map(\.company) == ["acme"])
    #expect(broken(rule).first?.base == 0.5 && broken(rule).first?.new == 0.6)
    var excused = rule
    excused.unlessNewSource = true
    #expect(broken(excused).map(\.company) == ["acme"])
    #expect(broken(excused, newSources: ["report"]).isEmpty)
  }

  @Test func oddsAndRunwaysHaveLimits() {
    #expect(
      broken(ReviewRule(id: "o", kind: .odds, atMost: 4)).map(\.company) == ["acme", "zeta"])
    #expect(broken(ReviewRule(id: "o", kind: .odds, atMost: 6)).map(\.company) == ["acme"])
    #expect(
      broken(ReviewRule(id: "o", kind: .odds, atMost: 4, companies: ["zeta"])).map(\.company)
        == ["zeta"])
    #expect(broken(ReviewRule(id: "o", kind: .odds, atMost: 11)).isEmpty)
    #expect(
      broken(ReviewRule(id: "r", kind: .runway, atMost: 6)).map(\.headline) == [.runway])
    #expect(broken(ReviewRule(id: "r", kind: .runway, atMost: 7)).isEmpty)
  }

  @Test func sourcesAreAskedFor() {
    #expect(broken(ReviewRule(id: "f", kind: .factSource)).map(\.item) == [0])
    #expect(broken(ReviewRule(id: "f", kind: .factSource, companies: ["zeta"])).isEmpty)
    #expect(broken(ReviewRule(id: "a", kind: .assumptionSource)).map(\.item) == [1])
  }

  @Test func nobodyMayComeOrGo() {
    let found = broken(ReviewRule(id: "m", kind: .membership))
    #expect(found.map(\.company) == ["new", nil] && found.last?.path == "toys")
  }
}
