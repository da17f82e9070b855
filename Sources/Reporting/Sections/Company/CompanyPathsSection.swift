import Findings
import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// All paths of the company: the numbers, or why there are none.
  package static let companyPaths = Section("CompanyPaths", Words.self) { company, context in
    guard !company.paths.isEmpty else { return [] }
    var blocks: [Block] = [context.heading(2, Words.title, key: "paths")]
    let assessed = company.paths.filter { $0.status == .assessed }
    if assessed.isEmpty {
      blocks.append(context.paragraph(CompanyVerdict.withoutPath(company, context)))
    } else {
      blocks += [
        .table(CompanyPathsTable.table(assessed, company, context)),
        context.paragraph(Definitions.scoreAnchors),
        context.paragraph(Words.exposureFooter),
      ]
      blocks += lines(assessed, context)
    }
    let without = company.paths.filter { $0.status != .assessed }
    if !without.isEmpty {
      let rows = without.map { cell -> [[Inline]] in
        let status: Words =
          cell.status == .notPursued ? Words.statusNotPursued : Words.statusMissing
        let why =
          cell.notPursued.map { [Inline.text(context.sentence($0.because))] }
          ?? context.line(Absence.emptyCell)
        let missing: [Inline] =
          cell.status == .notPursued
          ? context.line(Words.nothingMissing) : MissingNames.inlines(cell.missing, context)
        return [
          context.pathLink(cell.path), context.line(status), why, missing,
          sources(cell, context),
        ]
      }
      let table = Table(
        columns: [
          .init(context.text(Columns.path)), .init(context.text(Words.status)),
          .init(context.text(Columns.reason)), .init(context.text(Columns.missing)),
          .init(context.text(Columns.source)),
        ], rows: rows)
      blocks.append(
        .details(summary: context.line(Words.withoutNumbersTitle), [.table(table)]))
    }
    return blocks
  }

  /// What the accounts hold of each path against its model's first year, as shares of the company's
  /// revenue.
  private static func lines(_ cells: [AssessmentRecord], _ context: ReportContext) -> [Block] {
    let reported = cells.compactMap { cell in
      cell.exposureToday.value.map { (cell: cell, share: $0) }
    }
    guard !reported.isEmpty else { return [] }
    let rows = reported.map { cell, share -> [[Inline]] in
      let scaled = cell.warnings.first { $0.kind == .lineScaled }?.facts["times"]
      var factor: Double?
      if case .number(let times)? = scaled { factor = times }
      return [
        context.pathLink(cell.path), [.text(context.numbers.share(share))],
        factor.map { [.text(context.numbers.share(share / $0))] }
          ?? context.line(Absence.emptyCell),
        factor.map { [.text(context.numbers.number($0))] }
          ?? context.line(
            cell.warnings.contains { $0.kind == .lineWithheld }
              ? Words.withheld : Words.notScaled),
      ]
    }
    let sum = reported.reduce(0) { $0 + $1.share }
    return [
      context.heading(3, Words.linesTitle),
      .table(
        Table(
          columns: [
            .init(context.text(Columns.path)), .init(context.text(Words.reported), .right),
            .init(context.text(Words.modelled), .right), .init(context.text(Words.scaled), .right),
          ],
          rows: rows + [
            [
              context.line(Words.together), [.text(context.numbers.share(min(sum, 100)))],
              context.line(Absence.emptyCell), context.line(Absence.emptyCell),
            ]
          ])),
    ]
  }

  private static func sources(
    _ cell: AssessmentRecord, _ context: ReportContext
  ) -> [Inline] {
    let sources = cell.notPursued?.sources ?? []
    if !sources.isEmpty { return context.citations(sources) }
    return cell.status == .notPursued
      ? context.line(Words.noSource) : context.line(Absence.emptyCell)
  }
}

private enum Words: String, Phrases {
  static let topic = "CompanyPaths"

  case noSource = "no source given"
  case nothingMissing = "nothing"
  case status = "Status"
  case title = "Paths"
  case withoutNumbersTitle = "Paths without numbers"
  case exposureFooter = """
    Mean (p5–p95), in points of 100; support is exposure times score. Intervals don't \
    add.
    """
  case linesTitle = "Lines of business, reported and modelled"
  case reported = "Reported, of revenue"
  case modelled = "Modelled, of revenue"
  case scaled = "Scaled by"
  case together = "Together"
  case withheld
  case notScaled = "not scaled"
  case statusNotPursued = "not pursued"
  case statusMissing = "missing facts"
}
