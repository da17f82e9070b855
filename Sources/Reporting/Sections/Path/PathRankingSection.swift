package import RunRecord

extension Section where Subject == PathRecord {
  /// The companies on this path, best first; the score stands among its parts.
  package static let pathRanking = Section("PathRanking") { path, context in
    let assessed = PathCells(path, context).assessed
    guard !assessed.isEmpty else { return [] }
    let rows = assessed.map { item -> [[Inline]] in
      [
        context.companyLink(item.company.id), context.points(item.cell.score),
        context.points(item.cell.moneyBackIndex), context.points(item.cell.readiness),
        context.probability(item.cell.viability),
        context.probability(item.cell.viabilityBeyond),
        context.points(item.cell.exposure),
        context.year(item.cell.payback),
        EvidenceWords.inlines(item.cell, context),
      ]
    }
    return [
      context.heading(2, .pathRankingTitle, key: "ranking"),
      .table(
        Table(
          columns: [
            .init(context.text(.columnCompany)), .init(context.text(.columnScore), .right),
            .init(context.text(.columnRecovery), .right),
            .init(context.text(.columnReadiness), .right),
            .init(context.text(.columnViability), .right),
            .init(context.text(.columnBeyond), .right),
            .init(context.text(.columnExposure), .right),
            .init(context.text(.columnPayback), .right), .init(context.text(.columnEvidence)),
          ], rows: rows)),
      context.paragraph(.scoreAnchors),
      .figure(ScoreChart.figure(path, assessed, context)),
      context.paragraph(.overlapNote),
    ]
  }
}
