import Findings
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

struct WhatToFindOutTests {
  private func table(_ record: RunRecord) -> Table? {
    let blocks = Section<RunRecord>.whatToFindOut.blocks(
      record, ReportContext(record: record, language: .english))
    return blocks.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  /// The rows are those of the command, at most eight.
  @Test func theFirstEightAreListed() throws {
    var record = TinyStudy.run
    record.run.draws = 16384
    let items = Findings(record).research().items.filter { $0.worth > 0 }
    let table = try #require(self.table(record))
    #expect(items.count > 8)
    #expect(table.rows.count == 8)
    #expect(table.rows[0].count == table.columns.count)
  }

  /// Without odds there is nothing to say.
  @Test func nothingIsListedWithoutOdds() {
    var record = TinyStudy.run
    record.companies.removeAll { $0.outcome.states != nil }
    #expect(table(record) == nil)
  }
}
