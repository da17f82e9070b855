import RunRecord
import Testing
import TinyStudy

/// Where there is no number there is a reason, and never a zero.
struct UnknownsTests {
  private func company(_ id: String) throws -> CompanyRecord {
    try #require(TinyStudy.run.companies.first { $0.id == id })
  }

  @Test func whatIsNotAssessedHasNoNumbers() throws {
    let group = try company("big-group")
    let missing = try #require(group.paths.first { $0.path == "medical-ai" })
    #expect(missing.missing == [.fact("hospitals_served")])
    #expect(missing.score.value == nil)
    #expect(missing.score.reason?.message == "missing hospitals_served")
    #expect(missing.series == [] && missing.inputs == [] && missing.evidence == nil)

    let pipe = try company("cloud-pipe")
    let apart = try #require(pipe.paths.first { $0.path == "chat-advertising" })
    #expect(apart.notPursued?.sources == ["sector-article"])
    #expect(apart.support.reason == .written("no consumer product; sells to cities & banks"))
    #expect(apart.missing == [])
  }

  @Test func anOutcomeThatIsUnknownSaysWhy() throws {
    let whale = try company("deep-whale")
    let unknown = try #require(whale.outcome.unknown)
    #expect(unknown.missing.contains("revenue"))
    #expect(whale.outcome.headroom.reason == unknown.reason)
    #expect(whale.outcome.states == nil && whale.outcome.drivers == [])
    #expect(
      TinyStudy.run.ranking.unranked
        == ["deep-whale": unknown.reason, "big-group": Reason(.earningIsNotRanked)])
    #expect(
      unknown.reason.message == "not enough evidence: nothing is known of revenue by 2026-06-30: "
        + "no period and no yearly rate")
  }

  @Test func seriesAreFoundByName() throws {
    let path = try #require(company("hospital-mind").paths.first { $0.path == "medical-ai" })
    #expect(path.series.map(\.name) == ["revenue", "contribution", "investment", "served"])
    let served = try #require(path.series["served"])
    #expect(served.unit == "hospital")
    #expect(served.years == Array(2026...2030))
    #expect(served[2026]?.unit == served.unit && served[2031] == nil)
    #expect(path.series["nothing"] == nil)
  }
}
