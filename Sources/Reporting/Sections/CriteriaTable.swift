import Publishing
import RunRecord

/// The readiness criteria of a company on a path, with the evidence behind each.
enum CriteriaTable {
  static func block(_ cell: AssessmentRecord, _ context: ReportContext) -> Block {
    let criteria = context.path(cell.path)?.criteria ?? []
    return .table(
      Table(
        columns: [
          .init(context.text(Words.criterion)), .init(context.text(Words.weight), .right),
          .init(context.text(Columns.level), .right), .init(context.text(Columns.evidence)),
        ],
        rows: cell.criteria.map { result in
          let title = criteria.first { $0.id == result.id }.map { context.text($0.title) }
          return [
            [.text(title ?? result.id)],
            result.weight > 0
              ? [.text(context.numbers.share(result.weight * 100))]
              : context.line(Words.criterionInModel),
            context.points(result.level), evidence(result, context),
          ]
        }))
  }

  /// The ratings of one criterion, an item a line.
  static func evidence(_ result: CriterionResult, _ context: ReportContext) -> [Inline] {
    lines(result, context).separatedByLines
  }

  /// The same, each for itself.
  static func lines(_ result: CriterionResult, _ context: ReportContext) -> [[Inline]] {
    if result.priorOnly || result.ratings.isEmpty { return [context.line(Words.priorOnly)] }
    return result.ratings.map { rating in
      let low = DecimalText.significant(rating.low)
      let high = DecimalText.significant(rating.high)
      var line = context.line(
        Words.ratingLine,
        [
          "level": [.text(low == high ? low : "\(low)–\(high)")],
          "grade": [.text(rating.grade.rawValue)],
          "date": [.text(rating.date)], "source": context.citations([rating.source]),
        ])
      if let note = rating.note { line += [.text(": " + context.written(note))] }
      if rating.weight <= 0 { line += context.line(Words.ratingNotCounted) }
      return line
    }
  }
}

extension CriteriaTable {
  enum Words: String, Phrases {
    static let topic = "CriteriaTable"

    case criterion = "Criterion"
    case weight = "Weight"
    case criterionInModel = "in the cash model"
    case priorOnly = "no evidence: the prior speaks"
    case ratingLine = "level {level}, grade {grade}, {date}, {source}"
    case ratingNotCounted = " (not counted: another item of the same origin speaks)"
  }
}
