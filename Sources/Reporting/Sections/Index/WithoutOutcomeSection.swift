package import RunRecord

extension Section where Subject == RunRecord {
  /// Companies whose facts are too thin for an outcome, and exactly what is missing.
  package static let withoutOutcome = Section("WithoutOutcome") { record, context in
    let companies = record.companies.filter { $0.outcome.unknown != nil }
    guard !companies.isEmpty else { return [] }
    let table = Table(
      columns: [
        .init(context.text(.columnCompany)), .init(context.text(.columnReason)),
        .init(context.text(.columnMissing)), .init(context.text(.columnStillKnown)),
      ],
      rows: companies.compactMap { company -> [[Inline]]? in
        guard let unknown = company.outcome.unknown else { return nil }
        let known = company.paths.filter { $0.status == .assessed }.map { cell in
          context.line(
            .labelled,
            [
              "label": context.pathLink(cell.path),
              "value": CompanyVerdict.scoreParts(cell, context),
            ])
        }
        return [
          context.companyLink(company.id), [.text(context.sentence(unknown.reason))],
          MissingNames.inlines(unknown.missing.map { .fact($0) }, context),
          known.isEmpty ? context.line(.nothingAssessed) : known.separatedByLines,
        ]
      })
    return [
      context.heading(2, .withoutOutcomeTitle), context.paragraph(.withoutOutcomeIntro),
      .table(table),
    ]
  }
}
