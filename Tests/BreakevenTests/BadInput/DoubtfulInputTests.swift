import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// What can't be right, but may be, stands beside the numbers that it reaches.
@Suite struct DoubtfulInputTests {
  private static let margin = "metric: gross_margin, period: FY2025, unit: \"1\", value: "

  /// A margin of 40 reaches the outcome; one of 0.4 is nothing to speak of.
  @Test func anImplausibleFactIsNamed() throws {
    let doubted = try Acme.run(try Acme.folder(Acme.facts + [Self.margin + "40"]))
    #expect(
      doubted.companies[0].warnings.map(\.message) == [
        "gross margin of FY2025, 40.0 1 by acme-report, lies outside what is plausible for it."
      ])
    let plain = try Acme.run(try Acme.folder(Acme.facts + [Self.margin + "0.4"]))
    #expect(plain.companies[0].warnings.isEmpty)
    // 40 percent are 0.4: the range is in the metric's own unit.
    let percent = Self.margin.replacing("\"1\"", with: "percent") + "40"
    #expect(try Acme.run(try Acme.folder(Acme.facts + [percent])).companies[0].warnings.isEmpty)
  }

  /// A result of 300 times the revenue.
  @Test func aResultAboveRevenueIsNamed() throws {
    let folder = try Acme.folder(
      Acme.facts.map { $0.replacing("value: -80M", with: "value: 80B") })
    #expect(
      try Acme.run(folder).companies[0].warnings.map(\.message) == [
        "operating income of the twelve months to 2025-12 is larger than their revenue: costs are "
          + "taken as a twentieth of it."
      ])
    #expect(
      try Acme.workspace(folder).checkModels(files: []).map(\.message) == [
        "operating_income of FY2025, 80000000000 CNY, is larger than the revenue of that period, "
          + "260000000 CNY"
      ])
  }

  /// A unit of another size is named by the run and by the path whose model computes in it, and not
  /// by the others; one that says the same is no matter.
  @Test func aRedefinedUnitIsNamed() throws {
    let units = "units:\n  million_token: {is: 1e3 token, title: {en: million tokens}}\n"
    let folder = try TemporaryModels(["units.yaml": units])
    let workspace = Workspace(models: [Repository.models, folder.path])
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["synyi", "tal-education"], draws: 64, threads: 1))
    let remark =
      "Models/units.yaml redefines the unit million_token: 1000 token instead of 1000000 token"
    #expect(run.warnings.map { folder.shown($0.message) } == [remark])
    for company in run.companies {
      for cell in company.paths {
        guard let results = cell.results else { continue }
        let isNamed = results.warnings.contains { folder.shown($0.message) == remark }
        let text = try String(
          contentsOfFile: Repository.models + "/paths/\(cell.path).yaml", encoding: .utf8)
        #expect(isNamed == text.contains("million_token"), "\(company.id) on \(cell.path)")
      }
    }
    let problems = try workspace.checkModels(files: [])
    #expect(
      problems.map(\.message) == [
        "million_token is 1000 token here and 1000000 token in an earlier folder"
      ])
    #expect(problems.allSatisfy { $0.severity == .warning })
    let same = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1000000 token, title: {en: M}}\n"
    ])
    #expect(
      try Workspace(models: [Repository.models, same.path]).checkModels(files: []).isEmpty)
  }

  /// A unit can't become another kind of quantity.
  @Test func aUnitOfAnotherKindIsAnError() throws {
    let folder = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1e6 user, title: {en: million tokens}}\n"
    ])
    let problems = try Workspace(models: [Repository.models, folder.path]).checkModels(files: [])
    #expect(
      problems.first?.message
        == "million_token is 1000000 user here and 1000000 token in an earlier folder: another "
        + "kind of quantity")
    #expect(problems.first?.severity == .error)
  }

  /// What is set by hand is held against the range of the metric behind it.
  @Test func aValueOutsideItsRangeIsNamedWhenSet() throws {
    let folder = try Acme.folder(
      Acme.facts + [Acme.users],
      ["metrics.yaml": Acme.metrics, "paths/apps.yaml": Acme.path(z: "1")])
    let remark =
      "pupils is set to 20000000000, outside what is plausible for tutoring users: 0.0 to "
      + "10000000000.0."
    for (value, remarks) in [("2e10", [remark]), ("2e6", [])] {
      let run = try Acme.run(
        folder, paths: ["apps"], overrides: [InputOverride(name: "pupils", text: value)])
      let warnings = try #require(run.companies[0].paths[0].results?.warnings)
      #expect(warnings.filter { $0.kind == .setOutsidePlausible }.map(\.message) == remarks)
      #expect(
        run.companies[0].warnings.contains { $0.kind == .setOutsidePlausible } == !remarks.isEmpty)
    }
  }

  /// `40%` in percent is an error in a model, and where it is set, as in a fact.
  @Test func perCentTwiceIsAnErrorInAModel() throws {
    let model = Acme.path(z: "1").replacing(
      "z: {unit: \"1\", assume: \"1\"", with: "z: {unit: percent, assume: 30% to 50%")
    let folder = try Acme.folder(
      Acme.facts, ["metrics.yaml": Acme.metrics, "paths/apps.yaml": model])
    #expect(
      try Acme.workspace(folder).checkModels(files: []).map(\.message) == [
        "\"30% to 50%\" in the unit \"percent\" says per cent twice"
      ])
    let right = model.replacing("30% to 50%", with: "30 to 50")
    let set = try Acme.folder(
      Acme.facts, ["metrics.yaml": Acme.metrics, "paths/apps.yaml": right])
    let error = #expect(throws: DiagnosticError.self) {
      try Acme.run(set, overrides: [InputOverride(name: "z", text: "40%")])
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "\"40%\" for z in the unit \"percent\" says per cent twice"
      ])
  }
}
