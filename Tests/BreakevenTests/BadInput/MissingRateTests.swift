import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// A company in a currency without a rate is left out, with the reason; nothing else is.
@Suite struct MissingRateTests {
  private static let units = "units:\n  JPY: {currency: true, title: {en: JPY}}\n"

  private func company(_ id: String, in run: RunRecord) throws -> CompanyRecord {
    try #require(run.companies.first { $0.id == id })
  }

  /// Its outcome names the rate, and the others have the numbers that they have without it.
  @Test func oneCompanyDoesNotStopTheOthers() throws {
    let folder = try Acme.folder(
      ["metric: revenue, period: FY2025, value: 2.8B, unit: JPY"] + Acme.facts.dropFirst(2),
      ["units.yaml": Self.units])
    let run = try Acme.run(folder, ["acme", "synyi"])
    let reason =
      "not enough evidence: no rate to US dollars is known: no exchange rate between JPY and USD is "
      + "known by 2026-09-30"
    #expect(try company("acme", in: run).outcome.unknown?.reason.message == reason)
    #expect(run.leftOut.map(\.company) == ["acme"])
    #expect(run.leftOut.map(\.reason.message) == [reason])
    let alone = try Acme.run(folder, ["synyi"])
    #expect(try company("synyi", in: run) == company("synyi", in: alone))
    #expect(alone.leftOut.isEmpty)
    #expect(run.ranking.order.map(\.id) == ["synyi"])
    let warnings = try Acme.workspace(folder).checkModels(files: [])
    #expect(
      warnings.map(\.message) == [
        "there is no exchange rate between JPY and CNY: what rests on facts of acme in JPY will be "
          + "left out"
      ])
    #expect(warnings.allSatisfy { $0.severity == .warning })
  }

  /// A path that needs the rate is left out, though a default stands beside the fact.
  ///
  /// What is known isn't replaced by a guess. The outcome needs no rate and stays.
  @Test func onlyThePathThatNeedsItIsLeftOut() throws {
    let folder = try Acme.folder(
      Acme.facts + [
        Acme.users,
        "metric: tutoring_fee, period: FY2025, value: 2000, unit: JPY/user/year",
      ],
      [
        "units.yaml": Self.units, "metrics.yaml": Acme.metrics,
        "paths/apps.yaml": Acme.path(
          fee: "company: tutoring_fee, otherwise: 70 to 140, because: A guess.", z: "1"),
      ])
    let run = try Acme.run(folder)
    let acme = try company("acme", in: run)
    let cell = try #require(acme.paths.first { $0.path == "apps" })
    #expect(cell.missing == [.rate("JPY/CNY", of: "tutoring_fee")])
    #expect(cell.reason?.message == "missing rate JPY/CNY for tutoring_fee")
    #expect(acme.outcome.known != nil)
    #expect(run.leftOut.map(\.path) == ["apps"])
    #expect(run.leftOut.map(\.reason) == [cell.reason])
    // JSON keeps it as it is.
    let json = try JSONEncoder().encode(cell)
    #expect(try JSONDecoder().decode(AssessmentRecord.self, from: json) == cell)
    // Set by hand, the fee needs no rate.
    let set = try Acme.run(folder, overrides: [InputOverride(name: "fee", text: "100")])
    #expect(try company("acme", in: set).paths.first { $0.path == "apps" }?.status == .assessed)
  }

  /// A model in a currency without a rate to the study's is left out for everybody.
  @Test func aModelWithoutARateIsLeftOut() throws {
    let model = Acme.path(z: "1").replacing("CNY", with: "JPY")
    let folder = try Acme.folder(
      Acme.facts + [Acme.users],
      ["units.yaml": Self.units, "metrics.yaml": Acme.metrics, "paths/apps.yaml": model])
    let run = try Acme.run(folder)
    let cell = try #require(company("acme", in: run).paths.first { $0.path == "apps" })
    #expect(cell.missing == [.rate("JPY/CNY", of: nil)])
    // Alone it computes in its own money.
    let alone = try Acme.workspace(folder).runModel(
      ModelRunRequest(model: "apps", company: "acme", draws: 64, threads: 1))
    #expect(alone.variables["revenue"]?.unit == "JPY/year")
  }
}
