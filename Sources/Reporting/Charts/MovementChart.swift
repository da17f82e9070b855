import Findings
import Publishing
import RunRecord

/// The odds of two days, a line from then to now, those that moved most first.
enum MovementChart {
  /// The chart; nil where no company has odds on both days.
  static func figure(_ moves: [OddsMove], since day: String, _ context: ReportContext) -> Block? {
    let all = moves.map { move in
      ShareDrawing.Row(
        label: context.text(move.company.names), value: move.now, earlier: move.then,
        text: context.text(
          Words.change,
          [
            "then": context.numbers.probability(move.then),
            "now": context.numbers.probability(move.now),
          ]))
    }
    let (rows, more) = ChartRows.shown(all, context)
    let title = context.text(Words.title, ["date": day])
    let description = context.text(Words.description)
    let drawing = ShareDrawing(
      title: title, description: description, rows: rows,
      names: (
        context.text(Words.now, ["date": context.record.run.asOf]), "",
        context.text(OddsForest.Words.then, ["date": day])
      ), isJoined: true, more: more, numbers: context.numbers
    ).drawing
    return drawing.map {
      .figure(
        Figure(
          path: "charts/changes.svg", alternative: "\(title). \(description)", drawing: $0))
    }
  }
}

extension MovementChart {
  enum Words: String, Phrases {
    static let topic = "MovementChart"

    case title = "What moved since {date}: the odds of breaking even first"
    case description = "Hollow: then; full: now; those that moved most stand first"
    case now = "on {date}"
    case change = "{then} → {now}"
  }
}
