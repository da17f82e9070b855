import Breakeven
import Diagnostics
import RunRecord
import RunStore
import Testing

/// Odd requests give a whole record, whatever it says: never a crash, never a number that isn't one.
@Suite struct RobustnessTests {
  private func check(_ request: EvaluationRequest) throws -> RunRecord {
    let record = try StudyRuns.workspace.evaluate(request)
    let json = try RunCoder.encode(record)
    #expect(try RunCoder.decode(RunRecord.self, from: json) == record)
    for company in record.companies {
      for states in [company.outcome.states, company.outcome.statesWithBaseRate].compactMap({ $0 })
      {
        let sum = [states.brokeEven, states.stillLosing, states.sold, states.cashedOut]
          .map(\.value).reduce(0, +)
        #expect(abs(sum - 1) < 1e-9, "\(company.id)")
      }
      for path in company.paths {
        for score in [path.score, path.moneyBackIndex, path.readiness, path.exposure, path.support]
        {
          guard let estimate = score.estimate else { continue }
          #expect((0...100.000001).contains(estimate.value), "\(company.id) \(path.path)")
        }
      }
    }
    return record
  }

  private static let few = ["cloudwalk", "iflytek", "openai", "synyi", "tencent"]

  /// Before anything was known, on the first and last days of a year, and in the horizon year.
  @Test(arguments: [
    "2016-01-01", "2024-02-29", "2024-12-31", "2025-01-01", "2029-12-31", "2030-01-01",
    "2030-12-31",
  ])
  func days(asOf: CalendarDay) throws {
    let record = try check(EvaluationRequest(companies: Self.few, asOf: asOf, draws: 64))
    #expect(record.run.asOf == asOf.description)
    #expect(record.run.horizon == 2030)
  }

  @Test(arguments: [2, 4])
  func fewDraws(draws: Int) throws {
    _ = try check(EvaluationRequest(companies: Self.few, draws: draws))
  }

  @Test func oneCompanyOnOnePath() throws {
    let record = try check(
      EvaluationRequest(companies: ["synyi"], paths: ["medical-ai"], draws: 64))
    #expect(record.companies.map(\.paths.count) == [1])
    #expect(record.ranking.order.count + record.ranking.unranked.count == 1)
  }

  /// Nothing, far too much, and the wrong sign.
  @Test(arguments: [
    ["customers_now": "0"], ["hospitals": "0"], ["price": "0"], ["churn": "1e300"],
    ["medical-ai.research": "-1e9"],
    ["medical-ai.research": "0", "price": "0", "data_budget": "0"],
    ["token_price": "0"], ["market_users": "0"], ["market_users": "1e-300"],
    ["encounters": "1e300"],
    ["medical-ai.price_drift": "-5"], ["company.legacy_growth": "-3"],
    ["company.contribution_margin": "-5"],
    ["company.contribution_margin": "1e200"], ["company.cash_flow_shock": "0"],
    ["company.cash_flow_shock": "1e6"], ["company.pooling_weight": "0"],
    ["company.pooling_weight": "1"], ["company.fixed_cost_growth": "100"],
    ["company.round_size_months": "0"], ["company.receivable_days": "-1000"],
    ["company.success_listed": "0"], ["company.success_listed": "1"],
    ["company.survival_independent": "0"], ["company.survival_independent": "1"],
    ["company.sold_share": "1"], ["company.cost_cut": "1"], ["company.climate_shock": "50"],
    ["company.stop_hazard": "1"], ["company.survival_years": "0"],
  ])
  func extremes(_ set: [String: String]) throws {
    let overrides = set.keys.sorted().map { InputOverride(name: $0, text: set[$0] ?? "") }
    _ = try check(
      EvaluationRequest(companies: Self.few, overrides: overrides, draws: 64, threads: 1))
  }

  /// A climate that drifts away for ever is refused in words.
  @Test func climateThatDriftsAway() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try StudyRuns.workspace.evaluate(
          EvaluationRequest(
            companies: ["cloudwalk"],
            overrides: [InputOverride(name: "company.climate_persistence", text: "50")], draws: 64))
      })
    #expect(
      error.description == """
        error: climate_persistence must lie between -1 and 1, found 50.0
          help: at 1 or more the funding climate would drift away for ever
        """)
  }
}
