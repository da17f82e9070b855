import Findings
import Publishing
import RunRecord

/// A company's paths with their numbers, a row a path.
enum CompanyPathsTable {
  static func table(
    _ cells: [AssessmentRecord], _ company: CompanyRecord, _ context: ReportContext
  ) -> Table {
    let columns: [Table.Column] = [
      .init(context.text(Columns.path)), .init(context.text(Columns.exposure), .right),
      .init(context.text(Columns.moneyBackIndex), .right),
      .init(context.text(Columns.readiness), .right),
      .init(context.text(Columns.score), .right), .init(context.text(Columns.viability), .right),
      .init(context.text(Words.support), .right), .init(context.text(Columns.payback), .right),
      .init(context.text(Words.oddsWithout), .right), .init(context.text(Columns.evidence)),
    ]
    let rows = cells.map { cell -> [[Inline]] in
      var exposure = context.points(cell.exposure)
      if let drain = context.findings.drain(cell) {
        exposure += context.line(
          PathLines.drain, ["points": [.text(context.numbers.points(drain))]])
      }
      return [
        context.pathLink(cell.path), exposure, context.points(cell.moneyBackIndex),
        context.points(cell.readiness), context.points(cell.score),
        context.probability(cell.viability)
          + (cell.viabilityBeyond.estimate == nil
            ? []
            : context.line(Words.beyondShort, ["share": context.probability(cell.viabilityBeyond)])),
        context.points(cell.support),
        context.year(cell.payback),
        cell.oddsWithout.reason?.kind == .earningHasNoOdds
          ? context.line(Absence.emptyCell) : context.probability(cell.oddsWithout),
        EvidenceWords.inlines(cell, context),
      ]
    }
    return Table(columns: columns, rows: rows)
  }
}

extension CompanyPathsTable {
  enum Words: String, Phrases {
    static let topic = "CompanyPathsTable"

    case support = "Support"
    case oddsWithout = "Odds without it"
    case beyondShort = " · beyond the horizon {share}"
  }
}
