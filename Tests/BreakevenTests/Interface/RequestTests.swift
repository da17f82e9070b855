import Breakeven
import Diagnostics
import RunRecord
import Testing

/// What is asked of a workspace, and what it says to what can't be answered.
@Suite struct RequestTests {
  private let workspace = StudyRuns.workspace

  private func mistake(_ request: EvaluationRequest) throws -> DiagnosticError {
    try #require(#expect(throws: DiagnosticError.self) { try workspace.evaluate(request) })
  }

  @Test(arguments: [
    (EvaluationRequest(companies: ["cloudwak"]), Diagnostic.Category.missing, "\"cloudwalk\""),
    (EvaluationRequest(paths: ["medical"]), .missing, "there is no path \"medical\""),
    (EvaluationRequest(asOf: "2031-01-01"), .invalid, "lies after the horizon 2030"),
    (EvaluationRequest(scenario: "none"), .missing, "there is no scenario \"none\""),
    (EvaluationRequest(draws: 1000), .invalid, "must be a power of two"),
  ])
  func refused(
    request: EvaluationRequest, category: Diagnostic.Category, text: String
  ) throws {
    let error = try mistake(request)
    #expect(error.category == category)
    #expect(error.description.contains(text), "\(error)")
  }

  /// Odds of some of the paths are other odds: the run says which it counts, and that it is of some of
  /// the companies alone.
  @Test func aPartOfTheStudyIsSaid() throws {
    let some = try workspace.evaluate(
      EvaluationRequest(companies: ["cloudwalk"], paths: ["medical-ai"], draws: 64))
    #expect(some.run.onlyPaths == ["medical-ai"])
    #expect(some.run.someCompanies == true)
    let all = try StudyRuns.now.get().run
    #expect(all.onlyPaths == nil && all.someCompanies == nil)
    // All of them by name leave none out.
    let named = try workspace.evaluate(
      EvaluationRequest(
        companies: ["cloudwalk"], paths: all.models.map(\.path), draws: 64))
    #expect(named.run.onlyPaths == nil)
  }

  /// Regions that say `same_as` share one draw: China's and the world's change of ad prices are the
  /// same number in every draw, and so in every figure.
  @Test func sharedMarketInputs() throws {
    let run = try StudyRuns.now.get()
    let growth = run.markets.filter { $0.input.name == "price_growth" }
    #expect(growth.map(\.region) == ["china", "world"])
    #expect(growth.first?.input.values == growth.last?.input.values)
    // What the world has of its own differs.
    let users = run.markets.filter { $0.input.name == "market_users" }
    #expect(users.map(\.region) == ["china", "world"])
    #expect(users.first?.input.values != users.last?.input.values)
  }

  /// A market input is the same for all companies of its region, wherever their home is.
  @Test func marketInputsAreTheSameForAll() throws {
    let run = try StudyRuns.now.get()
    let regions = Set(run.markets.map(\.region)).count
    for path in run.paths {
      var seen: [String: Set<InputRecord>] = [:]
      for company in run.companies {
        guard let assessed = company.paths.first(where: { $0.path == path.id }) else { continue }
        for input in assessed.inputs where input.scope != .company {
          seen[input.name, default: []].insert(input)
        }
      }
      for (name, found) in seen {
        let most = found.contains { $0.scope == .market } ? regions : 1
        #expect(found.count <= most, "\(path.id) \(name)")
      }
    }
  }

  @Test func progressIsReported() throws {
    let seen = Progress()
    _ = try workspace.evaluate(
      EvaluationRequest(companies: ["cloudwalk", "synyi"], draws: 64, threads: 1)
    ) { seen.note($0) }
    #expect(seen.done == [1, 2])
  }

  /// What listings say agrees with what a run finds.
  @Test func listingsAgreeWithTheRun() throws {
    let run = try StudyRuns.now.get()
    for (listed, company) in zip(try workspace.companies(), run.companies) {
      #expect(listed.id == company.id)
      let byStatus = Dictionary(grouping: company.paths, by: \.status)
      #expect(listed.assessed == (byStatus[.assessed] ?? []).map(\.path), "\(company.id)")
      #expect(listed.notPursued == (byStatus[.notPursued] ?? []).map(\.path), "\(company.id)")
      #expect(Set(listed.missing.keys) == Set((byStatus[.missingFacts] ?? []).map(\.path)))
    }
  }
}

/// Gathers progress from any thread.
private final class Progress: @unchecked Sendable {
  private(set) var done: [Int] = []
  func note(_ progress: EvaluationProgress) { done.append(progress.done) }
}
