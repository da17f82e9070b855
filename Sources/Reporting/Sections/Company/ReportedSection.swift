package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What the company reported, and what others said about it, by metric.
  package static let reported = Section("Reported") { company, context in
    guard !company.reported.isEmpty else { return [] }
    let rows = company.reported.map { fact -> [[Inline]] in
      [
        [.text(context.title(fact.title, name: fact.metric))], [.text(fact.period)],
        [.text(context.factValue(fact))], [.text(fact.confidence)],
        context.citations([fact.source]),
        [.text([fact.note, fact.because].compactMap { $0 }.joined(separator: " — "))],
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
}
