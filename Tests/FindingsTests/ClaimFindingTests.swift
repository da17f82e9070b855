import RunRecord
import Testing

@testable import Findings

/// Verdicts at the borders of their classes, and what a claim rests on (Method 10).
@Suite struct ClaimFindingTests {
  private static func chance(_ value: Double) -> Quantity {
    .estimate(
      Estimate(value: value, unit: .fraction, p5: value, p50: value, p95: value, standardError: 0))
  }

  private static func claim(
    _ chance: Quantity, hinges: [Quantity] = [], all: Quantity? = nil, before: Quantity? = nil
  ) -> ClaimRecord {
    ClaimRecord(
      id: "one", title: "One", says: "Something", holds: "x > 0", chance: chance, before: before,
      hinges: hinges.enumerated().map {
        HingeRecord(input: "input_\($0)", neutral: "0", because: "so", chance: $1)
      }, allHinges: all)
  }

  /// From 80 supported, from 60 leaning yes, to 40 leaning no, to 20 contradicted.
  @Test(
    arguments: [
      (1.0, ClaimVerdict.supported), (0.8, .supported), (0.7999, .leaningYes), (0.6, .leaningYes),
      (0.5999, .open), (0.5, .open), (0.4001, .open), (0.4, .leaningNo), (0.2001, .leaningNo),
      (0.2, .contradicted), (0, .contradicted),
    ])
  func classes(chance: Double, verdict: ClaimVerdict) {
    #expect(ClaimVerdict(chance) == verdict)
  }

  /// Another class, or more than 20 points within one: 0 to 0.2 is 20, and the same class.
  @Test(
    arguments: [
      (0.7, 0.75, false), (0.7, 0.81, true), (0.7, 0.59, true), (0.41, 0.59, false),
      (0.8, 1.0, false), (0.0, 0.2, false), (0.2, 0.21, true),
    ])
  func hinges(chance: Double, then: Double, rests: Bool) {
    let finding = ClaimFinding(Self.claim(Self.chance(chance), hinges: [Self.chance(then)]))
    #expect((finding.verdict == .assumed) == rests)
    #expect(finding.restsOn == (rests ? ["input_0"] : []))
    #expect(finding.plain == ClaimVerdict(chance))
  }

  /// What none moves by itself all may move together.
  @Test func allHingesTogether() {
    let finding = ClaimFinding(
      Self.claim(
        Self.chance(0.7), hinges: [Self.chance(0.65), Self.chance(0.75)], all: Self.chance(0.85)))
    #expect(finding.verdict == .assumed)
    #expect(finding.restsOn.isEmpty && finding.restsOnAllTogether)
  }

  /// Without a chance there is no verdict, and the reason says of which kind.
  @Test func withoutAChance() {
    let untested = ClaimFinding(Self.claim(.unknown(Reason(.claimNeedsPath, ["path": .text("x")]))))
    #expect(untested.verdict == .notTestable)
    let unknown = ClaimFinding(
      Self.claim(.unknown(Reason(.notEnoughEvidence)), hinges: [Self.chance(0.5)]))
    #expect(unknown.verdict == .notEnoughEvidence)
  }

  @Test func changesOfClass() {
    let changed = ClaimFinding(Self.claim(Self.chance(0.5), before: Self.chance(0.7)))
    #expect(changed.before == .leaningYes && changed.hasChanged)
    #expect(!ClaimFinding(Self.claim(Self.chance(0.5), before: Self.chance(0.55))).hasChanged)
    #expect(!ClaimFinding(Self.claim(Self.chance(0.5))).hasChanged)
  }
}
