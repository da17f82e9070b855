package import RunRecord

extension Section where Subject == CompanyRecord {
  /// All paths of the company: the numbers, or why there are none.
  package static let companyPaths = Section("CompanyPaths") { company, context in
    guard !company.paths.isEmpty else { return [] }
    var blocks: [Block] = [context.heading(2, .pathsTitle, key: "paths")]
    let assessed = company.paths.filter { $0.status == .assessed }
    if assessed.isEmpty {
      blocks.append(context.paragraph(CompanyVerdict.withoutPath(company)))
    } else {
      blocks += [
        .table(table(assessed, company, context)), context.paragraph(.scoreAnchors),
        context.paragraph(.exposureFooter),
      ]
    }
    let without = company.paths.filter { $0.status != .assessed }
    if !without.isEmpty {
      let rows = without.map { cell -> [[Inline]] in
        let status: Phrase = cell.status == .notPursued ? .statusNotPursued : .statusMissing
        let sources = cell.notPursued?.sources ?? []
        let why = cell.notPursued.map { [Inline.text(context.sentence($0.because))] }
          ?? context.line(.emptyCell)
        let missing: [Inline] =
          cell.status == .notPursued
          ? context.line(.nothingMissing) : MissingNames.inlines(cell.missing, context)
        return [
          context.pathLink(cell.path), context.line(status), why, missing,
          sources.isEmpty
            ? context.line(cell.status == .notPursued ? .noSource : .emptyCell)
            : context.citations(sources),
        ]
      }
      blocks += [
        context.heading(3, .withoutNumbersTitle),
        .table(
          Table(
            columns: [
              .init(context.text(.columnPath)), .init(context.text(.columnStatus)),
              .init(context.text(.columnReason)), .init(context.text(.columnMissing)),
              .init(context.text(.columnSource)),
            ], rows: rows)),
      ]
    }
    return blocks
  }

  private static func table(
    _ cells: [AssessmentRecord], _ company: CompanyRecord, _ context: ReportContext
  ) -> Table {
    let columns: [Table.Column] = [
      .init(context.text(.columnPath)), .init(context.text(.columnExposure), .right),
      .init(context.text(.columnRecovery), .right), .init(context.text(.columnReadiness), .right),
      .init(context.text(.columnScore), .right), .init(context.text(.columnViability), .right),
      .init(context.text(.columnCarry), .right), .init(context.text(.columnPayback), .right),
      .init(context.text(.columnKnockOut), .right), .init(context.text(.columnEvidence)),
    ]
    let rows = cells.map { cell -> [[Inline]] in
      var exposure = context.points(cell.exposure)
      if let drain = cell.drain.value, drain >= 0.5 {
        exposure += context.line(.drainShort, ["points": [.text(context.numbers.points(drain))]])
      }
      return [
        context.pathLink(cell.path), exposure, context.points(cell.moneyBackIndex),
        context.points(cell.readiness), context.points(cell.score),
        context.probability(cell.viability)
          + (cell.viabilityBeyond.estimate == nil
            ? []
            : context.line(.beyondShort, ["share": context.probability(cell.viabilityBeyond)])),
        context.points(cell.support),
        context.year(cell.payback),
        context.probability(cell.oddsWithout), EvidenceWords.inlines(cell, context),
      ]
    }
    return Table(columns: columns, rows: rows)
  }
}
