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
}
