import Findings
import RunRecord
import Testing

/// Which headlines survive, by hand: what each variant says of two companies.
struct HeadlineFindingsTests {
  private func states(_ brokeEven: Double, _ losing: Double) -> StateProbabilities {
    func estimate(_ value: Double) -> Estimate {
      Estimate(value: value, unit: "1", p5: value, p50: value, p95: value, standardError: 0)
    }
    return StateProbabilities(
      brokeEven: estimate(brokeEven), stillLosing: estimate(losing), sold: estimate(0),
      cashedOut: estimate(1 - brokeEven - losing))
  }

  private func variant(
    _ kind: RobustnessVariant.Kind, a: Double, b: Double, first: String = "a",
    chance: Double = 0.95,
    count: (Double, Double) = (0, 2), tiers: (String, String) = ("A", "B")
  ) -> RobustnessVariant {
    let together = Estimate(
      value: 1, unit: .companies, p5: count.0, p50: 1, p95: count.1, standardError: 0)
    return RobustnessVariant(
      kind: kind,
      companies: [
        VariantCompany(id: "a", states: states(a, 1 - a), tier: tiers.0),
        VariantCompany(id: "b", states: states(b, 1 - b), tier: tiers.1),
      ], order: first == "a" ? ["a", "b"] : ["b", "a"],
      prefers: ["a": ["b": chance], "b": ["a": 1 - chance]], breakEven: together, runOut: together)
  }

  private func record(_ variants: [RobustnessVariant]) -> RobustnessRecord {
    RobustnessRecord(
      asOf: "2026-06-30", horizon: 2030, draws: 256, judgements: .standard,
      base: variant(.base, a: 0.7, b: 0.2), variants: variants
    ).withHeadlines()
  }

  private func breaks(
    _ record: RobustnessRecord, _ kind: HeadlineRecord.Kind, _ company: String? = nil
  ) throws -> [HeadlineBreak] {
    try #require(record.headlines.first { $0.kind == kind && $0.company == company }).breaks
  }

  @Test func `what is the same everywhere survives`() {
    let record = record([variant(.inside, a: 0.7, b: 0.2), variant(.seed, a: 0.71, b: 0.2)])
    #expect(record.headlines.allSatisfy { $0.breaks.isEmpty })
    // Two groups, two tiers, one lead, four counts of groups, two joint counts.
    #expect(record.headlines.count == 11)
  }

  @Test func `a group flips with the variant that says another`() throws {
    let record = record([variant(.outside, a: 0.7, b: 0.2), variant(.inside, a: 0.5, b: 0.2)])
    #expect(
      try breaks(record, .group, "a") == [HeadlineBreak(variant: 1, value: "open")])
    #expect(try breaks(record, .group, "b").isEmpty)
    let counts = record.headlines.filter { $0.kind == .groupCount }
    #expect(counts.filter { !$0.breaks.isEmpty }.map(\.group) == ["break_even", "open"])
  }

  @Test func `a lead survives while one does better more often than not`() throws {
    let kept = record([variant(.seed, a: 0.7, b: 0.2, chance: 0.55)])
    #expect(try breaks(kept, .leads, "a").isEmpty)
    let lost = record([variant(.seed, a: 0.7, b: 0.2, chance: 0.45)])
    #expect(try breaks(lost, .leads, "a") == [HeadlineBreak(variant: 0, value: "b")])
    let tiers = record([variant(.seed, a: 0.7, b: 0.2, tiers: ("A", "A"))])
    #expect(try breaks(tiers, .tier, "b") == [HeadlineBreak(variant: 0, value: "A")])
  }

  /// Of neighbours that can't be told apart nothing is said, so that nothing can flip.
  @Test func `what can't be told is no headline`() {
    var plain = RobustnessRecord(
      asOf: "", horizon: 2030, draws: 256, judgements: .standard,
      base: variant(.base, a: 0.7, b: 0.2, chance: 0.6), variants: [])
    plain = plain.withHeadlines()
    #expect(!plain.headlines.contains { $0.kind == .leads })
  }

  @Test func `a joint count survives within one company`() throws {
    let near = record([variant(.independent, a: 0.7, b: 0.2, count: (1, 1))])
    #expect(try breaks(near, .breakEvenCount).isEmpty)
    let far = record([variant(.independent, a: 0.7, b: 0.2, count: (2, 2))])
    #expect(
      try breaks(far, .runOutCount) == [HeadlineBreak(variant: 0, value: "2–2")])
  }
}
