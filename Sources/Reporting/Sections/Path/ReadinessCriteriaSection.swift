package import RunRecord

extension Section where Subject == PathRecord {
  /// The scales of readiness, and what the evidence says about each company.
  package static let readinessCriteria = Section("ReadinessCriteria") { path, context in
    guard !path.criteria.isEmpty else { return [] }
    let assessed = PathCells(path, context).assessed
    let sum = path.criteria.filter { !$0.inModel }.reduce(0) { $0 + $1.weight }
    var blocks: [Block] = [
      context.heading(2, .readinessTitle, key: "readiness"), context.paragraph(.readinessIntro),
    ]
    for criterion in path.criteria {
      let weight =
        criterion.inModel || sum <= 0
        ? context.line(.criterionInModelLong)
        : context.line(
          .criterionWeight,
          ["weight": [.text(context.numbers.share(criterion.weight / sum * 100))]])
      blocks += [
        .heading(3, [.text(context.text(criterion.title))], key: "criterion:" + criterion.id),
        .paragraph(criterion.gate ? weight + context.line(.criterionGate) : weight),
        .list(
          criterion.levels.enumerated().map { level, text in
            ListItem(
              context.line(
                .levelLine,
                ["level": [.strong([.text(String(level))])], "text": [.text(context.text(text))]]))
          }, ordered: false),
      ]
      let rows = assessed.compactMap { item -> [[Inline]]? in
        guard let result = item.cell.criteria.first(where: { $0.id == criterion.id }) else {
          return nil
        }
        return [
          context.companyLink(item.company.id), context.points(result.level),
          CriteriaTable.evidence(result, context),
        ]
      }
      guard !rows.isEmpty else { continue }
      blocks.append(
        .table(
          Table(
            columns: [
              .init(context.text(.columnCompany)), .init(context.text(.columnLevel), .right),
              .init(context.text(.columnEvidence)),
            ], rows: rows)))
    }
    return blocks
  }
}
