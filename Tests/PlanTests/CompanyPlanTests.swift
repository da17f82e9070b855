import Formulas
import Plan
import Scoring
import Simulation
import Testing

/// Plans written by hand, with values worked out by hand.
@Suite struct CompanyPlanTests {
  private static let sampling = Sampling(count: 64, seed: 7, sampler: .sobol)
  private static let years = [2026, 2027]

  private let rules = ScoringRules(
    discountRate: 0, horizonMultiple: .constant(0), weights: ScoreWeights(), otherScore: 50,
    readiness: ReadinessScale(), evidence: (0.35, 0.65), withheldLineFactor: 5)

  /// The same flows in both years and all draws.
  private func path(_ id: String, contribution: Double, investment: Double) -> PathPlan {
    func yearly(_ value: Double) -> YearlyDraws {
      YearlyDraws(repeating: value, years: 2, draws: Self.sampling.count)
    }
    return PathPlan(
      path: id,
      source: .given(
        PathFlows(
          revenue: yearly(contribution), contribution: yearly(contribution),
          investment: yearly(investment), metrics: [:], levels: [:], claim: nil)), criteria: [])
  }

  private func plan(_ paths: [PathPlan]) -> CompanyPlan {
    CompanyPlan(
      company: "acme", sampling: Self.sampling, years: Self.years, rules: rules,
      paths: paths)
  }

  private func evaluate(_ plan: CompanyPlan) throws -> [PathResult?] {
    try plan.evaluate(over: Draws(Self.sampling))
  }

  /// 30 a year comes back and 10 goes out: 100 × 60 / (60 + 20) = 75, and without criteria the
  /// score is that too.
  @Test func aPathsIndex() throws {
    let result = try evaluate(plan([path("toys", contribution: 30, investment: 10)]))
    let toys = try #require(result.first ?? nil)
    #expect(toys.recovery.draws.allSatisfy { abs($0 - 75) < 1e-12 })
    #expect(toys.scores == toys.recovery.draws)
    #expect(toys.run == nil)
  }

  @Test func whereNothingHappensThereIsNoPath() throws {
    let result = try evaluate(
      plan([
        path("idle", contribution: 0, investment: 0), path("toys", contribution: 3, investment: 1),
      ]))
    #expect(result.map { $0?.path } == [nil, "toys"])
  }
}
