/// A quantity over time: the median in a band, with a line at zero.
package struct FanDrawing {
  /// A moment, and the spread of the quantity then.
  package struct Column {
    /// The place on the axis of time.
    package var time: Double
    /// The text under the column.
    package var label: String
    package var low: Double
    package var median: Double
    package var high: Double
    /// The text under the label, if any.
    package var note: String?

    package init(
      time: Double, label: String, low: Double, median: Double, high: Double, note: String? = nil
    ) {
      self.time = time
      self.label = label
      self.low = low
      self.median = median
      self.high = high
      self.note = note
    }
  }

  package var title: String
  package var description: String
  /// In the order of time.
  package var columns: [Column]
  /// The name of the line in the legend.
  package var median: String
  /// The name of the band.
  package var band: String
  /// The name of the columns' notes, if there are any.
  package var notes: String?
  package var numbers: NumberText

  package init(
    title: String, description: String, columns: [Column], median: String, band: String,
    notes: String?, numbers: NumberText
  ) {
    self.title = title
    self.description = description
    self.columns = columns
    self.median = median
    self.band = band
    self.notes = notes
    self.numbers = numbers
  }

  /// The drawing; nil with fewer than two columns.
  package var drawing: SVGNode? {
    guard columns.count >= 2, let first = columns.first, let last = columns.last else { return nil }
    var canvas = Canvas(width: 760, height: 366, title: title, description: description)
    let low = min(0, columns.map(\.low).min() ?? 0)
    let high = max(0, columns.map(\.high).max() ?? 1)
    let top = Canvas.top + 30
    let bottom = canvas.height - (notes == nil ? 34 : 54)
    let room = (high - low) * 0.05
    let value = Scale(low < 0 ? low - room : 0, high + room, to: bottom, top)
    let ticks = value.ticks(5)
    let labels = ticks.map { numbers.number($0) }
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
    let upper = columns.map { Point(time($0.time), value($0.high)) }
    let lower = columns.map { Point(time($0.time), value($0.low)) }
    canvas.band(upper: upper, lower: lower)
    canvas.polyline(
      columns.map { Point(time($0.time), value($0.median)) }, color: ChartPalette.blue,
      width: 2.5)
    if ticks.contains(0) {
      canvas.line(
        from: Point(left, value(0)), to: Point(canvas.width - Canvas.margin, value(0)),
        color: ChartPalette.ink, width: 1.5)
    }
    drawLabels(at: { time($0) }, value: { value($0) }, bottom: bottom, on: &canvas)
    canvas.legend(
      [
        ChartKey(median, ChartPalette.blue, .line), ChartKey(band, ChartPalette.sky, .band),
      ], x: left, y: Canvas.top + 16)
    return canvas.drawing
  }

  /// The medians' dots, and under each what fits of its label and note.
  private func drawLabels(
    at time: (Double) -> Double, value: (Double) -> Double, bottom: Double, on canvas: inout Canvas
  ) {
    var lastEnd = -Double.infinity
    let labelEnd = Canvas.margin + TextWidth.width(notes ?? "", size: 10)
    for column in columns {
      let x = time(column.time)
      canvas.circle(
        Point(x, value(column.median)), radius: 3.5, fill: ChartPalette.blue,
        stroke: ChartPalette.paper)
      let half = TextWidth.width(column.label, size: 11) / 2
      guard x - half > lastEnd + 6 else { continue }
      lastEnd = x + half
      canvas.text(column.label, x: x, y: bottom + 18, size: 11, anchor: .middle)
      if let note = column.note {
        let share = TextWidth.width(note, size: 11)
        guard x - share / 2 > labelEnd + 6 else { continue }
        canvas.text(
          note, x: x, y: bottom + 38, size: 11, anchor: .middle, color: ChartPalette.soft)
      }
    }
    if let notes, columns.contains(where: { $0.note != nil }) {
      canvas.text(
        notes, x: Canvas.margin, y: bottom + 38, size: 10, color: ChartPalette.soft)
    }
  }
}
