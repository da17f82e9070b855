import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A map of the companies' support by path, and the same numbers as a table.
  package static let pathMap = Section("PathMap", Words.self) { record, context in
    guard !record.paths.isEmpty, !record.companies.isEmpty else { return [] }
    var columns: [Table.Column] = [.init(context.text(Columns.company))]
    columns += record.paths.map { .init(context.text($0.title), .right) }
    columns += [
      .init(context.text(Columns.existingBusiness), .right),
      .init(context.text(Columns.uncoveredCost), .right),
    ]
    let companies = context.companiesInOrder
    let rows = companies.map { company -> [[Inline]] in
      var cells = [context.companyLink(company.id)]
      for path in record.paths {
        cells.append(
          cell(company.paths.first { $0.path == path.id }, context))
      }
      return cells + [
        context.points(company.outcome.existingBusiness),
        context.points(company.outcome.uncoveredCost),
      ]
    }
    return QuestionHead.blocks(context.line(Words.question), answer: answer(record, context)) + [
      context.heading(2, Words.title), context.paragraph(Words.intro),
      ExposureMap.figure(companies, context), .table(Table(columns: columns, rows: rows)),
      context.paragraph(Words.footer),
    ]
  }

  /// How many companies rest on a path, and which most.
  private static func answer(_ record: RunRecord, _ context: ReportContext) -> [Inline] {
    let resting = record.companies.compactMap { company in
      company.paths.compactMap { cell in
        cell.status == .assessed ? cell.exposure.value.map { (company, cell.path, $0) } : nil
      }.max { $0.2 < $1.2 }
    }
    let least = context.findings.scale.existingBusiness
    guard let most = resting.max(by: { $0.2 < $1.2 }) else {
      return context.line(Words.answerNobody)
    }
    return context.line(
      Words.answer,
      [
        "count": [.text(String(resting.count))],
        "resting": [.text(String(resting.count { $0.2 >= least }))],
        "least": [.text(context.numbers.points(least))],
        "company": context.companyLink(most.0.id), "path": context.pathLink(most.1),
        "points": [.text(context.numbers.points(most.2))],
      ])
  }

  private static func cell(_ cell: AssessmentRecord?, _ context: ReportContext) -> [Inline] {
    guard let cell else { return context.line(Absence.notAssessed) }
    switch cell.status {
    case .notPursued: return context.notApplicable
    case .missingFacts:
      let names = MissingNames.short(cell.missing, context).joined(separator: ", ")
      return context.line(Words.missingShort, ["names": [.text(names)]])
    case .assessed:
      if cell.exposure.estimate == nil, let score = cell.score.value {
        return context.line(
          Words.scoreAlone,
          [
            "score": [.text(context.numbers.points(score))],
            "reason": [.text(cell.exposure.reason.map { context.sentence($0) } ?? "?")],
          ])
      }
      let exposure = context.points(cell.exposure)
      guard let drain = context.findings.drain(cell) else { return exposure }
      return exposure
        + context.line(PathLines.drain, ["points": [.text(context.numbers.points(drain))]])
    }
  }
}

private enum Words: String, Phrases {
  static let topic = "PathMap"

  case question = "Which company rests on which path?"
  case answer = """
    Of {count} companies whose exposure is known {resting} rest on one path for {least} or more of 100 \
    points of their costs; most of all {company} on {path} ({points} points).
    """
  case answerNobody = "Of no company can it be said how much it rests on a path."
  case missingShort = "missing: {names}"
  case title = "Who rests on which path"
  case intro = """
    The share of each company's cost base at the horizon that a path's contribution \
    covers, in points: mean (p5–p95). For a company that earns more than it costs, the \
    share of its contributions.
    """
  case footer = """
    Means of a row add up to 100 with existing business and uncovered cost; \
    intervals don't add.
    """
  case scoreAlone = "score {score}; exposure unknown: {reason}"
}
