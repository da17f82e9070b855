import Breakeven
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing

/// Same inputs, same seed, same bytes (Method 1.12), whatever else there is.
@Suite struct DeterminismTests {
  /// Companies of several regions, paths and kinds of finance.
  private static let few = ["cloudwalk", "iflytek", "synyi", "tencent"]

  private static func run(
    _ folder: String = Repository.models, companies: [String] = few, threads: Int = 1,
    seed: UInt64 = 1
  ) throws -> RunRecord {
    try Workspace(models: [folder]).evaluate(
      EvaluationRequest(companies: companies, draws: 256, seed: seed, threads: threads))
  }

  @Test func threadsDoNotMatter() throws {
    let one = try RunCoder.encode(Self.run(threads: 1))
    for threads in [2, 3] {
      #expect(try RunCoder.encode(Self.run(threads: threads)) == one, "\(threads) threads")
    }
    #expect(try RunCoder.encode(Self.run(seed: 2)) != one)
  }

  /// The record of a copy whose files were written in the opposite order is the same.
  @Test func theOrderOfFilesDoesNotMatter() throws {
    let (copy, reversed) = (try TemporaryModels.copy(), try TemporaryModels.copy(isReversed: true))
    let original = try RunCoder.encode(Self.run())
    #expect(try RunCoder.encode(Self.run(copy.path)) == original)
    #expect(try RunCoder.encode(Self.run(reversed.path)) == original)
  }

  /// The order in which companies are named doesn't matter either.
  @Test func theOrderOfCompaniesDoesNotMatter() throws {
    let record = try Self.run(companies: Self.few.reversed())
    #expect(record.companies.map(\.id) == Self.few)
    #expect(try RunCoder.encode(record) == RunCoder.encode(Self.run()))
  }

  /// A company's numbers and the order of two companies hang on nobody else (Method 5.5).
  @Test func aCompanyMoreChangesNobodyElse() throws {
    let before = try Self.run()
    let after = try Self.run(companies: Self.few + ["sensetime", "openai"])
    #expect(after.companies.filter { Self.few.contains($0.id) } == before.companies)
    let order = after.ranking.order.map(\.id).filter(Self.few.contains)
    #expect(order == before.ranking.order.map(\.id))
    for (first, row) in before.ranking.prefers {
      for (second, share) in row {
        #expect(after.ranking.prefers[first]?[second] == share, "\(first) \(second)")
      }
    }
    for place in before.ranking.order {
      let same = after.ranking.order.first { $0.id == place.id }
      #expect(same?.meanUtility == place.meanUtility)
    }
  }

  private static let newcomer = """
    id: aaa-newcomer
    names: {en: Newcomer}
    region: china
    kind: AI company
    fiscal_year_end: 12-31
    financing: unlisted
    facts:
      - {metric: revenue, period: FY2025, value: 200M, unit: CNY, source: own-calc, confidence: medium}
      - {metric: operating_income, period: FY2025, value: -150M, unit: CNY, source: own-calc, confidence: medium}
      - {metric: cash_and_short_term_investments, period: 2025-12-31, value: 400M, unit: CNY, source: own-calc, confidence: medium}
      - {metric: hospitals_served, period: 2025-12-31, value: 300, unit: hospital, source: own-calc, confidence: medium}

    """

  private static let robots = """
    path: home-robots
    version: 1
    title: {en: Home robots, zh-Hant: 家用機器人, zh-Hans: 家用机器人}
    currency: CNY
    inputs:
      hospitals: {unit: hospital, company: hospitals_served, otherwise: none}
      price: {unit: CNY/hospital/year, assume: 0.1M to 0.2M, because: "a test, nothing else"}
    variables:
      sales: {unit: CNY/year, formula: hospitals * price}
    outputs: {revenue: sales, contribution: 0.5 * sales, investment: 0.2 * sales}
    readiness:
      - {id: shown, weight: 100, half_life: 1, title: {en: Shown}, levels: {0: {en: no}, 1: {en: a}, 2: {en: b}, 3: {en: c}, 4: {en: d}}}

    """

  /// One file more in companies/ and the company is assessed and ranked; the others stay as they
  /// were though it comes before them.
  @Test func aCompanyIsOneFile() throws {
    let models = try TemporaryModels.copy()
    try models.write("companies/aaa-newcomer.yaml", Self.newcomer)
    let record = try Self.run(models.path, companies: ["aaa-newcomer"] + Self.few)
    let before = try Self.run()
    #expect(Array(record.companies.dropFirst()) == before.companies)
    let newcomer = try #require(record.companies.first)
    #expect(newcomer.id == "aaa-newcomer")
    #expect(newcomer.outcome.states != nil)
    #expect(newcomer.paths.first { $0.path == "medical-ai" }?.status == .assessed)
    #expect(record.ranking.order.contains { $0.id == "aaa-newcomer" })
    #expect(
      record.ranking.order.map(\.id).filter { $0 != "aaa-newcomer" }
        == before.ranking.order.map(\.id))
    #expect(record.run.factsSha256 != before.run.factsSha256)
    #expect(
      try Workspace(models: [models.path]).companies()
        .contains { $0.id == "aaa-newcomer" })
  }

  /// One file more in paths/ and the path is there for every company, in its place by name; what
  /// was said of the other paths stays.
  @Test func aPathIsOneFile() throws {
    let models = try TemporaryModels.copy()
    try models.write("paths/home-robots.yaml", Self.robots)
    #expect(try Workspace(models: [models.path]).checkModels(files: []).isEmpty)
    let record = try Self.run(models.path)
    let before = try Self.run()
    #expect(record.paths.map(\.id) == (before.paths.map(\.id) + ["home-robots"]).sorted())
    #expect(record.run.models.map(\.path) == record.paths.map(\.id))
    for (company, old) in zip(record.companies, before.companies) {
      for path in old.paths {
        let new = try #require(company.paths.first { $0.path == path.path })
        #expect(new.score == path.score, "\(company.id) \(path.path)")
        #expect(new.inputs == path.inputs, "\(company.id) \(path.path)")
      }
      let robots = try #require(company.paths.first { $0.path == "home-robots" })
      // Whoever has the fact is assessed; nobody else is.
      if company.id == "synyi" {
        #expect(robots.status == .assessed)
        #expect(company.outcome != old.outcome || company.outcome.states == nil)
      } else if robots.status == .missingFacts {
        #expect(robots.missing == [.fact("hospitals_served")])
        #expect(company.outcome == old.outcome)
      }
    }
  }
}
