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
      blocks += [
        context.heading(3, Words.withoutNumbersTitle),
        .table(
          Table(
            columns: [
              .init(context.text(Columns.path)), .init(context.text(Words.status)),
              .init(context.text(Columns.reason)), .init(context.text(Columns.missing)),
              .init(context.text(Columns.source)),
            ], rows: rows)),
      ]
    }
    return blocks
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
  case statusNotPursued = "not pursued"
  case statusMissing = "missing facts"
}
