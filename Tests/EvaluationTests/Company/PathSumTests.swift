@testable import Evaluation
import Nowcast
import Plan
import Scoring
import MethodCases
import Testing

/// What a company's paths bring to its course.
@Suite struct PathSumTests {
  private static let draws = 512
  private static let weights = ["thin": 0.25, "fair": 0.5, "solid": 0.75]

  private func course(_ paths: [CompanyPath]) throws -> CompanyCourse {
    try ShippedCompany.course(
      case1(), draws: Self.draws, setting: ShippedCompany.plain, paths: paths, kept: .everything)
  }

  private func case1() throws -> MethodCase {
    try #require(
      MethodCases.all.first { $0.company == "cloudwalk" && $0.as_of_month == 24305 })
  }

  /// A path with 3, 6, 9, … million of contribution, a million of investment, and a base of its own.
  private func path(_ evidence: PathEvidence, base: Double) -> CompanyPath {
    let years = 6
    let contribution = (0..<years * Self.draws).map { Double($0 / Self.draws + 1) * 3e6 }
    return CompanyPath(
      path: "toys", evidence: evidence,
      revenue: YearlyDraws(repeating: 1e7, years: years, draws: Self.draws),
      contribution: YearlyDraws(values: contribution, draws: Self.draws),
      investment: YearlyDraws(repeating: 1e6, years: years, draws: Self.draws),
      base: [Double](repeating: base, count: Self.draws))
  }

  /// By hand: 0.25 (3t - 1) + 0.75 (3t - 1) million, t from 1.
  @Test func addsUpByEvidence() throws {
    let course = try course([path(.thin, base: 0), path(.solid, base: 0)])
    let (result, alone) = (try #require(course["result"]), try #require(course["course_result"]))
    for year in course.years.indices {
      let expected = (3 * Double(year + 1) - 1) * 1e6
      for draw in 0..<Self.draws {
        #expect(abs(result[year, draw] - alone[year, draw] - expected) < 1)
      }
    }
  }

  /// Revenue of the base window of CloudWalk in May 2025 times e^G is revenue itself.
  @Test func aLineThatGrowsAsTheCompanyDoesAddsNothing() throws {
    let alone = try course([])
    let revenue = try #require(alone["revenue"])
    let base = try #require(ShippedCompany.nowcast(case1()).base).amount
    let rate = try ShippedCompany.nowcast(case1()).usdRate
    let share = 0.2
    let line = CompanyPath(
      path: "toys", evidence: .fair, revenue: revenue,
      contribution: YearlyDraws(values: revenue.values.map { $0 * share }, draws: Self.draws),
      investment: YearlyDraws(repeating: 0, years: revenue.years, draws: Self.draws),
      base: [Double](repeating: base * rate * share, count: Self.draws))
    let with = try course([line])
    let effect = try #require(with["path_effect"])
    for (effect, revenue) in zip(effect.values, revenue.values) {
      #expect(abs(effect) < 1e-9 * revenue)
    }
  }

  /// By definition: a line whose losses are a fixed share of the company's, and grow no faster than
  /// revenue, is what the course expects of it.
  ///
  /// Its base is its first year brought back by e^G.
  @Test func aLineThatLosesAsTheCompanyDoesAddsNothing() throws {
    let alone = try course([])
    let (revenue, cost) = (try #require(alone["revenue"]), try #require(alone["cost"]))
    let state = try ShippedCompany.nowcast(case1())
    let base = try #require(state.base).amount * state.usdRate
    let share = 0.3
    let draws = Self.draws
    let losses = (0..<revenue.years * draws).map { place -> Double in
      let draw = place % draws
      let loss = max(cost.values[place] - revenue.values[place], 0)
      let first = max(cost.values[draw] - revenue.values[draw], 0)
      // No faster than revenue.
      return share * min(loss, first * revenue.values[place] / revenue.values[draw])
    }
    let line = CompanyPath(
      path: "toys", evidence: .fair,
      revenue: YearlyDraws(repeating: 1e7, years: revenue.years, draws: draws),
      contribution: YearlyDraws(values: losses.map { -$0 }, draws: draws),
      investment: YearlyDraws(repeating: 0, years: revenue.years, draws: draws),
      base: (0..<draws).map { -losses[$0] * base / revenue.values[$0] })
    let effect = try #require(try course([line])["path_effect"])
    #expect(losses.contains { $0 > 0 })
    for (effect, cost) in zip(effect.values, cost.values) { #expect(abs(effect) < 1e-9 * cost) }
  }

  @Test func withAllWeightsAtNothingPathsChangeNothing() throws {
    let drawn = try ShippedCompany.model.draw(
      ShippedCompany.subject("cloudwalk", asOf: 24305), state: ShippedCompany.nowcast(case1()),
      standing: ShippedCompany.standing(case1()), draws: Draws(count: Self.draws))
    let alone = try ShippedCompany.model.run(drawn)
    let none = Dictionary(
      uniqueKeysWithValues: PathEvidence.allCases.map { ("weight_\($0.rawValue)", 0.0) })
    let with = try ShippedCompany.model.run(
      drawn, paths: [path(.solid, base: 5e6), path(.thin, base: 0)], setting: none)
    for name in ["result", "cash", "broke_even", "out_of_cash", "sold"] {
      #expect(try #require(alone[name]) == #require(with[name]))
    }
    let weighted = try ShippedCompany.model.run(drawn, paths: [path(.solid, base: 0)])
    #expect(weighted["result"] != alone["result"])
  }

  @Test func everyEvidenceHasItsWeight() throws {
    for evidence in PathEvidence.allCases {
      let course = try course([path(evidence, base: 0)])
      let now = try #require(course.input("paths_now"))
      let weight = try #require(Self.weights[evidence.rawValue])
      #expect(now.count == 6)
      #expect(abs(now[0][0] - weight * 2e6) < 1e-3)
    }
  }
}
