import Publishing
import RunRecord
import Testing

@testable import Reporting

/// Changes made by hand, and what is said of them.
@Suite struct ChangesNoteTests {
  private func states(_ brokeEven: Double) -> StateProbabilities {
    func share(_ value: Double) -> Estimate {
      Estimate(value: value, unit: .fraction, p5: value, p50: value, p95: value, standardError: 0)
    }
    return StateProbabilities(
      brokeEven: share(brokeEven), stillLosing: share(1 - brokeEven), sold: share(0),
      cashedOut: share(0))
  }

  private func company(_ place: Int, _ text: String = "") -> CompanyChanges {
    CompanyChanges(
      id: "company-\(place)", names: LocalizedText(["en": "Company \(place) \(text)"]),
      base: StandingRecord(states: states(0.16)), new: StandingRecord(states: states(0.24)),
      numbers: [
        NumberChange(
          headline: .brokeEven, unit: .fraction, base: 0.16, new: 0.24, difference: 0.08,
          standardError: 0.005,
          shares: [
            FactorShare(
              factor: ChangeFactor(.facts), share: 0.07, standardError: 0.004,
              isWithinNoise: false,
              items: [ItemShare(item: 0, share: 0.06), ItemShare(item: nil, share: 0.01)]),
            FactorShare(
              factor: ChangeFactor(.time), share: 0.01, standardError: 0.01, isWithinNoise: true),
          ])
      ])
  }

  private func record(_ companies: [CompanyChanges]) -> ChangesRecord {
    func side(_ name: String) -> ChangeSideRecord {
      ChangeSideRecord(kind: .revision, name: name, asOf: "2026-06-30", draws: 4096, seed: 1)
    }
    return ChangesRecord(
      base: side("main"), new: side("HEAD"), horizon: 2030, currency: "CNY",
      judgements: .standard,
      items: [
        ChangedItem(
          kind: .fact, factor: ChangeFactor(.facts), company: "company-0", name: "cash",
          title: LocalizedText(["en": "Cash", "zh-Hant": "現金"]), period: "2026-06-30",
          base: "1B CNY",
          new: "2B CNY", sources: ["h1-2026"])
      ], companies: companies, withinNoise: 1, unchanged: 2)
  }

  /// 8 points are the difference of 24 % and 16 %; ± is twice the error.
  @Test func wordsComeFirst() {
    let text = ChangesNote(record([company(0, "AG")])).comment
    #expect(
      text.contains(
        "**Company 0 AG**: breaks even first 16 % → 24 % (+8 points ± 1), mostly by Cash 2026-06-30: 1B CNY → 2B CNY."
      ))
    #expect(text.contains("facts +7, time +1 (within noise)"))
    #expect(text.contains("Cash 2026-06-30: 1B CNY → 2B CNY (h1-2026)"))
    #expect(text.contains("facts: several together, and others"))
    #expect(text.contains("1 of 4 companies moved"))
  }

  @Test func nothingIsSaidWhereNothingMoved() {
    #expect(ChangesNote(record([])).comment.isEmpty)
    #expect(ChangesNote(record([]), listsFiles: true).page().isEmpty)
  }

  /// A GitHub comment has 65,536 characters at most.
  @Test(arguments: [3, 60, 3000])
  func aCommentIsBounded(_ count: Int) {
    let long = String(repeating: "名 long | name ", count: count > 100 ? 40 : 5)
    let text = ChangesNote(record((0..<count).map { company($0, long) }), listsFiles: true).comment
    #expect(text.utf16.count < 65_536)
    #expect(text.contains("Company 0"))
    #expect(text.contains("\(count) of \(count + 3) companies moved"))
    if count == 3000 { #expect(text.contains("companies more, whose numbers moved less")) }
  }

  @Test func brokenRulesAreNamedWithTheirNumbers() {
    var changed = record([company(0)])
    changed.review = ReviewRecord(
      rules: ReviewRules(
        file: "review.yaml",
        rules: [ReviewRule(id: "steady", kind: .odds, atMost: 5, because: "quoted")]),
      failures: [
        RuleFailure(rule: 0, company: "company-0", headline: .brokeEven, base: 0.16, new: 0.24)
      ])
    let text = ChangesNote(changed).comment
    #expect(text.contains("breaks even first: 16 % → 24 %, more than 5 points (quoted)"))
  }

  @Test(arguments: ["zh-Hant", "zh-Hans"])
  func itIsSaidInChinese(_ tag: String) throws {
    let language = tag == "zh-Hant" ? Language.traditionalChinese : .simplifiedChinese
    let text = ChangesNote(record([company(0)]), language: language).comment
    #expect(text.contains(tag == "zh-Hant" ? "先達到損益兩平 16% → 24%" : "先达到盈亏平衡 16% → 24%"))
    #expect(!text.contains("breaks even"))
  }
}
