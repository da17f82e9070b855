package import RunRecord

extension Section where Subject == RunRecord {
  /// Who rests on which path: a map and the same numbers as a table.
  package static let pathMap = Section("PathMap") { record, context in
    guard !record.paths.isEmpty, !record.companies.isEmpty else { return [] }
    var columns: [Table.Column] = [.init(context.text(.columnCompany))]
    columns += record.paths.map { .init(context.text($0.title), .right) }
    columns += [
      .init(context.text(.columnOther), .right), .init(context.text(.columnGap), .right),
    ]
    let companies = context.companiesInOrder
    let rows = companies.map { company -> [[Inline]] in
      var cells = [context.companyLink(company.id)]
      for path in record.paths {
        cells.append(
          cell(company.paths.first { $0.path == path.id }, context))
      }
      return cells + [
        context.points(company.outcome.existingBusiness), context.points(company.outcome.uncoveredCost),
      ]
    }
    return [
      context.heading(2, .mapTitle), context.paragraph(.mapIntro),
      ExposureMap.figure(companies, context), .table(Table(columns: columns, rows: rows)),
      context.paragraph(.mapFooter),
    ]
  }

  private static func cell(_ cell: AssessmentRecord?, _ context: ReportContext) -> [Inline] {
    guard let cell else { return context.line(.notAssessed) }
    switch cell.status {
    case .notPursued: return context.notApplicable
    case .missingFacts:
      let names = MissingNames.short(cell.missing, context).joined(separator: ", ")
      return context.line(.missingShort, ["names": [.text(names)]])
    case .assessed:
      if cell.exposure.estimate == nil, let score = cell.score.value {
        return context.line(
          .scoreAlone,
          [
            "score": [.text(context.numbers.points(score))],
            "reason": [.text(cell.exposure.reason.map { context.sentence($0) } ?? "?")],
          ])
      }
      let exposure = context.points(cell.exposure)
      guard let drain = cell.drain.value, drain >= 0.5 else { return exposure }
      return exposure
        + context.line(.drainShort, ["points": [.text(context.numbers.points(drain))]])
    }
  }
}
