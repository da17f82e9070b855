/// Quantities over the same time, one panel under the other: what was seen before as a line with
/// points, what is expected after as a line in a band.
package struct PanelDrawing {
  /// A value that was seen.
  package struct Seen {
    package var time: Double
    package var value: Double

    package init(time: Double, value: Double) {
      self.time = time
      self.value = value
    }
  }

  /// A panel: what was seen in runs without a gap, and the spread of what is expected.
  package struct Panel {
    package var title: String
    /// Each run is drawn as a line of its own, so that what is missing is seen to be missing.
    package var seen: [[Seen]]
    package var expected: [FanDrawing.Column]

    package init(title: String, seen: [[Seen]], expected: [FanDrawing.Column]) {
      self.title = title
      self.seen = seen
      self.expected = expected
    }

    fileprivate var values: [Double] {
      seen.flatMap { $0.map(\.value) } + expected.flatMap { [$0.low, $0.median, $0.high] }
    }

    fileprivate var times: [Double] {
      seen.flatMap { $0.map(\.time) } + expected.map(\.time)
    }
  }

  package var title: String
  package var description: String
  package var panels: [Panel]
  /// The texts under the axis of time.
  package var labels: [(time: Double, text: String)]
  /// The moment between what was seen and what is expected.
  package var today: Double?
  /// The names of the points, the line and the band in the legend.
  package var names: (seen: String, line: String, band: String)
  package var numbers: NumberText

  package init(
    title: String, description: String, panels: [Panel],
    labels: [(time: Double, text: String)], today: Double?,
    names: (seen: String, line: String, band: String), numbers: NumberText
  ) {
    self.title = title
    self.description = description
    self.panels = panels
    self.labels = labels
    self.today = today
    self.names = names
    self.numbers = numbers
  }

  private static let panelHeight = 140.0
  private static let gap = 30.0

  /// The drawing; nil with fewer than two moments.
  package var drawing: SVGNode? {
    let times = panels.flatMap(\.times)
    guard let first = times.min(), let last = times.max(), first < last else { return nil }
    let top = Canvas.top + 24
    let height =
      top + Double(panels.count) * (Self.panelHeight + Self.gap) + 26
    var canvas = Canvas(width: 760, height: height, title: title, description: description)
    let scales = panels.map(scale)
    let widest =
      scales.flatMap { $0.ticks(5) }.map { TextWidth.width(numbers.number($0), size: 11) }.max()
      ?? 0
    let left = Canvas.margin + widest + 10
    let right = canvas.width - Canvas.margin
    let time = Scale(first, last, to: left + 26, right - 34)
    // What isn't drawn needs no name.
    let entries = [
      (panels.contains { !$0.seen.isEmpty }, ChartPalette.ink, names.seen),
      (panels.contains { !$0.expected.isEmpty }, ChartPalette.blue, names.line),
      (panels.contains { !$0.expected.isEmpty }, ChartPalette.sky, names.band),
    ].filter(\.0).map { (color: $0.1, name: $0.2) }
    canvas.legend(entries, x: left, y: Canvas.top + 12)
    for (index, panel) in panels.enumerated() {
      let upper = top + Self.gap + Double(index) * (Self.panelHeight + Self.gap)
      let value = Scale(
        scales[index].low, scales[index].high, to: upper + Self.panelHeight, upper)
      canvas.text(panel.title, x: left, y: upper - 8, size: 12, bold: true)
      draw(panel, from: left, to: right, time: time, value: value, on: &canvas)
    }
    drawTime(time, top: top + Self.gap, bottom: height - 26, on: &canvas)
    return canvas.drawing
  }

  /// From below what is least, and 0, to above what is most.
  private func scale(_ panel: Panel) -> Scale {
    let low = min(0, panel.values.min() ?? 0)
    let high = max(0, panel.values.max() ?? 1)
    let room = (high - low) * 0.05
    return Scale(low < 0 ? low - room : 0, high > 0 ? high + room : 0, to: 0, 1)
  }

  private func draw(
    _ panel: Panel, from left: Double, to right: Double, time: Scale, value: Scale,
    on canvas: inout Canvas
  ) {
    for tick in value.ticks(5) {
      let isZero = tick == 0
      canvas.line(
        from: Point(left, value(tick)), to: Point(right, value(tick)),
        color: isZero ? ChartPalette.ink : ChartPalette.grid, width: isZero ? 1.5 : 1)
      canvas.text(
        numbers.number(tick), x: left - 6, y: value(tick) + 4, size: 11, anchor: .end,
        color: ChartPalette.soft)
    }
    func point(_ moment: Double, _ amount: Double) -> Point { Point(time(moment), value(amount)) }
    if panel.expected.count > 1 {
      canvas.polygon(
        panel.expected.map { point($0.time, $0.high) }
          + panel.expected.reversed().map { point($0.time, $0.low) }, fill: ChartPalette.sky)
      canvas.polyline(
        panel.expected.map { point($0.time, $0.median) }, color: ChartPalette.blue, width: 2.5)
    }
    if value.low <= 0, value.high >= 0 {
      canvas.line(
        from: Point(left, value(0)), to: Point(right, value(0)), color: ChartPalette.ink, width: 1.5
      )
    }
    for one in panel.expected {
      canvas.circle(
        point(one.time, one.median), radius: 3.5, fill: ChartPalette.blue,
        stroke: ChartPalette.paper)
    }
    for run in panel.seen {
      if run.count > 1 {
        canvas.polyline(run.map { point($0.time, $0.value) }, color: ChartPalette.ink, width: 2)
      }
      for one in run {
        canvas.circle(
          point(one.time, one.value), radius: 3.5, fill: ChartPalette.ink,
          stroke: ChartPalette.paper)
      }
    }
  }

  /// The line of today, and the labels that fit beside each other.
  private func drawTime(
    _ time: Scale, top: Double, bottom: Double, on canvas: inout Canvas
  ) {
    if let today, today > time.low, today < time.high {
      canvas.line(
        from: Point(time(today), top), to: Point(time(today), bottom), color: ChartPalette.soft,
        dashes: "4 3")
    }
    var lastEnd = -Double.infinity
    for label in labels {
      let (x, half) = (time(label.time), TextWidth.width(label.text, size: 11) / 2)
      guard x - half > lastEnd + 6 else { continue }
      lastEnd = x + half
      canvas.text(label.text, x: x, y: bottom + 14, size: 11, anchor: .middle)
    }
  }
}
