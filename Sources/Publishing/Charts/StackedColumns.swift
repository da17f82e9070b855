/// Columns that are split into the same parts and all reach the same height: shares over time.
package struct StackedColumns {
  /// A part of every column.
  package struct Part: Sendable {
    package var name: String
    package var color: ChartColor
    package var stripes: Canvas.Stripes?
    /// The colour of text on it.
    package var ink: ChartColor

    package init(_ name: String, _ color: ChartColor, stripes: Canvas.Stripes?, ink: ChartColor) {
      self.name = name
      self.color = color
      self.stripes = stripes
      self.ink = ink
    }
  }

  package var title: String
  package var description: String
  /// From the bottom up.
  package var parts: [Part]
  /// The columns in their order: a label, and a share of 0 to 1 for each part.
  package var columns: [(label: String, shares: [Double])]
  package var numbers: NumberText

  package init(
    title: String, description: String, parts: [Part],
    columns: [(label: String, shares: [Double])], numbers: NumberText
  ) {
    self.title = title
    self.description = description
    self.parts = parts
    self.columns = columns.filter { $0.shares.allSatisfy(\.isFinite) }
    self.numbers = numbers
  }

  /// The drawing; nil with fewer than two columns.
  package var drawing: SVGNode? {
    guard columns.count >= 2 else { return nil }
    var canvas = Canvas(width: 760, height: 340, title: title, description: description)
    let (top, bottom) = (Canvas.top + 30, canvas.height - 30)
    let left = Canvas.margin + 46
    let scale = Scale(0, 1, to: bottom, top)
    canvas.legend(
      parts.map { ChartKey($0.name, $0.color, .striped($0.stripes)) }, x: left,
      y: Canvas.top + 14)
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.line(
        from: Point(left, scale(tick)), to: Point(canvas.width - Canvas.margin, scale(tick)),
        color: ChartPalette.grid)
      canvas.text(
        numbers.share(tick * 100), x: left - 6, y: scale(tick) + 4, size: 11, anchor: .end,
        color: ChartPalette.soft)
    }
    let step = (canvas.width - Canvas.margin - left) / Double(columns.count)
    let width = min(110, step * 0.8)
    for (index, column) in columns.enumerated() {
      let middle = left + step * (Double(index) + 0.5)
      canvas.text(column.label, x: middle, y: bottom + 18, size: 12, anchor: .middle)
      var sum = 0.0
      for (part, share) in zip(parts, column.shares) where share > 0 {
        let (from, to) = (scale(sum), scale(sum + share))
        sum += share
        canvas.area(
          x: middle - width / 2, y: to, width: width, height: from - to, fill: part.color,
          stripes: part.stripes)
        let text = numbers.probability(share)
        guard from - to >= 17, TextWidth.width(text, size: 11) + 8 <= width else { continue }
        canvas.label(
          text, x: middle, y: (from + to) / 2 + 4, size: 11, color: part.ink,
          over: part.stripes == nil ? nil : part.color)
      }
    }
    return canvas.drawing
  }
}
