import RunRecord

/// Cash at year ends: the median in a band from the 5th to the 95th percentile.
enum CashFan {
  private struct Column {
    var time: Double
    var label: String
    var estimate: Estimate
    var operating: String?
  }

  static func figure(_ company: CompanyRecord, _ context: ReportContext) -> Figure? {
    let columns = columns(company, context)
    guard columns.count >= 2, let first = columns.first, let last = columns.last else { return nil }
    let title = context.text(
      .chartCashTitle,
      ["company": context.text(company.names), "currency": context.record.run.currency])
    let description = context.text(.chartCashDescription)
    var canvas = Canvas(width: 760, height: 366, title: title, description: description)
    let low = min(0, columns.map(\.estimate.p5).min() ?? 0)
    let high = max(0, columns.map(\.estimate.p95).max() ?? 1)
    let top = Canvas.top + 30
    let bottom = canvas.height - 54
    let room = (high - low) * 0.05
    let value = Scale(low < 0 ? low - room : 0, high + room, to: bottom, top)
    let ticks = value.ticks(5)
    let labels = ticks.map { context.numbers.number($0) }
    let widest = labels.map { TextWidth.width($0, size: 11) }.max() ?? 0
    let left = Canvas.margin + widest + 10
    let time = Scale(first.time, last.time, to: left + 26, canvas.width - Canvas.margin - 34)
    for (tick, label) in zip(ticks, labels) {
      canvas.line(
        from: Point(left, value(tick)), to: Point(canvas.width - Canvas.margin, value(tick)),
        color: tick == 0 ? ChartPalette.ink : ChartPalette.grid, width: tick == 0 ? 1.5 : 1)
      canvas.text(
        label, x: left - 6, y: value(tick) + 4, size: 11, anchor: .end, color: ChartPalette.soft)
    }
    let upper = columns.map { Point(time($0.time), value($0.estimate.p95)) }
    let lower = columns.map { Point(time($0.time), value($0.estimate.p5)) }
    canvas.polygon(upper + lower.reversed(), fill: ChartPalette.sky)
    canvas.polyline(
      columns.map { Point(time($0.time), value($0.estimate.p50)) }, color: ChartPalette.blue,
      width: 2.5)
    if ticks.contains(0) {
      canvas.line(
        from: Point(left, value(0)), to: Point(canvas.width - Canvas.margin, value(0)),
        color: ChartPalette.ink, width: 1.5)
    }
    var lastEnd = -Double.infinity
    let labelEnd = Canvas.margin + TextWidth.width(context.text(.chartOperating), size: 10)
    for column in columns {
      let x = time(column.time)
      canvas.circle(
        Point(x, value(column.estimate.p50)), radius: 3.5, fill: ChartPalette.blue,
        stroke: ChartPalette.paper)
      let half = TextWidth.width(column.label, size: 11) / 2
      guard x - half > lastEnd + 6 else { continue }
      lastEnd = x + half
      canvas.text(column.label, x: x, y: bottom + 18, size: 11, anchor: .middle)
      if let operating = column.operating {
        let share = TextWidth.width(operating, size: 11)
        guard x - share / 2 > labelEnd + 6 else { continue }
        canvas.text(
          operating, x: x, y: bottom + 38, size: 11, anchor: .middle, color: ChartPalette.soft)
      }
    }
    if columns.contains(where: { $0.operating != nil }) {
      canvas.text(
        context.text(.chartOperating), x: Canvas.margin, y: bottom + 38, size: 10,
        color: ChartPalette.soft)
    }
    canvas.legend(
      [
        (ChartPalette.blue, context.text(.chartCashMedian)),
        (ChartPalette.sky, context.text(.chartCashBand)),
      ], x: left, y: Canvas.top + 16)
    return Figure(
      path: "charts/company.\(safeName(company.id)).cash.svg",
      alternative: "\(title). \(description)", drawing: canvas.drawing)
  }

  private static func columns(_ company: CompanyRecord, _ context: ReportContext) -> [Column] {
    let run = context.record.run
    return company.outcome.cash.compactMap { key, estimate -> Column? in
      guard estimate.p5.isFinite, estimate.p50.isFinite, estimate.p95.isFinite else { return nil }
      if key == "start" {
        return Column(
          time: date(run.asOf) ?? Double(run.startYear), label: run.asOf, estimate: estimate)
      }
      guard let year = Int(key) else { return nil }
      return Column(
        time: Double(year + 1), label: key, estimate: estimate,
        operating: company.outcome.operatingBy[key]?.value.map(context.numbers.probability))
    }.sorted { $0.time < $1.time }
  }

  /// A day as a year with its elapsed share, near enough for a chart.
  private static func date(_ text: String) -> Double? {
    let parts = text.split(separator: "-").compactMap { Double($0) }
    guard parts.count == 3 else { return nil }
    return parts[0] + (parts[1] - 1 + (parts[2] - 1) / 31) / 12
  }
}
