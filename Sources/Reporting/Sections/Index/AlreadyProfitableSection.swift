package import RunRecord

extension Section where Subject == RunRecord {
  /// Companies that broke even by their reported figures: no odds, since it has happened.
  package static let alreadyProfitable = Section("AlreadyProfitable") { record, context in
    let companies = context.companiesInOrder.filter(\.hasBrokenEven)
    guard !companies.isEmpty else { return [] }
    let table = Table(
      columns: [
        .init(context.text(.columnCompany)), .init(context.text(.columnFinding)),
        .init(context.text(.columnHeadroom), .right), .init(context.text(.columnPathThatCarries)),
      ],
      rows: companies.map { company in
        [
          context.companyLink(company.id),
          [
            .text(
              company.alreadyBrokeEven.map { context.sentence($0) }
                ?? context.text(.alreadyProfitableShort))
          ],
          context.cell(company.outcome.headroom) { context.numbers.threePoints($0) },
          carriers(company, context).separatedByLines,
        ]
      })
    return [
      context.heading(2, .alreadyTitle), context.paragraph(.alreadyIntro), .table(table),
    ]
  }

  private static func carriers(
    _ company: CompanyRecord, _ context: ReportContext
  ) -> [[Inline]] {
    let path = CompanyVerdict.bestPath(company, context)
    guard let other = company.outcome.existingBusiness.value, other >= 50 else { return [path] }
    return [CompanyVerdict.existing(other, context), path]
  }
}
