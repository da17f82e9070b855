import Reporting
import RunRecord
import Testing
import TinyStudy

struct NoPathSectionTests {
  /// Where every path of a company is declared not pursued, and only there.
  @Test func saysSoOfTheCompanyAlone() throws {
    var record = TinyStudy.run
    let index = try #require(record.companies.firstIndex { $0.id == "cloud-pipe" })
    for path in record.companies[index].paths.indices {
      let reason = NotPursued(because: .written("a test"), sources: [])
      record.companies[index].paths[path].state = .notPursued(reason)
    }
    let pages = ReportWriter.pages(for: record).filter { $0.path.hasPrefix("companies/") }
    let saying = pages.filter { $0.content.contains("is on no path of the study.") }
    #expect(saying.map(\.path) == ["companies/cloud-pipe.md"])
  }
}
