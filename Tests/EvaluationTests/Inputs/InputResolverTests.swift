import Diagnostics
import Evaluation
import Facts
import Formulas
import RunRecord
import Testing

@Suite struct InputResolverTests {
  private static let inputs = """
      growth:
        unit: 1/year
        assume: 10% to 60%
        because: early markets
        revisions:
          - {since: 2025-06-01, assume: 5% to 20%, because: it slowed down}
          - {since: 2026-01-01, assume: 0% to 10%, because: it stopped}
      price:
        unit: CNY/user/month
        company: [price, old_price]
        otherwise: 8 to 30
        because: list prices
      users:
        unit: user
        company:
      shipments:
        unit: device/year
        market: device_shipments
    """

  private func resolve(
    _ facts: [Fact], asOf: String = "2025-05-31", overrides: [String: InputOverrideValue] = [:]
  ) throws -> [ResolvedInput] {
    let market = try HandMade.market(
      "china", "  device_shipments: {unit: device/year, assume: 5 to 7, because: a count}")
    let company = HandMade.company(facts)
    let context = try HandMade.context(
      company, asOf: asOf, markets: ["china": market], overrides: overrides)
    let model = try HandMade.model(inputs: Self.inputs)
    return try InputResolver(
      subject: Subject(company: company, context: context), inputs: model.inputSet
    ).resolve()
  }

  private func users(_ value: Double = 1000) throws -> Fact {
    try HandMade.fact("users", "2024-12-31", value, unit: "user")
  }

  @Test func scopes() throws {
    let found = try resolve([users()])
    #expect(found.map(\.name) == ["growth", "price", "users", "shipments"])
    #expect(found.map(\.record.scope) == [.assumption, .company, .company, .market])
    #expect(found.map(\.record.kind) == [.assumption, .assumption, .fact, .assumption])
    #expect(found.map(\.isShared) == [true, false, false, true])
    #expect(
      found.map(\.block) == [
        "path toys assumptions", "path toys company acme", "path toys company acme",
        "market china device_shipments",
      ])
    // Each block counts its own dimensions.
    #expect(found.map(\.dimension) == [0, 0, 1, 0])
    #expect(found[2].series == .always(.constant(1000)))
    #expect(found[2].record.facts.map(\.metric) == ["users"])
    #expect(found[2].record.sources == ["report-2024-12-31"])
    #expect(found[0].record.place == "paths/toys.yaml:6")
  }

  /// A fact replaces the default; of several metrics the first that has a fact answers.
  @Test func factsReplaceDefaults() throws {
    let unit = "CNY/user/month"
    let plain = try resolve([users()])
    #expect(plain[1].series == .always(.interval(low: 8, high: 30)))
    #expect(plain[1].record.because == [.written("list prices")])
    let old = try HandMade.fact("old_price", "FY2024", low: 20, high: 25, unit: unit)
    let second = try resolve([users(), old])
    #expect(second[1].series == .always(.interval(low: 20, high: 25)))
    #expect(second[1].record.kind == .fact)
    let new = try HandMade.fact("price", "FY2023", 22, unit: unit)
    let first = try resolve([users(), old, new])
    #expect(first[1].series == .always(.constant(22)))
    // The draws of the others stay where they are.
    #expect(first.map(\.block) == plain.map(\.block))
    #expect(first.map(\.dimension) == plain.map(\.dimension))
  }

  /// A fact in a year's money is read in the month's money of the input, not copied.
  @Test func unitsConvert() throws {
    let price = try HandMade.fact("price", "FY2024", 240, unit: "CNY/user/year")
    let found = try resolve([users(), price])
    guard case .always(.constant(let value)) = found[1].series else {
      Issue.record("\(found[1].series)")
      return
    }
    #expect(abs(value - 20) < 1e-12)
    #expect(abs(found[1].scale - 12) < 1e-12)
  }

  @Test func estimatesAreMarked() throws {
    let recalled = try HandMade.source("recalled", "2025-03-31", .memory)
    let fact = try HandMade.fact("users", "2024-12-31", 900, unit: "user", source: recalled)
    let found = try resolve([fact])
    #expect(found[2].record.kind == .estimate)
    #expect(found[2].record.facts.map(\.isEstimate) == [true])
  }

  /// What was learnt later holds from its day on, that day included.
  @Test(arguments: [
    ("2025-05-31", "0.1 to 0.6", "early markets"), ("2025-06-01", "0.05 to 0.2", "it slowed down"),
    ("2025-12-31", "0.05 to 0.2", "it slowed down"), ("2026-06-30", "0 to 0.1", "it stopped"),
  ])
  func revisions(asOf: String, distribution: String, because: String) throws {
    let growth = try resolve([users()], asOf: asOf)[0]
    #expect(growth.series.text == distribution)
    #expect(growth.record.because == [.written(because)])
  }

  @Test func overrides() throws {
    let set = InputOverrideValue(distribution: .constant(7), because: .written("to try"))
    let byName = try resolve([users()], overrides: ["price": set, "shipments": set])
    #expect(byName.map(\.record.kind) == [.assumption, .override, .fact, .override])
    #expect(byName[1].record.because == [.written("to try")])
    #expect(byName[3].block == "market china device_shipments")
    let other = InputOverrideValue(distribution: .constant(8), because: .written("for this path"))
    let byPath = try resolve([users()], overrides: ["users": set, "toys.users": other])
    #expect(byPath[2].series == .always(.constant(8)))
    // A required fact that isn't there can be set too.
    #expect(try resolve([], overrides: ["users": set])[2].series == .always(.constant(7)))
    #expect(
      try resolve([users()], overrides: ["games.users": set])[2].series == .always(.constant(1000)))
  }

  @Test func requiredFactMissing() throws {
    let error = try #require(#expect(throws: DiagnosticError.self) { try resolve([]) })
    #expect(error.category == .missing)
    #expect(
      error.description == """
        Models/paths/toys.yaml:18:3: error: "users" needs the fact "users"
         18 |   users:
            |   ^
          help: add the fact, or give the input `otherwise:` with a reason
        """)
  }
}
