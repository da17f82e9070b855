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
    readiness: ReadinessScale())

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

  private func figure(
    _ name: String, _ distribution: DistributionSpec, dimension: Int = 0
  ) -> PlannedInput {
    PlannedInput(
      name: name, series: .always(distribution), scale: 1, block: "company acme facts",
      dimension: dimension, isShared: false)
  }

  /// Revenue 100, result 20, cash 50, and parameters under which nothing grows, is raised or cut.
  private func outcome(_ result: BaseFigures.Result? = nil, cashAge: Double = 0) -> OutcomePlan {
    let ones: Set<OutcomeParameter> = [.contributionMargin, .cashConversionKeep, .stopHazardCap]
    return OutcomePlan(
      elapsedShare: 0,
      figures: BaseFigures(
        revenue: figure("revenue", .constant(100)),
        result: result ?? .reported(figure("operating_income", .constant(20))),
        cash: [figure("cash", .constant(50))], cashAge: cashAge),
      parameters: OutcomeParameter.allCases.map {
        figure($0.rawValue, .constant(ones.contains($0) ? 1 : 0))
      }, access: .successListed, survival: .survivalIndependent, consolidation: nil)
  }

  private func plan(_ paths: [PathPlan], outcome: OutcomePlan? = nil) -> CompanyPlan {
    CompanyPlan(
      company: "acme", sampling: Self.sampling, years: Self.years, rules: rules,
      paths: paths, outcome: outcome)
  }

  private func evaluate(_ plan: CompanyPlan) throws -> CompanyResult {
    try plan.evaluate(over: Draws(Self.sampling))
  }

  /// 30 a year comes back and 10 goes out: 100 × 60 / (60 + 20) = 75, and without criteria the
  /// score is that too.
  @Test func aPathsIndex() throws {
    let result = try evaluate(plan([path("toys", contribution: 30, investment: 10)]))
    let toys = try #require(result.paths.first ?? nil)
    #expect(toys.recovery.draws.allSatisfy { abs($0 - 75) < 1e-12 })
    #expect(toys.scores == toys.recovery.draws)
    #expect(toys.run == nil)
    #expect(result.outcome == nil)
  }

  @Test func whereNothingHappensThereIsNoPath() throws {
    let result = try evaluate(
      plan(
        [
          path("idle", contribution: 0, investment: 0),
          path("toys", contribution: 3, investment: 1),
        ],
        outcome: outcome()))
    #expect(result.paths.map { $0?.path } == [nil, "toys"])
    #expect(result.outcome?.without.count == 1)
  }

  /// The base year's result is kept: nothing grows, so 20 a year are earned, and the company has
  /// broken even in every draw.
  @Test func aCompanyThatEarnsBreaksEven() throws {
    let result = try evaluate(plan([], outcome: outcome()))
    let outcome = try #require(result.outcome)
    #expect(outcome.withRounds.operatingResult.values.allSatisfy { abs($0 - 20) < 1e-9 })
    #expect(StateShares(outcome.withRounds)?.brokeEven == 1)
    #expect(
      outcome.inputs.map(\.input.name)
        == OutcomeParameter.allCases.map(\.rawValue) + ["revenue", "operating_income", "cash"])
  }

  /// Cash of a year ago, with a result of -20 a year since: 50 - 20 = 30.
  @Test func oldCashIsBroughtForward() throws {
    let lossy = BaseFigures.Result.reported(figure("operating_income", .constant(-20)))
    let result = try evaluate(plan([], outcome: outcome(lossy, cashAge: 1)))
    #expect(result.outcome?.base.cash?.isRolled == true)
    #expect(result.outcome?.base.facts.cash == Array(repeating: 30, count: 64))
  }

  /// A result that isn't reported is uniform between those that bracket it: -40 + 30 u.
  @Test func aBracketedResult() throws {
    let input = PlannedInput(
      name: "operating_income", series: .none, scale: 1, block: "company acme facts",
      dimension: 1, isShared: false)
    let result = try evaluate(
      plan([], outcome: outcome(.bracketed(by: [-40, -10], input))))
    let uniforms = Draws(Self.sampling).uniforms(block: "company acme facts", dimension: 1)
    #expect(result.outcome?.base.facts.operatingResult == uniforms.map { -40 + $0 * 30 })
  }

  /// A plan that lacks a parameter of the outcome model has no outcome.
  @Test func everyParameterIsNeeded() throws {
    var incomplete = outcome()
    incomplete.parameters.removeAll { $0.name == OutcomeParameter.soldShare.rawValue }
    #expect(try evaluate(plan([], outcome: incomplete)).outcome == nil)
  }

  /// The same plan gives the same bits, whoever has drawn from the draws before.
  @Test func aPlanSaysItAll() throws {
    let revenue = figure("revenue", .interval(low: 80, high: 120))
    var uncertain = outcome()
    uncertain.figures.revenue = revenue
    let plan = plan([path("toys", contribution: 30, investment: 10)], outcome: uncertain)
    let draws = Draws(Self.sampling)
    let first = try plan.evaluate(over: draws)
    var other = plan
    other.company = "other"
    _ = try other.evaluate(over: draws)
    let second = try plan.evaluate(over: draws)
    let fresh = try evaluate(plan)
    for again in [second, fresh] {
      #expect(again.outcome?.withRounds.cash == first.outcome?.withRounds.cash)
      #expect(again.outcome?.base.facts.revenue == first.outcome?.base.facts.revenue)
    }
  }
}
