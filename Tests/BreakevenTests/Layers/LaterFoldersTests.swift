import Breakeven
import Diagnostics
import RunRecord
import TestSupport
import Testing

/// Several models folders: what a later one adds, what it overrides, and what the run says of it.
@Suite struct LaterFoldersTests {
  private static let model = """
    path: home-robots
    version: 1
    title: {en: Home robots}
    currency: CNY
    inputs:
      robots: {unit: robot, market: robots}
      price: {unit: CNY/robot/fortnight, assume: 10 to 20, because: A guess.}
    variables:
      fees: {unit: CNY/year, formula: robots * price}
    outputs: {revenue: fees, contribution: fees, investment: 0.1 * fees}

    """

  private static let units = """
    units:
      robot: {title: {en: robot}}
      fortnight: {is: 14/365 year, title: {en: fortnight}}

    """

  private static let china = """
    region: china
    inputs:
      robots: {unit: robot, assume: 1M, because: A guess.}

    """

  private func run(_ later: TemporaryModels) throws -> RunRecord {
    try Workspace(models: [Repository.models, later.path])
      .evaluate(EvaluationRequest(companies: ["synyi"], draws: 256, threads: 1))
  }

  /// Units and market inputs of a later folder stand beside the earlier ones.
  @Test func whatIsNewIsAdded() throws {
    let later = try TemporaryModels([
      "paths/home-robots.yaml": Self.model, "units.yaml": Self.units,
      "markets/china.yaml": Self.china,
    ])
    let workspace = Workspace(models: [Repository.models, later.path])
    #expect(try workspace.checkModels(files: []).isEmpty)
    let record = try run(later)
    #expect(record.run.overridden.isEmpty)
    let robots = try #require(record.companies[0].paths.first { $0.path == "home-robots" })
    let input = try #require(robots.inputs.first { $0.name == "robots" })
    #expect(input.values.constant?.value == 1e6)
    // Which folder it is from shows in its place.
    let folder = later.path.split(separator: "/").last ?? ""
    #expect(input.place == "\(folder)/markets/china.yaml:3")
    let before = try Workspace(models: [Repository.models])
      .evaluate(EvaluationRequest(companies: ["synyi"], draws: 256, threads: 1))
    let medical = { (record: RunRecord) in
      record.companies[0].paths.first { $0.path == "medical-ai" }?.score
    }
    #expect(medical(record) == medical(before))
  }

  /// What a later folder declares anew holds, and the run names it.
  @Test func whatIsOverriddenIsNamed() throws {
    let later = try TemporaryModels([
      "units.yaml": "units:\n  day: {is: 1/360 year, title: {en: day}}\n",
      "markets/china.yaml": """
      region: china
      inputs:
        hospitals: {unit: hospital, assume: 10k, because: A test.}

      """,
    ])
    let record = try run(later)
    let warnings = record.run.overridden.map {
      later.shown($0.message).replacing(Repository.models, with: "First")
    }
    #expect(warnings.contains("Models/units.yaml overrides the declaration of day"))
    #expect(
      warnings.contains("Models/markets/china.yaml overrides the market input hospitals of china"))
    let medical = try #require(record.companies[0].paths.first { $0.path == "medical-ai" })
    #expect(medical.inputs.first { $0.name == "hospitals" }?.values.constant?.value == 10000)
    #expect(medical.inputs.first { $0.name == "token_price" }?.values[2026]?.value != nil)
  }

  /// Mistakes in the units of every folder are listed together.
  @Test func mistakesInUnitsOfAllFolders() throws {
    let later = try TemporaryModels(["units.yaml": "units:\n  robot: {iss: 2 device}\n"])
    let problems = try Workspace(models: [Repository.models, later.path]).checkModels(files: [])
    #expect(problems.contains { $0.message.contains("unknown key \"iss\"") })
  }
}
