@testable import Evaluation
import Facts
import Formulas
import Nowcast
import Plan
import RunRecord
import Scoring
import Simulation
import MethodCases
import Testing

/// What must be true of the company model, whatever its numbers.
@Suite struct CompanyPropertiesTests {
  private static let draws = 1024

  private static let withStates = MethodCases.all.filter { $0.expected.states != nil }

  private func row(_ metric: String, _ value: Double, _ one: MethodCase) -> ReportedAmount {
    ReportedAmount(
      metric: metric, start: one.as_of_month - 0.1, end: one.as_of_month - 0.1, value: value,
      confidence: .high, usdRate: 1, knownSince: one.as_of_month, period: "added")
  }

  @Test(arguments: withStates)
  func moreCashNeverLowersTheOddsOfLasting(of one: MethodCase) throws {
    let with = try ShippedCompany.course(
      one, draws: Self.draws, adding: [row("funding_round_amount", 1e8, one)])
    let without = try ShippedCompany.course(one, draws: Self.draws)
    func gone(_ course: CompanyCourse) throws -> Double {
      // Take-overs have nothing to do with cash.
      try #require(course.share(.cashedOut))
    }
    #expect(try gone(with) <= gone(without) + 2.0 / Double(Self.draws))
    // A company that isn't short saves less.
    let (more, less) = (with.share(.brokeEven) ?? 0, without.share(.brokeEven) ?? 0)
    #expect(more >= less - 0.01)
  }

  // The density of the first time at which a bridge from a to b touches zero (Karatzas, Shreve 2.8), added
  // up by the midpoint rule; drawn times agree with its mean within four standard errors.
  @Test func cashRunsOutWhenTheBridgeFirstTouchesZero() throws {
    var (drawn, expected, squares, count) = (0.0, 0.0, 0.0, 0.0)
    for one in Self.withStates {
      let course = try ShippedCompany.course(one, draws: 256, kept: .everything)
      let columns = try ["cash_before", "raised", "cash", "swings", "runs_dry", "dry_share"].map {
        try #require(course[$0])
      }
      for index in columns[0].values.indices where columns[4].values[index] > 0 {
        let (a, b, s) = (
          columns[0].values[index] + columns[1].values[index], columns[2].values[index],
          columns[3].values[index]
        )
        let share = columns[5].values[index]
        #expect((0...1).contains(share))
        // Nearer than a hundredth of the swings the rule needs more steps than it has.
        guard a > s / 100, abs(b) > s / 100, a < 20 * s else { continue }
        let mean = Self.meanTime(from: a, to: b, deviation: s)
        drawn += share
        expected += mean
        squares += (share - mean) * (share - mean)
        count += 1
      }
    }
    #expect(count > 500)
    #expect(abs(drawn - expected) < 4 * squares.squareRoot())
  }

  /// The mean of the first time at which a bridge over a unit of time touches zero, where it does.
  private static func meanTime(from a: Double, to b: Double, deviation s: Double) -> Double {
    let steps = 2000
    var (mass, moment) = (0.0, 0.0)
    for step in 0..<steps {
      let t = (Double(step) + 0.5) / Double(steps)
      let exponent =
        -a * a / (2 * s * s * t) - b * b / (2 * s * s * (1 - t)) + (b - a) * (b - a) / (2 * s * s)
      let density = Elementary.exp(exponent) / (t * t * t * (1 - t)).squareRoot()
      mass += density
      moment += t * density
    }
    return moment / mass
  }

  @Test(arguments: withStates)
  func scalingAllMoneyChangesNothing(_ one: MethodCase) throws {
    var other = one
    other.rows = one.rows.map { row in
      var row = row
      row.value *= 1000
      row.sd *= 1000
      row.usd /= 1000
      return row
    }
    let (first, second) = (
      try ShippedCompany.course(one, draws: Self.draws),
      try ShippedCompany.course(other, draws: Self.draws)
    )
    for state in OutcomeState.allCases {
      let (left, right) = (first.share(state) ?? .nan, second.share(state) ?? .nan)
      #expect(abs(left - right) <= 1.0 / Double(Self.draws))
    }
  }

  @Test func statesAddUpAndTheFirstDecides() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    let course = try ShippedCompany.course(one, draws: Self.draws)
    let sum = OutcomeState.allCases.reduce(0) { $0 + (course.share($1) ?? 0) }
    #expect(abs(sum - 1) < 1e-12)
    let names = ["broke_even", "out_of_cash", "sold"]
    let columns = try names.map { try #require(course[$0]) }
    for draw in 0..<Self.draws {
      for year in course.years.indices {
        // At most one has happened, and it stays.
        #expect(columns.reduce(0) { $0 + $1[year, draw] } <= 1)
        for column in columns where year > 0 {
          #expect(column[year, draw] >= column[year - 1, draw])
        }
      }
    }
  }

  /// Costs of the newest result are a tenth of revenue lower: odds never fall by more than a point,
  /// by which they may since who loses less moves less.
  @Test(arguments: withStates)
  func aHigherMarginNeverLowersTheOdds(of one: MethodCase) throws {
    var better = one
    let results = Set([
      "operating_income", "adjusted_net_income", "adjusted_ebitda", "net_income",
      "net_income_attributable", "net_income_excluding_nonrecurring",
    ])
    let newest = one.rows.filter { results.contains($0.metric) }.map(\.e).max()
    let revenue = try #require(one.expected.revenue_window_usd)
    better.rows = one.rows.map { row in
      var row = row
      if results.contains(row.metric), row.e == newest { row.value += 0.1 * revenue / row.usd }
      return row
    }
    let odds = try ShippedCompany.course(one, draws: Self.draws).share(.brokeEven) ?? .nan
    let more = try ShippedCompany.course(better, draws: Self.draws).share(.brokeEven) ?? .nan
    #expect(more >= odds - 0.01, "\(more) after \(odds)")
  }

  /// A quarter that says what its trend says.
  @Test func aQuarterThatConfirmsTheTrendNarrowsTheFirstYear() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    let state = try ShippedCompany.nowcast(one)
    let end = one.as_of_month.rounded(.down)
    // The level at the quarter's middle, as the filter has it, over a quarter of a year.
    let ahead = (end - 1.5) / 12 - state.state.time
    let rate = Elementary.exp(state.state.level + state.state.trend * ahead) / state.usdRate
    let quarter = ReportedAmount(
      metric: "revenue", start: end - 3, end: end, value: rate / 4, confidence: .high,
      usdRate: state.usdRate, knownSince: end, period: "added")
    func width(_ adding: [ReportedAmount]) throws -> Double {
      let course = try ShippedCompany.course(one, draws: Self.draws, adding: adding)
      let values = course.column("revenue", year: 0).sorted()
      let (low, high) = (values[Self.draws / 20], values[Self.draws * 19 / 20])
      return Elementary.log(high / low)
    }
    #expect(try width([quarter]) < width([]))
  }

  @Test(arguments: MethodCases.all)
  func everyFirstYearHasWidth(of one: MethodCase) throws {
    let course = try ShippedCompany.course(one, draws: Self.draws)
    for name in ["revenue", "result"] {
      let values = course.column(name, year: 0).sorted()
      #expect(values[Self.draws / 20] < values[Self.draws * 19 / 20], "\(name)")
    }
  }

  /// With no swings within the year the bridge says what year ends say.
  @Test func withoutSwingsCashIsLookedAtAtYearEndsAlone() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    let course = try ShippedCompany.course(
      one, draws: Self.draws, setting: ["cash_sd": 0], kept: .everything)
    let (dry, cash) = (try #require(course["runs_dry"]), try #require(course["cash"]))
    for (dry, cash) in zip(dry.values, cash.values) { #expect((dry != 0) == (cash < 0)) }
    let swinging = try ShippedCompany.course(
      one, draws: Self.draws, setting: ["cash_sd": 0.3], kept: .everything)
    let (more, end) = (try #require(swinging["runs_dry"]), try #require(swinging["cash"]))
    #expect(zip(more.values, end.values).contains { $0 != 0 && $1 > 0 })
  }

  @Test func aPromisedRoundCountsWithItsProbability() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    func raised(_ probability: Double) throws -> Double {
      var standing = ShippedCompany.standing(one)
      standing.commitments = [
        CompanyStanding.Commitment(
          paidBy: one.as_of_month + 2, amount: 1e9, probability: probability)
      ]
      let drawn = try ShippedCompany.model.draw(
        ShippedCompany.subject(one.company, asOf: one.as_of_month),
        state: ShippedCompany.nowcast(one), standing: standing, draws: Draws(count: Self.draws))
      let year = try #require(try ShippedCompany.model.run(drawn)["raised"])[year: 0]
      return year.reduce(0, +) / Double(Self.draws)
    }
    let without = try raised(0)
    let certain = try raised(1)
    #expect(abs(certain - without - 1e9) < 1, "\(certain) against \(without)")
    // One stream of numbers: a quarter of the draws to within one.
    #expect(abs(try raised(0.25) - without - 0.25e9) <= 1e9 / Double(Self.draws) + 1)
  }

  /// A hazard of 1 - e^-h a year isn't what is meant: h of 10 % stops 10 % a year at no loss.
  @Test func aParentCarriesItsUnitUntilItStopsIt() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    func out(_ hazard: Double, cap: Double = 0.9) throws -> Double {
      let standing = CompanyStanding(isParentBacked: true, parentCashFlow: 1e30)
      let drawn = try ShippedCompany.model.draw(
        ShippedCompany.subject(
          one.company, asOf: one.as_of_month,
          setting: ["stop_hazard": hazard, "stop_hazard_cap": cap]),
        state: ShippedCompany.nowcast(one), standing: standing, draws: Draws(count: Self.draws))
      return try #require(try ShippedCompany.model.run(drawn).share(.cashedOut))
    }
    #expect(try out(0) == 0)
    #expect(try out(0.3) > out(0.1))
    // Every loss-maker is stopped in its first year: who isn't one then may be one later.
    #expect(try out(1, cap: 1) > 0.9)
  }

  @Test func theStateOfTodayCanBeSet() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    let course = try ShippedCompany.course(
      one, draws: Self.draws, setting: ["level": 20, "level_sd": 0], kept: .everything)
    let revenue = try #require(course["level_today"])
    #expect(revenue.values.allSatisfy { abs($0 - 20) < 1e-12 })
  }

  @Test func everythingHasATitleInThreeLanguages() {
    let formulas = ShippedCompany.formulas
    let titles =
      formulas.inputs.map { input in
        switch input {
        case .drawn(let input): (input.name, input.title)
        case .given(let input): (input.name, input.title)
        }
      } + formulas.file.variables.map { ($0.declaration.name, $0.title) }
      + formulas.nowcast.inputs.map { ($0.name, $0.title) }
    for (name, title) in titles {
      for language in ["en", "zh-Hant", "zh-Hans"] {
        let text = title?.byLanguage[language] ?? ""
        #expect(!text.isEmpty, "\(name) in \(language)")
      }
    }
  }

  @Test func theTraceLeadsFromTheOddsToTheNowcast() throws {
    let one = try #require(Self.withStates.first { $0.company == "cloudwalk" })
    let course = try ShippedCompany.course(one, draws: Self.draws, kept: .everything)
    let nodes = course.trace(inputs: course.inputs())
    var reached: Set<String> = []
    var pending = ["broke_even"]
    while let name = pending.popLast() {
      guard reached.insert(name).inserted else { continue }
      let node = try #require(nodes.first { $0.name == name }, "\(name)")
      pending += node.children
    }
    for name in ["result", "revenue", "trend", "level", "k_low", "balance", "growth_noise"] {
      #expect(reached.contains(name))
    }
    let revenue = try #require(nodes.first { $0.name == "revenue" })
    for year in course.years { #expect(revenue.values[year] != nil) }
    #expect(revenue.values[course.years[0] - 1] == nil)
  }
}
