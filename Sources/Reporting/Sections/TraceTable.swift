import Publishing
import RunRecord

/// The steps between inputs and result, for readers who want to follow a number.
enum TraceTable {
  static func block(_ cell: AssessmentRecord, _ context: ReportContext) -> Block? {
    let nodes = cell.trace.filter { $0.formula != nil }
    guard !nodes.isEmpty else { return nil }
    let table = Table(
      columns: [
        .init(context.text(Columns.variable)), .init(context.text(Columns.formula)),
        .init(context.text(Columns.values), .right),
      ],
      rows: nodes.map { node in
        var values = YearlyText.last(node.values, context)
        values += dropped(node, context) ?? []
        return [
          [.text(context.title(node.title, name: node.name)), .lineBreak, .code(node.name)],
          [.code(node.formula ?? "")], values,
        ]
      })
    return .details(summary: context.line(Words.traceSummary), [.table(table)])
  }
}

extension TraceTable {
  /// How many draws of a node were dropped, in the year with most; nil where none was.
  static func dropped(_ node: TraceNode, _ context: ReportContext) -> [Inline]? {
    let most = node.flagged?.entries.max { $0.value < $1.value }
    guard let most, most.value > 0 else { return nil }
    let isWithheld = most.year.map { node.values[$0] == nil } ?? node.values.isEmpty
    var words = ["count": [Inline.text(String(most.value))]]
    guard let year = most.year else {
      return context.line(isWithheld ? Words.withheldDraws : Words.flaggedDraws, words)
    }
    words["year"] = [.text(String(year))]
    return context.line(isWithheld ? Words.withheldInYear : Words.flaggedInYear, words)
  }

  enum Words: String, Phrases {
    static let topic = "TraceTable"

    case traceSummary = "Steps from inputs to result"
    case flaggedDraws = " ({count} draws dropped)"
    case flaggedInYear = " ({count} draws dropped in {year})"
    case withheldDraws = " (withheld: {count} draws dropped)"
    case withheldInYear = " (withheld: {count} draws dropped in {year})"
  }
}
