import Evaluation
import Nowcast
import Outlook
import Simulation
import MethodCases
import Scoring
import Testing

/// Holds the formulas to the same laws in Swift, draw by draw, with everything switched on that
/// both know.
@Suite struct OutlookComparisonTests {
  private static let draws = 2048

  /// What the reference leaves out, at numbers that tell.
  private static let settings: [String: Double] = [
    "sale_share": 0.25, "takeover_rate": 0.04, "cash_sd": 0.06, "common_growth_sd": 0.03,
    "thrift_cost": 0.037, "thrift_growth": 0.056, "raising_state_linked": 0.4,
    "raising_no_round": -0.6,
  ]

  @Test(arguments: MethodCases.all)
  func isTheSameInEveryDraw(_ one: MethodCase) throws {
    let settings = ShippedCompany.plain.merging(Self.settings) { $1 }
    let state = try ShippedCompany.nowcast(one)
    let timeline = CompanyTimeline(time: state.state.time, asOf: state.asOf, horizon: 2030)
    // Of older accounts the model has years that it doesn't show, with draws of their own.
    guard timeline.before <= 1 else { return }
    let standing = CompanyStanding(
      isInChina: one.expected.region_scale[0] > 1, isListed: false, isStateLinked: true,
      lastRound: one.as_of_month - 10)
    let subject = try ShippedCompany.subject(
      one.company, asOf: one.as_of_month, setting: settings)
    let drawn = try ShippedCompany.model.draw(
      subject, state: state, standing: standing, draws: Draws(count: Self.draws))
    let course = try ShippedCompany.model.run(drawn, kept: .everything)
    let outlook = try outlook(one, state, course, timeline, settings)
    for (index, year) in outlook.years.enumerated() {
      for (name, values) in [
        ("revenue", year.course.revenue), ("result", year.result),
        ("cash_flow", year.cashFlow), ("gap", year.course.gap),
        ("cost_ratio", year.course.costRatio), ("raised", year.raised), ("cash", year.cash),
      ] where !values.isEmpty {
        let found = try #require(course[name])[year: index]
        let size = max(values.map(\.magnitude).max() ?? 0, 1e-3)
        let worst = zip(found, values).map { abs($0 - $1) }.max() ?? .nan
        #expect(worst <= 1e-9 * size, "\(name) of \(year.year): \(worst)")
      }
    }
    guard let states = outlook.states else {
      #expect(!course.canSay)
      return
    }
    #expect(course.canSay)
    let same: [Outlook.State: OutcomeState] = [
      .stillLosing: .stillLosing, .brokeEven: .brokeEven, .outOfCash: .cashedOut, .sold: .sold,
    ]
    let expected: [OutcomeState?] = states.map { same[$0] }
    #expect(course.outcome().states == expected)
    #expect(try happened(course) == outlook.happened)
  }

  /// The year in which each draw's state came about; 0 for none.
  private func happened(_ course: CompanyCourse) throws -> [Int] {
    let outputs = try ["broke_even", "out_of_cash", "sold"].map { try #require(course[$0]) }
    return (0..<Self.draws).map { draw in
      course.years.indices.first { year in outputs.contains { $0[year, draw] != 0 } }
        .map { course.years[$0] } ?? 0
    }
  }

  /// The outlook of the same state on the draws of the model's inputs.
  private func outlook(
    _ one: MethodCase, _ state: Nowcast, _ course: CompanyCourse,
    _ timeline: CompanyTimeline, _ settings: [String: Double]
  ) throws -> Outlook {
    var numbers = MethodCases.numbers.merging(settings) { $1 }
    for name in ["sale_low", "sale_high"] { numbers[name] = settings["sale_share"] }
    for name in ["takeover_low", "takeover_high"] { numbers[name] = settings["takeover_rate"] }
    let laws = try NamedParameters.read(among: numbers) { CourseLaws(&$0) }
    let money = try NamedParameters.read(among: numbers) { MoneyLaws(&$0) }
    func columns(_ name: String) throws -> [[Double]] { try #require(course.input(name)) }
    let steps = Course.steps(
      from: state.state.time, to: course.years.map(Double.init))
    let streams = DrawStreams(seed: 1, draws: Self.draws)
    let tails = try Tails(laws, money)
    var draws = CourseDraws(streams, block: "course", steps: steps, tails: tails)
    draws.level = try columns("level_shock")[0]
    draws.trend = try columns("trend_shock")[0]
    draws.costRange = try columns("k_place")[0]
    draws.costRatio = try columns("k_shock")[0]
    draws.growthPath = try columns("growth_path_shock")[0]
    draws.costPath = try columns("cost_path_shock")[0]
    let first = course.years.count - steps
    for step in 0..<steps {
      draws.steps[step].growth = try columns("growth_shock")[first + step]
      draws.steps[step].cost = try columns("cost_shock")[first + step]
      draws.steps[step].gap = try columns("gap_shock")[first + step]
    }
    var cash = MoneyDraws(
      streams, block: "money", common: "climate", years: course.years.count, commitments: 0,
      tails: tails)
    cash.climate = try columns("climate_first")[0]
    cash.balance = try columns("balance_shock")[0]
    cash.sale = try columns("sale_draw")[0]
    for year in course.years.indices {
      cash.years[year].climate = try columns("climate_shock")[year]
      cash.years[year].growth = try columns("common_growth_shock")[year]
      cash.years[year].raising = try columns("raising_draw")[year]
      cash.years[year].amount = try columns("amount_shock")[year]
      cash.years[year].cash = try columns("cash_shock")[year]
      cash.years[year].bridge = try columns("bridge_draw")[year]
      cash.years[year].takeover = try columns("takeover_draw")[year]
    }
    var run = OutlookRun(
      state,
      funding: Funding(
        isStateLinked: true, isListed: false, lastRound: one.as_of_month - 10),
      horizon: 2030, course: draws, draws: cash, regionScale: one.expected.region_scale[1],
      laws: laws, money: money)
    return run.run()
  }
}
