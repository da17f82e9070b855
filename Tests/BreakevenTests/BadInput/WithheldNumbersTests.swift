import Breakeven
import Diagnostics
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

  /// A comparison, a what-if, a tree and the first page say nothing of what is withheld either.
  @Test func nobodyTellsWhatIsWithheld() throws {
    let folder = try folder(z: "bernoulli(0.5)")
    let workspace = Acme.workspace(folder)
    let withheld = "withheld: 128 of 256 draws were dropped"
    let request = EvaluationRequest(draws: 256, threads: 1)
    let difference = try #require(
      try workspace.differences(request, of: [("acme", "synyi")]).first)
    #expect(difference.odds == nil)
    #expect(difference.reasons["acme"]?.message == withheld)
    #expect(difference.reasons["synyi"] == nil)
    #expect(difference.parts.allSatisfy { $0.odds == nil })

    var base = request
    base.companies = ["acme"]
    let answer = try workspace.whatIf(WhatIfRequest(base: base, changes: ["fee=200"]))
    #expect(answer.companies[0].moved.map(\.name) == ["fee"])

    let nodes = try workspace.trace(company: "acme", request).nodes
    let result = try #require(nodes.first { $0.name == "result" && $0.kind == .formula })
    #expect(result.values.isEmpty)
    #expect(result.flagged?[2027] == 128)

    let run = try Acme.run(folder)
    #expect(
      run.companies[0].warnings.contains {
        $0.message.hasPrefix("Apps: 128 of 256 draws gave no number")
      })
  }

  /// Cash of 1e308 overflows on its way: whether it runs out isn't known, and neither is anything else.
  @Test func whatIsNotANumberDidNotHappen() throws {
    let folder = try Acme.folder()
    let run = try Acme.run(
      folder, overrides: [InputOverride(name: "balance", text: "1e308")])
    #expect(
      run.companies[0].outcome.unknown?.reason.message
        == "withheld: 256 of 256 draws were dropped")
  }

  /// By hand: a million pupils who pay about 10,000 are 10bn, 38 times a company's 260M.
  @Test func aPathLargerThanItsCompanyDoesNotCount() throws {
    let folder = try Acme.folder(
      Acme.facts + [Acme.users],
      [
        "metrics.yaml": Acme.metrics,
        "paths/apps.yaml": Acme.path(fee: "assume: 10000, because: A guess.", z: "1"),
      ])
    let acme = try Acme.run(folder).companies[0]
    let cell = try #require(acme.paths.first { $0.path == "apps" })
    let results = try #require(cell.results)
    #expect(cell.warnings.contains { $0.kind == .lineAboveCompany })
    #expect(cell.warnings.contains { $0.kind == .lineWithheld })
    for number in [results.exposure, results.support, results.oddsWithout] {
      #expect(number.reason?.message == "too far from the accounts to count")
    }
    #expect(acme.warnings.contains { $0.kind == .pathLeftOut })
    let known = try #require(acme.outcome.known)
    let alone = try #require(try Acme.run(Acme.folder()).companies[0].outcome.known)
    #expect(known.states == alone.states)
  }
}
