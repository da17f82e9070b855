import Assessment
import Evaluation
import RunRecord
import Scoring
import Simulation
import Testing

/// The path models against 1,200,000 plain draws of `Tests/Oracle/path_models.py --statistics`, written from
/// the same listings: generic companies, all but the facts named at the models' defaults, as of
/// 2025-05-31.
@Suite struct MethodCasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var path: String
    var facts: [InputOverride]
    /// Of the last year, million CNY.
    var revenue: (mean: Double, p50: Double)?
    var contribution: (p5: Double, p50: Double, p95: Double)?
    /// Mean recovery, points.
    var recovery: Double?
    /// Per cent.
    var viability: Double

    var testDescription: String { "\(path) \(facts.map { "\($0.name)=\($0.text)" })" }
  }

  static let cases = [
    Case(
      path: "medical-ai", facts: [InputOverride(name: "customers_now", text: "150")],
      revenue: (103.1, 78.8), contribution: (-65.8, 8.2, 99.5), recovery: 24.3, viability: 11.7),
    Case(
      path: "on-device",
      facts: [
        InputOverride(name: "share_appliances", text: "0.05"),
        InputOverride(name: "share_glasses", text: "0.08"),
      ], revenue: (79.7, 51.5), contribution: (-58.2, 16.3, 148.4), recovery: 28.1,
      viability: 22.5),
    Case(
      path: "medical-ai", facts: [InputOverride(name: "customers_now", text: "800")],
      viability: 49.8),
    Case(
      path: "medical-ai", facts: [InputOverride(name: "customers_now", text: "1500")],
      viability: 57.2),
    Case(
      path: "medical-ai",
      facts: [
        InputOverride(name: "customers_now", text: "800"),
        InputOverride(name: "price", text: "0.25M to 0.45M"),
        InputOverride(name: "medical-ai.research", text: "44M to 63M"),
      ], viability: 68.7),
  ]

  /// Means and medians within 1.5 %, tails within 5 % but at least 2 million, recovery within 0.3,
  /// viability within half a point beside the rounding of what is printed without a decimal.
  @Test(arguments: cases)
  func prototype(_ given: Case) throws {
    let preparation = try ShippedStudy.preparation(
      EvaluationRequest(
        paths: [given.path], asOf: "2025-05-31", overrides: given.facts, draws: 16384))
    let (run, _) = try preparation.run()
    let projection = try run.evaluators[0]
      .project(Subject(company: nil, context: run.evaluation), over: run.draws)
    #expect(projection.years == Array(2025...2030))
    let last = projection.years.count - 1
    if let wanted = given.revenue {
      let found = Summary(projection.revenue[year: last])
      near(try #require(found.mean) / 1e6, wanted.mean, 0.015 * wanted.mean, "mean revenue")
      near(try #require(found.p50) / 1e6, wanted.p50, 0.015 * wanted.p50, "median revenue")
    }
    if let wanted = given.contribution {
      let found = Summary(projection.contribution[year: last])
      near(try #require(found.p5) / 1e6, wanted.p5, max(2, 0.05 * abs(wanted.p5)), "p5")
      near(try #require(found.p50) / 1e6, wanted.p50, max(2, 0.015 * wanted.p50), "p50")
      near(try #require(found.p95) / 1e6, wanted.p95, max(2, 0.05 * wanted.p95), "p95")
    }
    let recovery = Recovery(
      contribution: projection.contribution, investment: projection.investment,
      discounting: Discounting(rate: 0.12, years: projection.years.count), multiple: nil)
    if let wanted = given.recovery {
      near(try #require(Summary(recovery.draws).mean), wanted, 0.3, "mean recovery")
    }
    let viability = try #require(Viability.probability(recovery: recovery.draws).value)
    let isWhole = given.viability.rounded() == given.viability
    near(100 * viability, given.viability, isWhole ? 1 : 0.5, "viability")
  }

  private func near(_ found: Double, _ wanted: Double, _ tolerance: Double, _ name: String) {
    #expect(abs(found - wanted) <= tolerance, "\(name): \(found), not \(wanted)")
  }
}
