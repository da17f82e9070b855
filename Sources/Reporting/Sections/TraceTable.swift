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
        let flagged = (node.flagged?.entries ?? []).reduce(0) { $0 + $1.value }
        if flagged > 0 {
          values += context.line(Words.flaggedDraws, ["count": [.text(String(flagged))]])
        }
        return [
          [.text(context.title(node.title, name: node.name)), .lineBreak, .code(node.name)],
          [.code(node.formula ?? "")], values,
        ]
      })
    return .details(summary: context.line(Words.traceSummary), [.table(table)])
  }
}

extension TraceTable {
  enum Words: String, Phrases {
    static let topic = "TraceTable"

    case traceSummary = "Steps from inputs to result"
    case flaggedDraws = " ({count} draws dropped)"
  }
}
