import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section with the figures that the company reported, and that others said of it, by metric.
  package static let reported = Section("Reported", Words.self) { company, context in
    guard !company.reported.isEmpty else { return [] }
    let rows = inOrder(company.reported).map { fact -> [[Inline]] in
      [
        [.text(context.title(fact.title, name: fact.metric))], [.text(fact.period)],
        [.text(context.factValue(fact))], [.text(ConfidenceWords.text(fact.confidence, context))],
        context.citations([fact.source]),
        note(fact, context),
      ]
    }
    let table = Table(
      columns: [
        .init(context.text(Columns.metric)), .init(context.text(Columns.period)),
        .init(context.text(Columns.value), .right), .init(context.text(Words.confidence)),
        .init(context.text(Columns.source)), .init(context.text(Words.note)),
      ], rows: rows)
    return [
      .details(
        summary: context.line(Words.title),
        [context.paragraph(Footnotes.estimates), .table(table)])
    ]
  }

  /// The metrics that a reader looks for first; all other figures follow in their own order.
  private static let first = [
    "revenue", "operating_income", "net_income_attributable", "net_income",
    "net_income_excluding_nonrecurring", "cumulative_net_loss", "gross_margin",
    "cash_and_short_term_investments", "cash_and_equivalents", "short_term_investments",
    "operating_cash_flow", "capital_expenditure", "total_debt", "rnd_expense", "headcount",
    "rnd_headcount",
  ]

  private static func inOrder(_ facts: [FactRecord]) -> [FactRecord] {
    let leading = first.flatMap { metric in facts.filter { $0.metric == metric } }
    return leading + facts.filter { !first.contains($0.metric) }
  }

  private static func note(_ fact: FactRecord, _ context: ReportContext) -> [Inline] {
    let parts = [fact.note.map(context.written), fact.because.map { context.sentence($0) }]
      .compactMap { $0 }
    return parts.isEmpty ? context.line(Absence.emptyCell) : [.text(parts.joined(separator: " — "))]
  }
}

private enum Words: String, Phrases {
  static let topic = "Reported"

  case confidence = "Confidence"
  case note = "Note"
  case title = "Reported figures"
}
