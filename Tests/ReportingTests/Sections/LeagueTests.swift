import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// What is said of companies against each other, and of one alone.
struct LeagueTests {
  private func table(_ record: RunRecord) -> Table? {
    let blocks = Section<RunRecord>.league.blocks(
      record, ReportContext(record: record, language: .english))
    return blocks.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  /// A company that was evaluated alone leads nobody: a tier would say more than is known.
  @Test func aCompanyAloneHasNoTierAndNoRank() throws {
    var record = TinyStudy.run
    record.companies.removeAll { $0.id != "cloud-pipe" }
    record.ranking.order.removeAll { $0.id != "cloud-pipe" }
    let alone = try #require(table(record))
    let titles = alone.columns.map(\.title.plainText)
    #expect(!titles.contains("Tier") && !titles.contains("Rank p5–p95"))
    #expect(titles.contains("Breaks even first"))
    #expect(alone.rows.map(\.count) == [titles.count])
    let all = try #require(table(TinyStudy.run))
    #expect(all.columns.map(\.title.plainText).contains("Tier"))
  }

  /// The error of counting stands beside what nobody knows: the widest band of all companies.
  @Test func theErrorOfCountingIsNotAllThatIsSaid() throws {
    var record = TinyStudy.run
    for index in record.companies.indices {
      guard var outcome = record.companies[index].outcome.known, outcome.states != nil else {
        continue
      }
      outcome.assumptionBand = AssumptionBand(
        input: "growth", title: nil, low: 0.2,
        high: record.companies[index].id == "cloud-pipe" ? 0.9 : 0.3)
      record.companies[index].outcome = .known(outcome)
    }
    let pages = ReportWriter.tree(of: record, language: .english)
    let page = try #require(pages.first { $0.path == "method" })
    let text = MarkdownRenderer(AnchorIndex(pages)).render(page)
    #expect(text.contains("(companies/cloud-pipe.md), growth alone takes them from 20 % to 90 %."))
  }
}
