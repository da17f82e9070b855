import Breakeven
import RunRecord
import TestSupport
import Testing

/// Above the limit of failed draws a number is withheld, with the reason.
@Suite struct WithheldNumbersTests {
  private func folder(z: String) throws -> TemporaryModels {
    try Acme.folder(
      Acme.facts + [Acme.users],
      ["metrics.yaml": Acme.metrics, "paths/apps.yaml": Acme.path(z: z)])
  }

  /// z is 0 in half of the draws: 128 of 256, as the points are spread evenly.
  @Test func halfOfTheDrawsIsTooMuch() throws {
    let folder = try folder(z: "bernoulli(0.5)")
    let run = try Acme.run(folder)
    let withheld = "withheld: 128 of 256 draws were dropped"
    let acme = run.companies[0]
    #expect(acme.outcome.unknown?.reason.message == withheld)
    #expect(run.ranking.order.isEmpty)
    #expect(run.ranking.unranked["acme"]?.message == withheld)
    let results = try #require(acme.paths.first { $0.path == "apps" }?.results)
    for number in [
      results.moneyBackIndex, results.viability, results.viabilityBeyond, results.payback,
      results.score, results.exposure, results.support, results.oddsWithout,
    ] { #expect(number.reason?.message == withheld) }
    #expect(results.series.first { $0.name == "revenue" }?.years.isEmpty == true)
    let alone = try Acme.workspace(folder).runModel(
      ModelRunRequest(model: "apps", company: "acme", draws: 256, threads: 1))
    let fees = try #require(alone.variables["fees"])
    #expect(fees.years.isEmpty)
    #expect(fees.withheld == ["all": 128])
    #expect(fees.withoutNumber == nil)
  }

  /// One of 256 is below the limit of 1 %: counted, and nothing withheld.
  @Test func aFewDrawsAreCounted() throws {
    let folder = try folder(z: "bernoulli(0.99609375)")
    let run = try Acme.run(folder)
    let acme = run.companies[0]
    #expect(acme.outcome.known != nil)
    #expect(
      acme.paths.first { $0.path == "apps" }?.warnings.first?.message
        == "1 of 256 draws were dropped: a formula left its domain.")
    let alone = try Acme.workspace(folder).runModel(
      ModelRunRequest(model: "apps", company: "acme", draws: 256, threads: 1))
    let fees = try #require(alone.variables["fees"])
    #expect(fees.years["all"]?.flagged == 1)
    #expect(fees.withheld == nil)
  }
}
