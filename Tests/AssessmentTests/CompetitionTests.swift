import Evaluation
import Facts
import RunRecord
import Simulation
import Testing

@testable import Assessment

/// The head group and the markets of the study that comes with Breakeven, draw by draw.
@Suite struct CompetitionTests {
  private static let draws = 512

  /// The projections of a path by company, of all companies of a region that are assessed.
  private func projections(
    _ path: String, in region: String, asOf: CalendarDay? = nil
  ) throws -> [String: Projection] {
    let preparation = try ShippedStudy.preparation(
      EvaluationRequest(asOf: asOf, draws: Self.draws))
    let (run, _) = try preparation.run()
    let evaluator = try #require(run.evaluators.first { $0.description.record.id == path })
    var found: [String: Projection] = [:]
    for company in try preparation.companies() where company.region(forPath: path) == region {
      let subject = Subject(company: company, context: run.evaluation)
      guard try run.evaluation.missing(for: evaluator, subject: subject).isEmpty,
        !company.notPursued.contains(where: { $0.path == path })
      else { continue }
      found[company.id] = try evaluator.project(subject, over: run.draws)
    }
    return found
  }

  /// Three at most win a place, and three in most draws of China, whose rest has little of the
  /// odds.
  @Test(arguments: [("china", 6, 0.8), ("world", 3, 0)])
  func threeAreInTheHeadGroup(region: String, companies: Int, full: Double) throws {
    let found = try projections("chat-advertising", in: region)
    #expect(found.count == companies)
    let last = try found.values.map { try #require($0.metrics["head"]) }
    let sums = (0..<Self.draws).map { draw in
      last.reduce(0) { $0 + $1[$1.years - 1, draw] }
    }
    #expect(sums.allSatisfy { $0 <= 3 })
    #expect(Double(sums.count { $0 == 3 }) >= full * Double(Self.draws))
  }

  /// In no year and draw do the companies claim more of a market than there is.
  @Test(arguments: ["chat-advertising", "medical-ai", "education-devices", "on-device"])
  func claimsFitIntoTheMarket(path: String) throws {
    for region in path == "chat-advertising" ? ["china", "world"] : ["china"] {
      let claims = try projections(path, in: region).values.map { try #require($0.claim) }
      #expect(claims.count > 1)
      for place in claims[0].values.indices {
        #expect(claims.reduce(0) { $0 + $1.values[place] } <= 1 + 1e-12)
      }
    }
  }

  /// A company's record is the same alone, among others, and in whatever order they are named.
  @Test func whoElseIsAskedForChangesNothing() throws {
    func record(_ companies: [String]) throws -> CompanyRecord? {
      let request = EvaluationRequest(
        companies: companies, paths: ["chat-advertising", "education-devices"], draws: Self.draws)
      let preparation = try ShippedStudy.preparation(request)
      let (run, overrides) = try preparation.run()
      let builder = RunBuilder(
        run: run, loaded: preparation.loaded, request: request, overrides: overrides)
      return try builder.build(companies: preparation.companies(), progress: nil)
        .companies.first { $0.id == "tencent" }
    }
    let alone = try #require(try record(["tencent"]))
    #expect(try record(["tencent", "baidu", "openai"]) == alone)
    #expect(try record([]) == alone)
  }
}
