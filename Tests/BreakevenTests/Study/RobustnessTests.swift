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
      for states in [company.outcome.states, company.outcome.statesOutside].compactMap({ $0 }) {
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

  /// What an input's domain rules out is refused, whoever sets it.
  @Test(arguments: [
    ["medical-ai.churn": "1e300"], ["medical-ai.research": "-1e9"],
    ["medical-ai.price_drift": "-5"], ["company.weight_thin": "1e9"],
    ["company.climate_persistence": "50"],
  ])
  func outsideOfDomains(_ set: [String: String]) {
    let overrides = set.map { InputOverride(name: $0.key, text: $0.value) }
    #expect(throws: DiagnosticError.self) {
      try check(EvaluationRequest(companies: Self.few, overrides: overrides, draws: 64, threads: 1))
    }
  }

  /// Nothing, far too much, and the wrong sign.
  @Test(arguments: [
    ["customers_now": "0"], ["hospitals": "0"], ["price": "0"],
    ["consumer-subscriptions.churn": "1e300"],
    ["medical-ai.research": "0", "price": "0", "data_budget": "0"],
    ["token_price": "0"], ["market_users": "0"], ["market_users": "1e-300"],
    ["encounters": "1e300"],
    ["medical-ai.price_drift": "-1"], ["company.trend": "-3"],
    ["company.contribution_margin": "-5"], ["company.contribution_margin": "1e200"],
    ["company.level": "900"], ["company.level": "-900"], ["company.k_high": "1e6"],
    ["company.growth_noise": "0"], ["company.growth_noise": "1e6"], ["company.cash_sd": "0"],
    ["company.cash_sd": "1e6"], ["company.may_raise": "0"], ["company.sale_share": "1"],
    ["company.takeover_rate": "0"], ["company.takeover_rate": "1"],
    ["company.weight_thin": "1"], ["company.climate_sd": "50"],
    ["company.climate_persistence": "1"], ["company.stop_hazard": "1"],
    ["company.level_noise": "0"], ["company.error_high": "1e6"],
  ])
  func extremes(_ set: [String: String]) throws {
    let overrides = set.keys.sorted().map { InputOverride(name: $0, text: set[$0] ?? "") }
    _ = try check(
      EvaluationRequest(companies: Self.few, overrides: overrides, draws: 64, threads: 1))
  }
}
