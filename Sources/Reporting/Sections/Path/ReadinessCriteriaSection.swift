import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// The scales of readiness, and what the evidence says about each company.
  package static let readinessCriteria = Section("ReadinessCriteria", Words.self) { path, context in
    guard !path.criteria.isEmpty else { return [] }
    let assessed = PathCells(path, context).assessed
    let sum = path.criteria.filter { !$0.inModel }.reduce(0) { $0 + $1.weight }
    var blocks: [Block] = [
      context.heading(2, Headings.readiness, key: "readiness"), context.paragraph(Words.intro),
    ]
    for criterion in path.criteria {
      let weight =
        criterion.inModel || sum <= 0
        ? context.line(Words.inModelLong)
        : context.line(
          Words.weight,
          ["weight": [.text(context.numbers.share(criterion.weight / sum * 100))]])
      blocks += [
        .heading(3, [.text(context.text(criterion.title))], key: "criterion:" + criterion.id),
        .paragraph(criterion.gate ? weight + context.line(Words.gate) : weight),
        .list(
          criterion.levels.enumerated().map { level, text in
            ListItem(
              context.line(
                Words.levelLine,
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
              .init(context.text(Columns.company)), .init(context.text(Columns.level), .right),
              .init(context.text(Columns.evidence)),
            ], rows: rows)))
    }
    return blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "ReadinessCriteria"

  case inModelLong = "Restates an input of the cash model, so it doesn't count in the index."
  case weight = "Weight in the index: {weight}."
  case gate = " It limits the whole index."
  case levelLine = "{level}: {text}"
  case intro = """
    Scales from 0 to 4 with what each level means, and the evidence on each company. \
    Where there is none, a wide prior speaks.
    """
}
