package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What the company reported, and what others said about it, by metric.
  package static let reported = Section("Reported") { company, context in
    guard !company.reported.isEmpty else { return [] }
    let rows = inOrder(company.reported).map { fact -> [[Inline]] in
      [
        [.text(context.title(fact.title, name: fact.metric))], [.text(fact.period)],
        [.text(context.factValue(fact))], [.text(ConfidenceWords.text(fact.confidence, context))],
        context.citations([fact.source]),
        note(fact, context),
      ]
    }
    return [
      context.heading(2, .reportedTitle, key: "reported"), context.paragraph(.estimateLegend),
      .table(
        Table(
          columns: [
            .init(context.text(.columnMetric)), .init(context.text(.columnPeriod)),
            .init(context.text(.columnValue), .right), .init(context.text(.columnConfidence)),
            .init(context.text(.columnSource)), .init(context.text(.columnNote)),
          ], rows: rows)),
    ]
  }

  /// What a reader looks for first; all other figures follow in their own order.
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
    let parts = [fact.note, fact.because.map { context.sentence($0) }].compactMap { $0 }
    return parts.isEmpty ? context.line(.emptyCell) : [.text(parts.joined(separator: " — "))]
  }
}
