import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// Companies whose facts are too thin for an outcome, and exactly what is missing.
  package static let withoutOutcome = Section("WithoutOutcome", Words.self) { record, context in
    let companies = record.companies.filter { $0.outcome.unknown != nil }
    guard !companies.isEmpty else { return [] }
    let table = Table(
      columns: [
        .init(context.text(Columns.company)), .init(context.text(Columns.reason)),
        .init(context.text(Columns.missing)), .init(context.text(Words.stillKnown)),
      ],
      rows: companies.compactMap { company -> [[Inline]]? in
        guard let unknown = company.outcome.unknown else { return nil }
        let known = company.paths.filter { $0.status == .assessed }.map { cell in
          context.line(
            Joining.labelled,
            [
              "label": context.pathLink(cell.path),
              "value": CompanyVerdict.scoreParts(cell, context),
            ])
        }
        return [
          context.companyLink(company.id), [.text(context.sentence(unknown.reason))],
          MissingNames.inlines(unknown.missing.map { .fact($0) }, context),
          known.isEmpty ? context.line(Words.nothingAssessed) : known.separatedByLines,
        ]
      })
    return [
      context.heading(2, Words.title), context.paragraph(Words.intro),
      .table(table),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "WithoutOutcome"

  case nothingAssessed = "no path assessed"
  case stillKnown = "What is known nonetheless"
  case title = "Companies without an outcome"
  case intro = """
    Too little is known to say what becomes of them. Finding the facts named here would \
    change that.
    """
}
