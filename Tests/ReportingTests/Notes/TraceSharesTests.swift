import Reporting
import RunRecord
import Testing
import TinyStudy

/// A tree by hand: profit from revenue (price, volume) and cost (revenue's price again, wages,
/// two trifles).
struct TraceSharesTests {
  private static func node(_ name: String, _ children: [String]) -> TraceNode {
    TraceNode(
      name: name, title: nil, kind: .formula, unit: "1", formula: nil, values: .byYear([:]),
      flagged: nil, children: children, place: nil)
  }

  private let shares: TraceShares

  init() throws {
    let pipe = try #require(TinyStudy.run.companies.first { $0.id == "cloud-pipe" })
    var assessment = try #require(pipe.paths.first { $0.path == "medical-ai" })
    var results = try #require(assessment.results)
    results.trace = [
      Self.node("profit", ["cost", "revenue", "fee"]), Self.node("revenue", ["price", "volume"]),
      Self.node("cost", ["price", "wages", "pens", "paper", "rent"]),
      Self.node("fee", ["revenue", "rate"]),
    ]
    results.drivers = [("price", 0.3), ("wages", 0.2), ("rate", 0.06), ("pens", 0.01)].map {
      DriverRecord(name: $0.0, title: nil, kind: .assumption, share: $0.1, low: nil, high: nil)
    }
    results.inputs = [
      InputRecord(
        name: "rent", title: nil, unit: "CNY", kind: .fact, scope: .company, distribution: "1",
        byYear: nil, values: .byYear([:]), because: [], sources: [],
        facts: [try #require(pipe.reported.first)], place: nil)
    ]
    assessment.state = .assessed(results)
    shares = TraceShares(assessment)
  }

  @Test func whatIsBelowCountsOnce() {
    #expect(shares.together(["cost", "revenue"]) == 0.3 + 0.2 + 0.01)
    #expect(shares.together(["cost"], beyond: ["revenue"]) == 0.2 + 0.01)
    #expect(shares.together(["nothing"]) == 0)
  }

  @Test func revenueLeadsAndTriflesAreLeftOut() {
    let roots = shares.split(["cost", "revenue", "fee"], least: 0.05)
    #expect(roots.shown == ["revenue", "cost", "fee"])
    #expect(roots.others == [])
    // A fact stays, however little it explains.
    let parts = shares.split(["pens", "paper", "rent", "wages", "price"], least: 0.05)
    #expect(parts.shown == ["price", "wages", "rent"])
    #expect(parts.others == ["pens", "paper"])
  }

  @Test func oneTrifleIsShownRatherThanCounted() {
    let parts = shares.split(["price", "wages", "pens"], least: 0.05)
    #expect(parts.shown == ["price", "wages", "pens"])
  }
}
