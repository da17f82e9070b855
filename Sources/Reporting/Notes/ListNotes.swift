package import Publishing
package import RunRecord

/// What `companies`, `paths`, `sources` and `model list` print.
package enum ListNotes {
  /// Companies and how much is known about them.
  package static func page(_ companies: [CompanySummary], _ language: Language) -> Page {
    page(
      [
        language.column(Words.id), language.column(Words.name),
        language.column(Words.facts, .right), language.column(Words.estimates, .right),
        language.column(Words.assessedOn), language.column(Columns.missing, place: .below),
      ],
      companies.map { company in
        let missing = company.missing.sorted { $0.key < $1.key }.map { path, names in
          language.line(
            Joining.labelled,
            [
              "label": [.code(path)],
              "value": .joined(
                names.map { [.code($0.description)] },
                separator: language.text(Joining.listSeparator)),
            ])
        }
        return [
          [.code(company.id)], [.text(language.text(company.names))],
          [.text(String(company.facts))], [.text(String(company.estimates))],
          ids(company.assessed, language), .joined(missing, separator: "; "),
        ]
      })
  }

  /// The revenue paths.
  package static func page(_ paths: [PathRecord], _ language: Language) -> Page {
    page(
      [
        language.column(Words.id), language.column(Columns.path),
        language.column(Words.version, .right), language.column(Words.summary),
      ],
      paths.map { path in
        [
          [.code(path.id)], [.text(language.text(path.title))], [.text(String(path.version))],
          [.text(language.text(path.summary))],
        ]
      })
  }

  /// Sources and how many facts cite each.
  package static func page(_ sources: [SourceSummary], _ language: Language) -> Page {
    page(
      [
        language.column(Words.id), language.column(Words.date), language.column(Words.kind),
        language.column(Words.facts, .right), Table.Column("", place: .below),
      ],
      sources.map { summary in
        let source = summary.source
        return [
          [.code(source.id)],
          source.date.map { [.text($0)] } ?? language.line(SourceEntry.Words.noDate),
          [.text(SourceEntry.kind(source.kind, language))], [.text(String(summary.facts))],
          language.line(
            Joining.nameWithDetail,
            ["name": [.text(source.title)], "detail": [.text(source.publisher)]]),
        ]
      })
  }

  /// Models and what they hold.
  package static func page(_ models: [ModelSummary], _ language: Language) -> Page {
    page(
      [
        language.column(Columns.path), language.column(Words.name),
        language.column(Words.version, .right), language.column(Words.inputs, .right),
        language.column(Words.variables, .right), language.column(Words.criteria, .right),
      ],
      models.map { model in
        [[.code(model.path)], [.text(language.text(model.title))]]
          + [model.version, model.inputs, model.variables, model.criteria]
          .map { [.text(String($0))] }
      })
  }

  private static func page(_ columns: [Table.Column], _ rows: [[[Inline]]]) -> Page {
    .note(rows.isEmpty ? [] : [.table(Table(columns: columns, rows: rows))])
  }

  private static func ids(_ ids: [String], _ language: Language) -> [Inline] {
    ids.isEmpty
      ? language.line(Absence.emptyCell)
      : .joined(ids.map { [.code($0)] }, separator: language.text(Joining.listSeparator))
  }

  enum Words: String, Phrases {
    static let topic = "ListNotes"

    case id = "Id"
    case name = "Name"
    case facts = "Facts"
    case estimates = "Estimates"
    case assessedOn = "Assessed on"
    case version = "Version"
    case summary = "Summary"
    case date = "Date"
    case kind = "Kind"
    case inputs = "Inputs"
    case variables = "Variables"
    case criteria = "Criteria"
  }
}
