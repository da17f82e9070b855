import Findings
import RunRecord
import Testing

struct FindingsTests {
  private func estimate(_ value: Double) -> Estimate {
    Estimate(value: value, unit: "1", p5: value, p50: value, p95: value, standardError: 0)
  }

  private func states(_ brokeEven: Double, _ sold: Double, _ cashedOut: Double)
    -> StateProbabilities
  {
    StateProbabilities(
      brokeEven: estimate(brokeEven), stillLosing: estimate(1 - brokeEven - sold - cashedOut),
      sold: estimate(sold), cashedOut: estimate(cashedOut))
  }

  private func company(
    _ id: String, _ model: StateProbabilities?, outside: StateProbabilities? = nil,
    already: Reason? = nil
  ) -> CompanyRecord {
    let unknown = Reason(.noCash)
    let none = Quantity.unknown(unknown)
    let empty = YearlySeries(name: "none", unit: "CNY", values: [:])
    let outcome = OutcomeRecord(
      states: model, statesOutside: outside, statesInside: outside, breakEvenBy: [:],
      medianBreakEvenYear: none,
      provisional: none, brokeEvenThenRanDry: none, runwayMonths: nil, cashAtStart: nil,
      cash: empty, operatingBy: [:], operatingResult: empty, headroom: none, cashCover: none,
      pathSupport: none, diversification: none, uncoveredCost: none, existingBusiness: none,
      inputs: [], drivers: [], assumptionBand: nil, wouldHaveToBelieve: [], notes: [])
    return CompanyRecord(
      id: id, name: id, names: LocalizedText(["en": id]), region: "china", kind: "company",
      listing: nil, parent: nil, alreadyBrokeEven: already,
      outcome: model == nil
        ? .unknown(UnknownOutcome(reason: unknown, missing: [])) : .known(outcome),
      paths: [], reported: [], events: [], warnings: [])
  }

  private func findings(_ companies: [CompanyRecord], scale: JudgementScale = .standard) -> Findings
  {
    Findings(
      RunRecord(
        run: RunInfo(
          id: "r", title: "t", question: "q", seed: 1, draws: 2, sampler: .sobol, scenario: nil,
          overrides: [:], asOf: "2026-06-30", startYear: 2026, horizon: 2030, currency: "CNY",
          discountRate: 0.12, version: "1", models: [], factsSha256: "", settingsSha256: ""),
        paths: [], companies: companies,
        ranking: RankingRecord(
          order: [], prefers: ["a": ["b": 0.95, "c": 0.25], "b": ["c": 0.6]], weights: [:],
          instabilityFromWeights: nil, unranked: [:]),
        sources: [], markets: [], warnings: []),
      scale: scale)
  }

  @Test func groupsFollowTheChanceThatLeads() {
    let all = findings([])
    #expect(all.group(company("a", states(0.6, 0, 0.2))) == .breakEven)
    #expect(
      all.group(company("a", states(0.6, 0, 0.2), outside: states(0.5, 0.1, 0.2))) == .breakEven)
    #expect(all.group(company("a", states(0.5, 0.1, 0.2))) == .open)
    #expect(all.group(company("a", states(0.3, 0.2, 0.35))) == .runOut)
    #expect(all.group(company("a", states(0.1, 0.05, 0.25))) == .stillLosing)
    #expect(all.group(company("a", nil)) == .unknown)
    let already = company("a", states(0.1, 0, 0.9), already: Reason(.earningHasNoOdds))
    #expect(all.group(already) == .already)
    #expect(all.likelihood(already) == nil)
  }

  /// Half a point and more is worth a word.
  @Test func pathsMatterWhereTheyMoveTheOdds() {
    let all = findings([])
    let odds = states(0.6, 0, 0.2)
    #expect(all.pathsMatter(company("a", odds, outside: states(0.594, 0, 0.2))))
    #expect(!all.pathsMatter(company("a", odds, outside: states(0.597, 0, 0.2))))
    #expect(!all.pathsMatter(company("a", odds)))
  }

  /// Whoever is called more likely than not is in the group, and nobody else.
  @Test func wordAndGroupNeverDisagree() {
    let all = findings([])
    for percent in 0...100 {
      let one = company("a", states(Double(percent) / 100, 0, 0))
      let isLikely = (all.likelihood(one) ?? .veryUnlikely) >= .moreLikelyThanNot
      #expect((all.group(one) == .breakEven) == isLikely, "\(percent) %")
    }
  }

  /// A group never contradicts the figures in it: open is who has no outcome of 55 % or more;
  /// of 19 parts that is 11.
  @Test func openIsWhereNoOutcomeIsClear() {
    let all = findings([])
    for brokeEven in 0...19 {
      for lost in 0...(19 - brokeEven) {
        let shares = [brokeEven, lost, 19 - brokeEven - lost]
        let one = company("a", states(Double(brokeEven) / 19, 0, Double(lost) / 19))
        #expect((all.group(one) == .open) == shares.allSatisfy { $0 < 11 }, "\(shares)")
      }
    }
  }

  @Test func pairsNameTheBetterFirstWithASign() {
    let companies = ["a", "b", "c"].map { company($0, states(0.5, 0, 0)) }
    let pairs = findings(companies).pairs(companies)
    #expect(pairs.map(\.better.id) == ["a", "c", "b"])
    #expect(pairs.map(\.worse.id) == ["b", "a", "c"])
    #expect(pairs.map(\.sign) == [.clear, .likely, .even])
    #expect(pairs.map(\.chance) == [0.95, 0.75, 0.6])
  }
}
