import Reporting
import RunRecord
import Testing
import TinyStudy

struct InputCountTests {
  /// By hand, of a few inputs of two companies: shared ones count once (3 of the market, the growth
  /// of hospitals, the rate of take-overs), own ones once a company (the margin is a fact of one and
  /// an assumption of the other, hospitals a fact of one and an estimate of the other, a price that one sets for the run).
  @Test func countsSharedInputsOnce() {
    let kept = [
      "takeover_rate", "contribution_margin", "hospitals", "hospitals_now", "growth",
      "price_per_hospital",
    ]
    var record = TinyStudy.run
    record.companies = record.companies.filter { ["cloud-pipe", "hospital-mind"].contains($0.id) }
    for index in record.companies.indices {
      if var outcome = record.companies[index].outcome.known {
        outcome.inputs.removeAll { !kept.contains($0.name) }
        record.companies[index].outcome = .known(outcome)
      }
      for path in record.companies[index].paths.indices {
        guard var results = record.companies[index].paths[path].results else { continue }
        results.inputs.removeAll { !kept.contains($0.name) }
        for input in results.inputs.indices where results.inputs[input].name == kept.last {
          results.inputs[input].kind = .override
          results.inputs[input].scope = .company
        }
        record.companies[index].paths[path].state = .assessed(results)
      }
    }
    let count = InputCount(record)
    #expect(count.facts == 1 + 1)
    #expect(count.estimates == 1)
    #expect(count.assumptions == 3 + 1 + 1 + 1)
    #expect(count.overrides == 2)
    #expect(count.total == 11)
  }

  /// By hand: a fact and an estimate that a filing supports count, an estimate from memory and an
  /// assumption don't, what is computed is left out, and a company that isn't asked about too.
  @Test func countsWhatASourceSupports() throws {
    func input(_ name: String, _ kind: InputKind, _ scope: InputScope, _ sources: [String])
      -> InputRecord
    {
      InputRecord(
        name: name, title: nil, unit: "1", kind: kind, scope: scope, distribution: "1",
        byYear: nil, values: .byYear([:]), because: [], sources: sources, facts: [], place: nil)
    }
    var record = TinyStudy.run
    record.sources = [
      source("filed", .filing), source("recalled", .memory), source("guessed", .assumption),
    ]
    record.markets = [
      MarketInputRecord(region: "china", input: input("hospitals", .fact, .market, ["filed"])),
      MarketInputRecord(
        region: "china", input: input("visits", .estimate, .market, ["recalled", "filed"])),
      MarketInputRecord(region: "china", input: input("tiers", .estimate, .market, ["recalled"])),
      MarketInputRecord(region: "china", input: input("ceiling", .assumption, .market, ["filed"])),
      MarketInputRecord(region: "china", input: input("room", .calculation, .market, [])),
    ]
    let path = [
      input("churn", .estimate, .assumption, ["filed"]),
      input("price", .fact, .company, ["filed"]),
      input("brand", .estimate, .company, ["guessed"]),
      input("visits", .estimate, .market, ["filed"]),
    ]
    var atRisk = 0
    for index in record.companies.indices {
      guard record.companies[index].outcome.known?.states != nil else {
        record.companies[index].paths = []
        continue
      }
      for cell in record.companies[index].paths.indices {
        guard var results = record.companies[index].paths[cell].results else { continue }
        results.inputs = path
        record.companies[index].paths[cell].state = .assessed(results)
        atRisk += 1
      }
    }
    let assessed = Set(
      record.companies.flatMap { company in company.paths.filter { $0.results != nil }.map(\.path) }
    )
    let count = InputCount(record)
    #expect(count.markets == InputCount.Part(sourced: 2, total: 4))
    // Churn once a path, price and brand once a company and path.
    #expect(atRisk > 0)
    #expect(
      count.pathsAtRisk
        == InputCount.Part(sourced: assessed.count + atRisk, total: assessed.count + 2 * atRisk))
  }

  private func source(_ id: String, _ kind: SourceKind) -> SourceRecord {
    SourceRecord(
      id: id, title: id, publisher: "somebody", date: nil, kind: kind, reference: "somewhere",
      knownSince: "2025-01-01")
  }
}
