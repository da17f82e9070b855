/// From one number to another by what was added and taken away on the way.
package struct Waterfall {
  /// Something that was added, or taken away where it is below zero.
  package struct Part: Sendable {
    package var label: String
    package var value: Double
    /// Its value in words.
    package var text: String

    package init(label: String, value: Double, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  package var title: String
  package var description: String
  package var start: Part
  package var parts: [Part]
  package var end: Part
  /// The names of what was added and what was taken away.
  package var names: (up: String, down: String)

  package init(
    title: String, description: String, start: Part, parts: [Part], end: Part,
    names: (up: String, down: String)
  ) {
    self.title = title
    self.description = description
    self.start = start
    self.parts = parts
    self.end = end
    self.names = names
  }

  /// The two ends of each part's bar: each begins where the one before ended.
  package var spans: [(from: Double, to: Double)] {
    var sum = start.value
    return parts.map { part in
      defer { sum += part.value }
      return (sum, sum + part.value)
    }
  }

  private static let rowHeight = 28.0

  /// The drawing; nil without parts, or with a number that is none.
  package var drawing: SVGNode? {
    let rows = [start] + parts + [end]
    guard !parts.isEmpty, rows.allSatisfy(\.value.isFinite) else { return nil }
    let top = Canvas.top + 30
    let bottom = top + Self.rowHeight * Double(rows.count)
    var canvas = Canvas(width: 760, height: bottom + 12, title: title, description: description)
    let longest = rows.map { TextWidth.width($0.label, size: 12) }.max() ?? 0
    let left = Canvas.margin + min(260, max(90, longest + 12))
    let widest = rows.map { TextWidth.width($0.text, size: 11) }.max() ?? 0
    let right = canvas.width - Canvas.margin - widest - 14
    let spans = [(0, start.value)] + spans + [(0, end.value)]
    let ends = spans.flatMap { [$0.0, $0.1] }
    let scale = Scale(min(0, ends.min() ?? 0), max(0, ends.max() ?? 1), to: left, right)
    canvas.legend(
      [
        ChartKey(names.up, ChartPalette.blue, .striped(nil)),
        ChartKey(names.down, ChartPalette.vermilion, .striped(.upright)),
      ], x: left, y: Canvas.top + 14)
    canvas.line(
      from: Point(scale(0), top), to: Point(scale(0), bottom), color: ChartPalette.soft)
    for (index, row) in rows.enumerated() {
      let y = top + Self.rowHeight * Double(index)
      let (from, to) = spans[index]
      let isWhole = index == 0 || index == rows.count - 1
      canvas.text(
        TextWidth.fitted(row.label, size: 12, width: left - Canvas.margin - 8), x: left - 8,
        y: y + 18, size: 12, anchor: .end, bold: isWhole)
      let isDown = !isWhole && to < from
      canvas.area(
        x: scale(min(from, to)), y: y + 4, width: max(1, abs(scale(to) - scale(from))), height: 18,
        fill: isWhole ? ChartPalette.grey : isDown ? ChartPalette.vermilion : ChartPalette.blue,
        stripes: isDown ? .upright : nil)
      if index < rows.count - 1 {
        canvas.line(
          from: Point(scale(to), y + 4), to: Point(scale(to), y + Self.rowHeight + 22),
          color: ChartPalette.soft, dashes: "2 2")
      }
      canvas.text(
        row.text, x: canvas.width - Canvas.margin, y: y + 18, size: 11, anchor: .end,
        bold: isWhole)
    }
    return canvas.drawing
  }
}
