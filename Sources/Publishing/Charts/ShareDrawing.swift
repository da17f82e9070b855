/// A row for each of several things: a share of 0 to 1 as a dot, the range about it as a line, and what
/// the share was earlier as a hollow dot.
package struct ShareDrawing {
  /// A thing and its shares, fractions of 1.
  package struct Row: Sendable {
    package var label: String
    package var value: Double
    /// The two ends of a range, in either order.
    package var range: (Double, Double)?
    /// The share on an earlier day.
    package var earlier: Double?
    /// What stands at the right edge.
    package var text: String

    package init(
      label: String, value: Double, range: (Double, Double)? = nil, earlier: Double? = nil,
      text: String
    ) {
      self.label = label
      self.value = value
      self.range = range
      self.earlier = earlier
      self.text = text
    }
  }

  package var title: String
  package var description: String
  package var rows: [Row]
  /// The names of the dot, the line, and the hollow dot; a form that no row has isn't named.
  package var names: (value: String, range: String, earlier: String)
  /// True if a line leads from the earlier share to the one now.
  package var isJoined: Bool
  /// What is left out, in the last line.
  package var more: String?
  package var numbers: NumberText

  package init(
    title: String, description: String, rows: [Row],
    names: (value: String, range: String, earlier: String), isJoined: Bool = false,
    more: String? = nil, numbers: NumberText
  ) {
    self.title = title
    self.description = description
    self.rows = rows.filter(\.value.isFinite)
    self.names = names
    self.isJoined = isJoined
    self.more = more
    self.numbers = numbers
  }

  private static let rowHeight = 24.0

  /// The drawing; nil without rows.
  package var drawing: SVGNode? {
    guard !rows.isEmpty else { return nil }
    let top = Canvas.top + 34
    let bottom = top + Self.rowHeight * Double(rows.count)
    let longest = rows.map { TextWidth.width($0.label, size: 12) }.max() ?? 0
    let left = Canvas.margin + min(230, max(90, longest + 12))
    let widest = rows.map { TextWidth.width($0.text, size: 11) }.max() ?? 0
    var canvas = Canvas(
      width: 760, height: bottom + (more == nil ? 26 : 46), title: title,
      description: description)
    let right = canvas.width - Canvas.margin - widest - 14
    let scale = Scale(0, 1, to: left + 6, right)
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(scale(tick), top), to: Point(scale(tick), bottom), color: ChartPalette.grid,
        width: tick == 0.5 ? 2 : 1)
      canvas.text(
        numbers.share(tick * 100), x: scale(tick), y: bottom + 16, size: 11, anchor: .middle,
        color: ChartPalette.soft)
    }
    canvas.legend(keys, x: left, y: Canvas.top + 16)
    for (index, row) in rows.enumerated() {
      draw(row, y: top + Self.rowHeight * (Double(index) + 0.5), left, scale, on: &canvas)
    }
    if let more {
      canvas.text(more, x: left, y: bottom + 38, size: 11, color: ChartPalette.soft)
    }
    return canvas.drawing
  }

  private var keys: [ChartKey] {
    var keys = [ChartKey(names.value, ChartPalette.blue, .dot)]
    if rows.contains(where: { $0.range != nil }) {
      keys.append(ChartKey(names.range, ChartPalette.grey, .line))
    }
    if rows.contains(where: { $0.earlier != nil }) {
      keys.append(ChartKey(names.earlier, ChartPalette.ink, .hollowDot))
    }
    return keys
  }

  private func draw(
    _ row: Row, y: Double, _ left: Double, _ scale: Scale, on canvas: inout Canvas
  ) {
    canvas.text(
      TextWidth.fitted(row.label, size: 12, width: left - Canvas.margin - 8), x: left - 8,
      y: y + 4, size: 12, anchor: .end)
    if let (low, high) = row.range, low.isFinite, high.isFinite {
      canvas.line(
        from: Point(scale(min(low, high)), y), to: Point(scale(max(low, high)), y),
        color: ChartPalette.grey, width: 4)
    }
    if let earlier = row.earlier, earlier.isFinite {
      if isJoined {
        canvas.line(
          from: Point(scale(earlier), y), to: Point(scale(row.value), y),
          color: ChartPalette.blue, width: 2)
      }
      canvas.circle(
        Point(scale(earlier), y), radius: 5, fill: ChartPalette.paper, stroke: ChartPalette.ink)
    }
    canvas.circle(
      Point(scale(row.value), y), radius: 5, fill: ChartPalette.blue, stroke: ChartPalette.paper)
    canvas.text(
      row.text, x: canvas.width - Canvas.margin, y: y + 4, size: 11, anchor: .end)
  }
}
