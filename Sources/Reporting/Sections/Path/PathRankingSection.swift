import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// The companies on this path, best first; the score stands among its parts.
  package static let pathRanking = Section("PathRanking", Words.self) { path, context in
    let assessed = PathCells(path, context).assessed
    guard !assessed.isEmpty else { return [] }
    let rows = assessed.map { item -> [[Inline]] in
      [
        PathLines.company(item.company, context), context.points(item.cell.score),
        context.points(item.cell.moneyBackIndex), context.points(item.cell.readiness),
        context.probability(item.cell.viability),
        context.probability(item.cell.viabilityBeyond),
        context.points(item.cell.exposure),
        context.year(item.cell.payback),
        EvidenceWords.inlines(item.cell, context),
      ]
    }
    return [
      context.heading(2, Words.title, key: "ranking"),
      .table(
        Table(
          columns: [
            .init(context.text(Columns.company)), .init(context.text(Columns.score), .right),
            .init(context.text(Columns.moneyBackIndex), .right),
            .init(context.text(Columns.readiness), .right),
            .init(context.text(Columns.viability), .right),
            .init(context.text(Words.beyond), .right),
            .init(context.text(Columns.exposure), .right),
            .init(context.text(Columns.payback), .right), .init(context.text(Columns.evidence)),
          ], rows: rows)),
      context.paragraph(Definitions.scoreAnchors),
      .figure(ScoreChart.figure(path, assessed, context)),
      context.paragraph(Words.overlapNote),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "PathRanking"

  case beyond = "Money back with value beyond the horizon"
  case title = "Companies on this path"
  case overlapNote = "Where intervals overlap widely, the order says little."
}
