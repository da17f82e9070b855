import RunRecord
import Testing
import TinyStudy

@testable import BreakevenCLI

/// Places among some companies would read as places in the study.
struct LeagueDataTests {
  private func places(_ record: RunRecord) -> [String] {
    let table = LeagueData(run: record).table
    let columns = ["tier", "rank_p5", "rank_p95", "leads_if"].compactMap {
      table.keys.firstIndex(of: $0)
    }
    return table.rows.flatMap { row in columns.map { row[$0].plain } }.filter { !$0.isEmpty }
  }

  @Test func aPartOfTheStudyHasNoPlaces() {
    var record = TinyStudy.run
    #expect(!places(record).isEmpty)
    record.run.someCompanies = true
    #expect(places(record).isEmpty)
  }
}
