import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// Companies that broke even by their reported figures: no odds, since it has happened.
  package static let alreadyProfitable = Section("AlreadyProfitable", Words.self) {
    record, context in
    let companies = context.companiesInOrder.filter(\.hasBrokenEven)
    guard !companies.isEmpty else { return [] }
    let table = Table(
      columns: [
        .init(context.text(Columns.company)), .init(context.text(Words.finding)),
        .init(context.text(Columns.headroom), .right), .init(context.text(Words.pathThatSupports)),
      ],
      rows: companies.map { company in
        [
          context.companyLink(company.id),
          [
            .text(
              company.alreadyBrokeEven.map { context.sentence($0) }
                ?? context.text(CompanyVerdict.Words.alreadyProfitable))
          ],
          context.cell(company.outcome.headroom) { context.numbers.threePoints($0) },
          carriers(company, context).separatedByLines,
        ]
      })
    return [
      context.heading(2, Words.title), context.paragraph(Words.intro), .table(table),
    ]
  }

  private static func carriers(
    _ company: CompanyRecord, _ context: ReportContext
  ) -> [[Inline]] {
    let path = CompanyVerdict.bestPath(company, context)
    guard let other = context.findings.restsOnExisting(company) else { return [path] }
    return [CompanyVerdict.existing(other, context), path]
  }
}

private enum Words: String, Phrases {
  static let topic = "AlreadyProfitable"

  case finding = "Finding"
  case pathThatSupports = "Path that supports it"
  case title = "Already profitable"
  case intro = """
    A finding from reported figures, not a forecast; so these companies have no odds.
    """
}
