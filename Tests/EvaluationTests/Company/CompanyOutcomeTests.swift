@testable import Evaluation
import Facts
import Formulas
import MethodCases
import Nowcast
import Plan
import Scoring
import Simulation
import Testing

/// What a company's paths do to its outcome (Method 4.5).
@Suite struct CompanyOutcomeTests {
  private static let sampling = Sampling(count: 1024, seed: 1, sampler: .sobol)
  private static let rules = ScoringRules(
    discountRate: 0.12, horizonMultiple: .constant(0), weights: ScoreWeights(), otherScore: 50,
    readiness: ReadinessScale(), evidence: (0.35, 0.65), withheldLineFactor: 5)

  /// CloudWalk in May 2025, of which 398M CNY of revenue are on file.
  private func company() throws -> MethodCase {
    try #require(MethodCases.all.first { $0.company == "cloudwalk" && $0.as_of_month == 24305 })
  }

  /// A line of business with the same flows in every draw, in CNY from 2025 on.
  private func path(
    revenue: [Double], contribution: [Double], unit: Double = 1
  ) throws -> PathResult {
    func yearly(_ values: [Double]) -> YearlyDraws {
      YearlyDraws(
        values: values.flatMap { Array(repeating: $0 / unit, count: Self.sampling.count) },
        draws: Self.sampling.count)
    }
    let plan = CompanyPlan(
      company: "cloudwalk", sampling: Self.sampling, years: Array(2025...2030), rules: Self.rules,
      paths: [
        PathPlan(
          path: "toys",
          source: .given(
            PathFlows(
              revenue: yearly(revenue), contribution: yearly(contribution),
              investment: yearly(revenue.map { _ in 1e6 }), metrics: [:], levels: [:], claim: nil)),
          criteria: [])
      ])
    return try #require(try plan.evaluate(over: Draws(Self.sampling)).first ?? nil)
  }

  /// What the accounts say of the line for 2024.
  private func line(_ amount: Double) throws -> SegmentWindow {
    let one = try company()
    let row = try #require(one.rows.first { $0.metric == "revenue" && $0.value > 0 })
    let amount = ReportedAmount(
      metric: "toys_revenue", start: 24288, end: 24300, value: amount, printedDeviation: 0,
      confidence: .high, usdRate: row.usd, knownSince: nil, period: "FY2024", source: "report",
      sourceDay: 0)
    let parameters = try ShippedCompany.formulas.nowcastParameters(
      in: ShippedCompany.subject(asOf: one.as_of_month).context)
    return try #require(
      SegmentWindow(
        of: ["toys_revenue"], base: ShippedCompany.nowcast(one).base, rows: [amount],
        asOf: one.as_of_month, reporting: parameters.reporting))
  }

  private func outcome(
    _ paths: [PathResult], lines: [String: SegmentWindow] = [:], usdRate: Double = 0.14
  ) throws -> CompanyOutcome {
    let one = try company()
    let plan = try OutcomePlan(
      subject: ShippedCompany.subject("cloudwalk", asOf: one.as_of_month),
      model: ShippedCompany.model, state: ShippedCompany.nowcast(one),
      standing: ShippedCompany.standing(one), usdRate: usdRate, lines: lines)
    return try plan.evaluate(paths: paths, over: Draws(Self.sampling), Self.rules)
  }

  private func results(_ outcome: CompanyOutcome, year: Int) -> [Double] {
    outcome.course.column("result", year: year)
  }

  @Test func withoutPathsAllViewsAreOne() throws {
    let outcome = try outcome([])
    #expect(outcome.draws?.states == outcome.outside?.states)
    #expect(outcome.inside?.states == outcome.outside?.states)
  }

  /// What a line brings today the accounts hold: in the first year it adds nothing; later it adds
  /// (CM - I) less what it brought, grown with the company, by hand for one draw.
  @Test func aLineOfTodayAddsByWhatItOutgrowsTheCompany() throws {
    let plain = try outcome([])
    let with = try outcome([
      path(
        revenue: [50e6, 100e6, 200e6, 200e6, 200e6, 200e6],
        contribution: [
          21e6, 41e6, 81e6, 81e6, 81e6, 81e6,
        ])
    ])
    let (first, second) = (results(plain, year: 0), results(with, year: 0))
    #expect(zip(first, second).allSatisfy { abs($0 - $1) < 1 })
    // No evidence at all is thin: a quarter.
    let revenue = (0...1).map { plain.course.column("revenue", year: $0)[7] }
    let expected = 0.25 * 0.14 * (40e6 - 20e6 * revenue[1] / revenue[0])
    let added = results(with, year: 1)[7] - results(plain, year: 1)[7]
    #expect(abs(added - expected) < 1)
  }

  @Test func aLineThatIsntThereYetAddsAllThatItBrings() throws {
    let with = try outcome([
      path(
        revenue: [0, 10e6, 20e6, 30e6, 40e6, 50e6], contribution: [0, 5e6, 9e6, 15e6, 20e6, 25e6])
    ])
    let plain = try outcome([])
    let added = results(with, year: 2)[3] - results(plain, year: 2)[3]
    #expect(abs(added - 0.25 * 0.14 * 8e6) < 1)
  }

  /// The first year becomes what the accounts say, grown with the company: the factor is
  /// reported × e^G / modelled, and all of the line is scaled by it.
  @Test func aLineIsScaledToTheAccounts() throws {
    let flows = try path(
      revenue: [50e6, 100e6, 200e6, 200e6, 200e6, 200e6],
      contribution: [21e6, 41e6, 81e6, 81e6, 81e6, 81e6])
    let line = try line(100e6)
    let with = try outcome([flows], lines: ["toys": line])
    let taken = try #require(with.lines.first)
    let state = try ShippedCompany.nowcast(company())
    let base = try #require(state.base).amount * state.usdRate
    let grown = with.course.column("revenue", year: 0)[7] / base
    let factor = 100e6 * state.usdRate * grown / (50e6 * 0.14)
    #expect(!taken.isWithheld)
    #expect(abs(try #require(taken.factor)[7] - factor) < 1e-9)
    let plain = try outcome([])
    let revenue = (0...1).map { plain.course.column("revenue", year: $0)[7] }
    let expected = 0.25 * 0.14 * factor * (40e6 - 20e6 * revenue[1] / revenue[0])
    #expect(abs(results(with, year: 1)[7] - results(plain, year: 1)[7] - expected) < 1)
  }

  @Test func aLineThatTheAccountsKnowNothingOfIsWithheld() throws {
    let flows = try path(
      revenue: [50e6, 100e6, 200e6, 200e6, 200e6, 200e6],
      contribution: [21e6, 41e6, 81e6, 81e6, 81e6, 81e6])
    let with = try outcome([flows], lines: ["toys": line(2e6)])
    #expect(with.lines.first?.isWithheld == true)
    let plain = try outcome([])
    #expect(results(with, year: 4) == results(plain, year: 4))
    #expect(with.without.first??.states == with.draws?.states)
  }

  /// Twice the rate and half the amounts are the same economics.
  @Test func theStudysCurrencyChangesNothing() throws {
    func states(unit: Double) throws -> [OutcomeState?]? {
      let flows = try path(
        revenue: [50e6, 100e6, 200e6, 300e6, 400e6, 500e6],
        contribution: [21e6, 41e6, 81e6, 121e6, 161e6, 201e6], unit: unit)
      return try outcome([flows], usdRate: 0.14 * unit).draws?.states
    }
    #expect(try states(unit: 1) == states(unit: 8))
  }
}
