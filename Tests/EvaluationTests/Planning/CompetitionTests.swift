import Documents
import Evaluation
@testable import Facts
import Formulas
import Plan
import RunRecord
import Simulation
import Testing

/// Companies that meet on a market: who takes part, who wins, and what is left of their claims.
@Suite struct CompetitionTests {
  private static let draws = 1 << 10

  private func company(
    _ id: String, odds: Double? = 1, users: ClosedRange<Double>? = nil, region: String = "china",
    known: String = "2025-01-31"
  ) throws -> Company {
    let source = try HandMade.source("own", known)
    var facts: [Fact] = []
    if let odds {
      facts.append(try HandMade.fact("price", "2024-12", odds, unit: "1", source: source))
    }
    if let users {
      facts.append(
        try HandMade.fact(
          "users", "2024-12", low: users.lowerBound, high: users.upperBound, unit: "user",
          source: source))
    }
    var company = HandMade.company(facts)
    company.id = id
    company.region = region
    return company
  }

  private func context(
    _ companies: [Company], asOf: String = "2025-05-31", studied: [String]? = nil,
    overrides: [String: InputOverrideValue] = [:]
  ) throws -> EvaluationContext {
    var context = try HandMade.context(companies[0], asOf: asOf, overrides: overrides)
    context.facts = FactBase(
      metrics: context.facts.metrics, sources: [:], companies: companies,
      markets: context.facts.markets, exchangeRates: ExchangeRates([]), events: [],
      referenceClasses: [], warnings: [])
    context.studied = studied
    return context
  }

  private func evaluator(_ model: ModelFile) throws -> ModelEvaluator {
    ModelEvaluator(model, units: try HandMade.units())
  }

  // MARK: Contests

  private func contest(places: String = "2", rest: String = "0") throws -> ModelEvaluator {
    try evaluator(
      HandMade.model(
        inputs: """
            odds: {unit: "1", company: price, otherwise: none}
            places: {unit: "1", assume: \(places), because: toys}
            rest: {unit: "1", assume: \(rest), because: toys}
            wins: {unit: "1", contest: odds, places: places, rest: rest}
          """,
        variables: "  first: {unit: CNY/year, formula: \"wins * 1 [CNY/year]\"}", revenue: "first"))
  }

  /// The draws in which a company wins, found for it alone.
  private func wins(
    _ id: String, _ evaluator: ModelEvaluator, in context: EvaluationContext
  ) throws -> [Double] {
    let company = try #require(context.facts.company(id))
    let projection = try evaluator.project(
      Subject(company: company, context: context), over: Draws(count: Self.draws))
    return Array(projection.revenue[year: 0])
  }

  private func totals(
    _ ids: [String], _ evaluator: ModelEvaluator, in context: EvaluationContext
  ) throws -> Set<Double> {
    let columns = try ids.map { try wins($0, evaluator, in: context) }
    return Set((0..<Self.draws).map { draw in columns.reduce(0) { $0 + $1[draw] } })
  }

  @Test func twoOfFourWinInEveryDraw() throws {
    let companies = try [("a", 0.9), ("b", 0.5), ("c", 0.5), ("d", 0.1)].map {
      try company($0, odds: $1)
    }
    let context = try context(companies)
    #expect(try totals(["a", "b", "c", "d"], contest(), in: context) == [2])
  }

  /// Neither the order of files nor another company of another market changes a draw.
  @Test func onlyTheMarketsCompaniesMatter() throws {
    let companies = try ["a", "b", "c"].map { try company($0) }
    let all = try context(companies)
    let others = try context(
      companies.reversed() + [company("abroad", region: "world"), company("zoo", odds: nil)])
    for id in ["a", "b", "c"] {
      #expect(try wins(id, contest(), in: all) == wins(id, contest(), in: others))
    }
    // A rival more takes places away.
    let more = try context(companies + [company("d")])
    #expect(try wins("a", contest(), in: more) != wins("a", contest(), in: all))
  }

  @Test func whoIsNotKnownOrNotOnThePathDoesNotTakePart() throws {
    var gone = try company("gone")
    gone.notPursued = [
      Company.NotPursued(
        path: "toys", because: "sells books", source: try HandMade.source("said", "2025-04-30"),
        location: gone.location)
    ]
    let companies = try [company("a"), company("b"), gone, company("late", known: "2025-06-30")]
    let evaluator = try contest()
    #expect(try totals(["a", "b"], evaluator, in: context(companies)) == [2])
    #expect(try Set(wins("a", evaluator, in: context(companies))) == [1])
    // Before it was said that one has no business, it takes part; later the other does.
    let before = try context(companies, asOf: "2025-04-29")
    #expect(try totals(["a", "b", "gone"], evaluator, in: before) == [2])
    let after = try context(companies, asOf: "2025-07-31")
    #expect(try totals(["a", "b", "late"], evaluator, in: after) == [2])
  }

  /// Of a study only its own companies, and the one that is asked for besides.
  @Test func theStudysCompaniesContend() throws {
    let companies = try ["a", "b", "c", "d"].map { try company($0) }
    let context = try context(companies, studied: ["a", "b", "c"])
    #expect(try totals(["a", "b", "c"], contest(), in: context) == [2])
    #expect(try wins("d", contest(), in: context).contains(1))
  }

  /// Odds 1 against 3 for one place.
  @Test func theOddsOfAllCount() throws {
    let context = try context([company("a"), company("b", odds: 3)])
    let won = try wins("a", contest(places: "1"), in: context)
    #expect(abs(won.reduce(0, +) / Double(Self.draws) - 0.25) < 4 * 0.0135)
    let rest = try wins("a", contest(places: "1", rest: "4"), in: context)
    #expect(abs(rest.reduce(0, +) / Double(Self.draws) - 0.125) < 4 * 0.0103)
  }

  @Test func whatIsSetHolds() throws {
    let set = InputOverrideValue(distribution: .constant(1), because: .written("so"))
    let companies = try ["a", "b", "c"].map { try company($0) }
    let context = try context(companies, overrides: ["wins": set])
    #expect(try totals(["a", "b", "c"], contest(), in: context) == [3])
    let places = InputOverrideValue(distribution: .constant(1), because: .written("so"))
    let one = try self.context(companies, overrides: ["toys.places": places])
    #expect(try totals(["a", "b", "c"], contest(), in: one) == [1])
  }

  // MARK: Room

  private func market() throws -> ModelEvaluator {
    let text = """
      path: toys
      version: 1
      title: {en: Toys}
      currency: CNY
      inputs:
        market: {unit: user, assume: 100, because: toys}
        users_now: {unit: user, company: users, otherwise: none}
        growth: {unit: 1/year, assume: 0 to 0.3, because: toys}
        room: {unit: "1", room_for: users}
      variables:
        wanted: {unit: user, start: users_now, next: previous * (1 + growth * step)}
        users: {unit: user, formula: wanted * room}
      outputs:
        revenue: users * 1 [CNY/user/year]
        contribution: 0 [CNY/year]
        investment: 0 [CNY/year]
      share_of: {market: market, claim: users}

      """
    return try evaluator(
      ModelFileReader(units: HandMade.units(), sourceIDs: nil).read(
        YAMLDocument(SourceText(text, file: "Models/paths/toys.yaml")),
        relativeFile: "paths/toys.yaml", sha256: "none"))
  }

  private func projection(
    _ id: String, in context: EvaluationContext
  ) throws -> Projection {
    try market().project(
      Subject(company: context.facts.company(id), context: context),
      over: Draws(count: Self.draws))
  }

  /// 80 and 60 of 100: each is scaled to 1/1.4, in the first year, and revenue with it.
  @Test func claimsAboveTheMarketAreScaledToIt() throws {
    let context = try context([
      company("a", users: 80...80), company("b", users: 60...60),
      company("abroad", users: 500...500, region: "world"),
    ])
    let (a, b) = (try projection("a", in: context), try projection("b", in: context))
    #expect(a.revenue[year: 0].allSatisfy { abs($0 - 80 / 1.4) < 1e-9 })
    #expect(b.revenue[year: 0].allSatisfy { abs($0 - 60 / 1.4) < 1e-9 })
    #expect(a.claim?[year: 0].allSatisfy { abs($0 - 0.8 / 1.4) < 1e-12 } == true)
  }

  /// In every year and draw the claims fit in, and fill the market where they would not.
  @Test func noDrawClaimsMoreThanTheMarket() throws {
    let context = try context([
      company("a", users: 20...90), company("b", users: 10...40), company("c", users: 5...60),
    ])
    let claims = try ["a", "b", "c"].map { try #require(projection($0, in: context).claim) }
    var full = 0
    for place in claims[0].values.indices {
      let sum = claims.reduce(0) { $0 + $1.values[place] }
      #expect(sum <= 1 + 1e-12)
      if abs(sum - 1) < 1e-12 { full += 1 }
    }
    #expect(full > 0)
    #expect(full < claims[0].values.count)
  }

  /// Where all fit in, nothing changes by a single bit.
  @Test func roomForAllChangesNothing() throws {
    let alone = try context([company("a", users: 1...2)])
    let both = try context([company("a", users: 1...2), company("b", users: 3...4)])
    let set = InputOverrideValue(distribution: .constant(1), because: .written("so"))
    let unlimited = try context([company("a", users: 1...2)], overrides: ["room": set])
    let revenue = try projection("a", in: alone).revenue
    #expect(try projection("a", in: both).revenue.values == revenue.values)
    #expect(try projection("a", in: unlimited).revenue.values == revenue.values)
  }
}
