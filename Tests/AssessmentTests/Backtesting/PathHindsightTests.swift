import Evaluation
import Facts
import Study
import Testing

@testable import Assessment

/// How many assumptions of paths and markets nobody had written down by a day.
@Suite struct PathHindsightTests {
  private func hindsight(_ day: String) throws -> PathHindsight {
    let loaded = try ShippedStudy.loaded.get()
    return PathHindsight(
      loaded.models, Array(loaded.markets.values), before: try #require(Day(day)))
  }

  /// Nothing was written in 1970; what was revised since has a date.
  @Test func whatIsRevisedHasADate() throws {
    let first = try hindsight("1970-01-01")
    let last = try hindsight("2100-01-01")
    #expect(first.undated == first.used)
    #expect(last.used == first.used)
    #expect(last.undated < last.used)
  }
}
