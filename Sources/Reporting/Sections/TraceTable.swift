import RunRecord

/// The steps between inputs and result, for readers who want to follow a number.
enum TraceTable {
  static func block(_ cell: AssessmentRecord, _ context: ReportContext) -> Block? {
    let nodes = cell.trace.filter { $0.formula != nil }
    guard !nodes.isEmpty else { return nil }
    let table = Table(
      columns: [
        .init(context.text(.columnVariable)), .init(context.text(.columnFormula)),
        .init(context.text(.columnValues), .right),
      ],
      rows: nodes.map { node in
        var values = YearlyText.last(node.values, context)
        let flagged = (node.flagged?.entries ?? []).reduce(0) { $0 + $1.value }
        if flagged > 0 {
          values += context.line(.flaggedDraws, ["count": [.text(String(flagged))]])
        }
        return [
          [.text(context.title(node.title, name: node.name)), .lineBreak, .code(node.name)],
          [.code(node.formula ?? "")], values,
        ]
      })
    return .details(summary: context.line(.traceSummary), [.table(table)])
  }
}
