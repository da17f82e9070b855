import Breakeven
import Foundation
import RunRecord
import RunStore
import Testing
import TinyStudy

/// The states year by year against what else the run says of the same draws.
@Suite struct StatesByYearTests {
  private static let outcomes = TinyStudy.run.companies.compactMap(\.outcome.known)
    .filter { $0.states != nil }

  /// The last year is the horizon; breaking even by a year is told by `break_even_by` as well; and the
  /// four shares are all there is.
  @Test func theyAgreeWithTheRest() throws {
    #expect(Self.outcomes.count == 2)
    for outcome in Self.outcomes {
      let byYear = try #require(outcome.statesBy)
      #expect(byYear.keys.sorted() == outcome.breakEvenBy.keys.sorted())
      #expect(byYear[2030] == outcome.states)
      for (year, states) in byYear {
        let parts = [states.brokeEven, states.stillLosing, states.sold, states.cashedOut]
        #expect(abs(parts.map(\.value).reduce(0, +) - 1) < 1e-12)
        #expect(states.brokeEven.value == outcome.breakEvenBy[year]?.value)
      }
    }
  }

  /// What has come about stays: nobody loses money still who didn't the year before.
  @Test func nothingIsUndone() throws {
    for outcome in Self.outcomes {
      let byYear = try #require(outcome.statesBy)
      let years = byYear.keys.sorted()
      for (before, after) in zip(years, years.dropFirst()) {
        let (old, new) = (try #require(byYear[before]), try #require(byYear[after]))
        #expect(new.stillLosing.value <= old.stillLosing.value)
        #expect(new.sold.value >= old.sold.value && new.cashedOut.value >= old.cashedOut.value)
      }
    }
  }

  /// Runs of before have no states by year, and are read all the same.
  @Test func olderRunsAreRead() throws {
    var json = try RunCoder.encode(TinyStudy.run)
    #expect(json.contains("\"states_by\""))
    json = json.replacing("\"states_by\"", with: "\"other\"")
    let run = try RunCoder.decode(RunRecord.self, from: json)
    #expect(run.companies.compactMap(\.outcome.known).allSatisfy { $0.statesBy == nil })
    #expect(run.companies.map(\.outcome.states) == TinyStudy.run.companies.map(\.outcome.states))
  }
}
