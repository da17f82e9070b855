import Publishing
import RunRecord

/// Score, money-back index and readiness of each company on a path, with intervals.
enum ScoreChart {
  static func figure(
    _ path: PathRecord, _ all: [PathCells.Item], _ context: ReportContext
  ) -> Figure {
    let (items, more) = ChartRows.shown(all, context)
    let longest = items.map { TextWidth.width(context.text($0.company.names), size: 12) }.max() ?? 0
    let left = Canvas.margin + min(210, max(90, longest + 12))
    let rowHeight = 56.0
    let top = Canvas.top + 34
    let bottom = top + rowHeight * Double(items.count)
    let title = context.text(Words.title, ["path": context.text(path.title)])
    let description = context.text(Words.description)
    var canvas = Canvas(
      width: 760, height: bottom + (more == nil ? 30 : 48), title: title, description: description)
    let right = canvas.width - Canvas.margin - 84
    let scale = Scale(0, 100, to: left, right)
    let series: [(ChartKey, (AssessmentRecord) -> Quantity)] = [
      (ChartKey(context.text(Columns.score), ChartPalette.ink, .dot), \.score),
      (
        ChartKey(context.text(Columns.moneyBackIndex), ChartPalette.blue, .box), \.moneyBackIndex
      ),
      (ChartKey(context.text(Columns.readiness), ChartPalette.orange, .diamond), \.readiness),
    ]
    canvas.legend(series.map(\.0), x: left, y: Canvas.top + 16)
    canvas.text(
      context.text(Words.moneyBack), x: canvas.width - Canvas.margin, y: Canvas.top + 16, size: 11,
      anchor: .end, color: ChartPalette.soft)
    for tick in [0.0, 25, 50, 75, 100] {
      canvas.line(
        from: Point(scale(tick), top), to: Point(scale(tick), bottom), color: ChartPalette.grid,
        width: tick == 50 ? 2 : 1)
      canvas.text(
        context.numbers.points(tick), x: scale(tick), y: bottom + 16, size: 11, anchor: .middle,
        color: ChartPalette.soft)
    }
    for (index, item) in items.enumerated() {
      let y = top + rowHeight * Double(index)
      canvas.text(
        TextWidth.fitted(
          context.text(item.company.names), size: 12, width: left - Canvas.margin - 8),
        x: left - 8, y: y + rowHeight / 2 + 4, size: 12, anchor: .end)
      for (line, entry) in series.enumerated() {
        let center = y + 12 + 16 * Double(line)
        guard let estimate = entry.1(item.cell).estimate, estimate.value.isFinite,
          estimate.p5.isFinite, estimate.p95.isFinite
        else {
          canvas.text("?", x: left + 6, y: center + 4, size: 11)
          continue
        }
        canvas.line(
          from: Point(scale(estimate.p5), center), to: Point(scale(estimate.p95), center),
          color: entry.0.color, width: 3)
        canvas.mark(entry.0, at: Point(scale(estimate.value), center))
      }
      let back = item.cell.viability.value.map(context.numbers.probability) ?? "?"
      canvas.text(
        back, x: canvas.width - Canvas.margin, y: y + rowHeight / 2 + 4, size: 12, anchor: .end,
        bold: true)
    }
    if let more {
      canvas.text(more, x: left, y: bottom + 36, size: 11, color: ChartPalette.soft)
    }
    return Figure(
      path: "charts/path.\(safeName(path.id)).scores.svg",
      alternative: "\(title). \(description)", drawing: canvas.drawing)
  }
}

extension ScoreChart {
  enum Words: String, Phrases {
    static let topic = "ScoreChart"

    case title = "{path}: score, money-back index and readiness by company"
    case description = "Mark: mean; line: p5 to p95, points of 100"
    case moneyBack = "money back"
  }
}
