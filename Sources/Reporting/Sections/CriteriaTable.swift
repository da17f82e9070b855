import RunRecord

/// The readiness criteria of a company on a path, with the evidence behind each.
enum CriteriaTable {
  static func block(_ cell: AssessmentRecord, _ context: ReportContext) -> Block {
    let criteria = context.path(cell.path)?.criteria ?? []
    return .table(
      Table(
        columns: [
          .init(context.text(.columnCriterion)), .init(context.text(.columnWeight), .right),
          .init(context.text(.columnLevel), .right), .init(context.text(.columnEvidence)),
        ],
        rows: cell.criteria.map { result in
          let title = criteria.first { $0.id == result.id }.map { context.text($0.title) }
          return [
            [.text(title ?? result.id)],
            result.weight > 0
              ? [.text(context.numbers.share(result.weight * 100))]
              : context.line(.criterionInModel),
            context.points(result.level), evidence(result, context),
          ]
        }))
  }

  /// The ratings of one criterion, an item a line.
  static func evidence(_ result: CriterionResult, _ context: ReportContext) -> [Inline] {
    if result.priorOnly || result.ratings.isEmpty { return context.line(.priorOnly) }
    return result.ratings.map { rating in
      let low = DecimalText.significant(rating.low)
      let high = DecimalText.significant(rating.high)
      var line = context.line(
        .ratingLine,
        [
          "level": [.text(low == high ? low : "\(low)–\(high)")], "grade": [.text(rating.grade.rawValue)],
          "date": [.text(rating.date)], "source": context.citations([rating.source]),
        ])
      if let note = rating.note { line += [.text(": " + note)] }
      if rating.weight <= 0 { line += context.line(.ratingNotCounted) }
      return line
    }.separatedByLines
  }
}
