import RunRecord
import Testing

@testable import BreakevenCLI

/// A tree by hand: profit from revenue (price, volume) and cost (revenue's price again, wages,
/// two trifles).
struct TraceSharesTests {
  private static func node(_ name: String, _ children: [String]) -> TraceNode {
    TraceNode(
      name: name, title: nil, kind: "formula", unit: "1", formula: nil, values: [:], flagged: [:],
      children: children, place: nil)
  }

  private let shares: TraceShares = {
    var assessment = AssessmentRecord(
      path: "p", status: .assessed, because: nil, sources: [], missing: [])
    assessment.trace = [
      node("profit", ["cost", "revenue", "fee"]), node("revenue", ["price", "volume"]),
      node("cost", ["price", "wages", "pens", "paper", "rent"]), node("fee", ["revenue", "rate"]),
    ]
    assessment.drivers = [("price", 0.3), ("wages", 0.2), ("rate", 0.06), ("pens", 0.01)].map {
      DriverRecord(name: $0.0, title: nil, kind: "assumption", share: $0.1, low: nil, high: nil)
    }
    assessment.inputs = [
      InputRecord(
        name: "rent", title: nil, unit: "CNY", kind: "fact", scope: "company", distribution: "1",
        byYear: nil, values: [:], because: nil, sources: [], facts: [SampleRun.cash2024],
        place: nil)
    ]
    return TraceShares(assessment)
  }()

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
