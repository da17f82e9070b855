import Findings
import Publishing
import Reporting
import RunRecord
import Testing

/// The same company is called the same by `explain`, by `compare` and in the report.
struct SameWordsTests {
  private static let words = LikelihoodWords.allCases.map(\.rawValue)

  /// The longest word of likelihood that a text has before "to break even first".
  private func word(in text: String) -> String? {
    guard let end = text.firstRange(of: " to break even first") else { return nil }
    return Self.words.filter { text[..<end.lowerBound].hasSuffix($0) }.max { $0.count < $1.count }
  }

  private func text(_ blocks: [Block]) -> String {
    TerminalRenderer(width: 10_000).render(Page(path: "", title: "", blocks: blocks))
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test(arguments: Study.allCases)
  func ofLikelihood(_ study: Study) throws {
    let run = study.run
    let context = ReportContext(record: run, language: .english)
    let pages = ReportWriter.tree(of: run, language: .english)
    let index = try #require(pages.first { $0.path == ReportContext.indexPage })
    let comparison = tables(ComparisonNote(run.companies, context).page.blocks)
    let row = try #require(comparison.first?.rows.first { $0[0].plainText == "in words" })
    let briefed = tables(index.blocks).first?.rows ?? []
    var called = 0
    for (position, company) in run.companies.enumerated() {
      let page = try #require(
        pages.first { $0.path == ReportContext.companyPage(company.id) })
      let explained = word(in: text(CompanyNote.page(company, isFull: false, context).blocks))
      #expect(word(in: text(page.blocks)) == explained, "\(company.id)")
      guard let explained else { continue }
      called += 1
      #expect(row[position + 1].plainText == explained, "\(company.id)")
      let odds = try #require(context.findings.odds(company))
      #expect(
        briefed.contains { row in
          row[0].plainText == company.name && row[1].plainText == context.numbers.probability(odds)
        }, "\(company.id)")
      #expect(
        context.findings.likelihood(company).map { LikelihoodWords($0).rawValue } == explained)
    }
    #expect(called == run.companies.count { context.findings.odds($0) != nil })
    #expect(called > 0)
  }
}
