import Diagnostics
import Evaluation
import Facts
import Formulas
import RunRecord
import Testing

@Suite struct MarketResolverTests {
  private func resolve(
    _ inputs: String, facts: [Fact] = [], asOf: String = "2025-05-31", region: String = "china",
    others: [String: String] = [:]
  ) throws -> ResolvedMarketInput? {
    var markets = ["china": try HandMade.market("china", inputs)]
    for (region, inputs) in others { markets[region] = try HandMade.market(region, inputs) }
    return try HandMade.context(
      HandMade.company(), asOf: asOf, marketFacts: facts, markets: markets
    ).market("shipments", region: region)
  }

  private func anchors(_ found: ResolvedMarketInput?) -> [String] {
    (found?.input.series.anchors ?? []).map { "\($0.year): \($0.distribution)" }
  }

  private func fact(_ year: Int, _ value: Double) throws -> Fact {
    try HandMade.fact("shipments", "FY\(year)", value, unit: "device/year")
  }

  private static let both =
    "  shipments: {unit: device/year, fact: shipments, "
    + "by_year: {2023: 1 to 2, 2024: 3 to 4, 2030: 5 to 12}, because: births fall}"

  /// Actual years first, the assumption's years after the last of them.
  @Test func factsThenAssumption() throws {
    let found = try resolve(Self.both, facts: [fact(2024, 6), fact(2023, 5.5), fact(2022, 5)])
    #expect(anchors(found) == ["2022: 5", "2023: 5.5", "2024: 6", "2030: 5 to 12"])
    let record = try #require(found?.input.record)
    #expect(record.facts.map(\.period) == ["FY2022", "FY2023", "FY2024"])
    #expect(record.sources == ["report-FY2022", "report-FY2023", "report-FY2024"])
    #expect(record.because.last == .written("births fall"))
    #expect(record.byYear?[2030] == "5 to 12")
    #expect(record.scope == .market)
  }

  /// Facts that nobody knew on the day don't exist for it.
  @Test func asOf() throws {
    let facts = [try fact(2024, 6), try fact(2023, 5.5)]
    let found = try resolve(Self.both, facts: facts, asOf: "2024-12-31")
    #expect(anchors(found) == ["2023: 5.5", "2024: 3 to 4", "2030: 5 to 12"])
    let before = try resolve(Self.both, facts: facts, asOf: "2023-12-31")
    #expect(anchors(before) == ["2023: 1 to 2", "2024: 3 to 4", "2030: 5 to 12"])
    #expect(before?.input.record.kind == .assumption)
  }

  @Test func kinds() throws {
    let facts = "  shipments: {unit: device/year, fact: shipments}"
    #expect(try resolve(facts, facts: [fact(2024, 6)])?.input.record.kind == .fact)
    #expect(try resolve(facts) == nil)
    let recalled = try HandMade.source("recalled", "2025-03-31", .memory)
    let estimate = try HandMade.fact(
      "shipments", "FY2024", 6, unit: "device/year", source: recalled)
    #expect(try resolve(facts, facts: [estimate])?.input.record.kind == .estimate)
  }

  /// What the file calls an estimate is one; what would replace it stands beside assumptions alone.
  @Test(arguments: [
    ("2025-05-31", InputKind.assumption, 2), ("2025-12-31", .estimate, 1),
    ("2026-12-31", .assumption, 2),
  ])
  func basis(asOf: String, kind: InputKind, reasons: Int) throws {
    let found = try resolve(
      """
        shipments:
          unit: device/year
          assume: 5 to 12
          because: births fall
          replace_by: {what: a count, where: {en: yearbooks, zh-Hans: 年鉴}}
          revisions:
            - {since: 2025-06-30, assume: 6 to 7, basis: estimate, because: counted, source: idc}
            - {since: 2026-06-30, assume: 6 to 9, because: the count ended}
      """, asOf: asOf)
    let record = try #require(found?.input.record)
    #expect(record.kind == kind)
    #expect(record.because.count == reasons)
    let better = Reason(
      .replacedBy,
      [
        "what": .named(LocalizedText(["en": "a count"])),
        "where": .named(LocalizedText(["en": "yearbooks", "zh-Hans": "年鉴"])),
      ])
    #expect((record.because.last == better) == (kind == .assumption))
  }

  /// Facts up to today and an estimate of the years after are an estimate together.
  @Test func estimateAfterFacts() throws {
    let found = try resolve(
      "  shipments: {unit: device/year, fact: shipments, assume: 5 to 12, basis: estimate, "
        + "because: the trend, source: idc}", facts: [fact(2024, 6)])
    #expect(found?.input.record.kind == .estimate)
  }

  /// One distribution for all years after the last fact begins the year after it.
  @Test func oneDistributionAfterFacts() throws {
    let found = try resolve(
      "  shipments: {unit: device/year, fact: shipments, assume: 5 to 12, because: births fall}",
      facts: [fact(2024, 6)])
    #expect(anchors(found) == ["2024: 6", "2025: 5 to 12"])
  }

  /// A region that says `same_as` has the other's numbers and the other's draws.
  @Test func sameAs() throws {
    let found = try resolve(
      "  shipments: {unit: device/year, assume: 5 to 12, because: births fall}", region: "world",
      others: ["world": "  shipments: {same_as: china}"])
    #expect(found?.region == "china")
    #expect(found?.input.block == "market china shipments")
    let own = try resolve(
      "  shipments: {unit: device/year, assume: 5 to 12, because: births fall}", region: "world",
      others: ["world": "  shipments: {unit: device/year, assume: 5 to 12, because: no reason}"])
    #expect(own?.input.block == "market world shipments")
  }

  @Test func lacking() throws {
    #expect(try resolve("  glasses: {unit: device/year, assume: 5 to 12, because: x}") == nil)
    #expect(try resolve(Self.both, region: "mars") == nil)
  }

  @Test func circle() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try resolve(
          "  shipments: {same_as: world}", others: ["world": "  shipments: {same_as: china}"])
      })
    #expect(
      error.description == """
        Models/markets/world.yaml:3:3: error: the regions china → world → china say of \
        "shipments" that it is the same as each other's
         3 |   shipments: {same_as: china}
           |   ^
          help: declare the input in one of them
        """)
  }
}
