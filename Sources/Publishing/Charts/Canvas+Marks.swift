/// A kind of mark with its name: what a legend shows.
package struct ChartKey: Sendable {
  /// The form of a mark: what tells it without its colour.
  package enum Mark: Sendable {
    case square
    case striped(Canvas.Stripes?)
    case dot
    case hollowDot
    case diamond
    case box
    case line
    case dashes
    case band
  }

  package var name: String
  package var color: ChartColor
  package var mark: Mark

  package init(_ name: String, _ color: ChartColor, _ mark: Mark = .square) {
    self.name = name
    self.color = color
    self.mark = mark
  }
}

// Marks that are known by their form, not by their colour alone.
extension Canvas {
  /// Stripes over an area.
  package enum Stripes: Sendable {
    case level, upright
  }

  /// Wide enough to be told from a tint, apart enough for the colour to be seen.
  private static let stripe = "1.5 5.5"

  /// An area with or without stripes, a hair's breadth from its neighbours.
  package mutating func area(
    x: Double, y: Double, width: Double, height: Double, fill: ChartColor, stripes: Stripes?
  ) {
    let (width, height) = (max(0.5, width - 1), max(0.5, height - 1))
    rectangle(x: x, y: y, width: width, height: height, fill: fill)
    guard width > 3, height > 3 else { return }
    // One broad dashed line: a pattern would need an id.
    switch stripes {
    case .upright:
      line(
        from: Point(x, y + height / 2), to: Point(x + width, y + height / 2),
        color: ChartPalette.paper, width: height, dashes: Self.stripe)
    case .level:
      line(
        from: Point(x + width / 2, y), to: Point(x + width / 2, y + height),
        color: ChartPalette.paper, width: width, dashes: Self.stripe)
    case nil: break
    }
  }

  /// Text in the middle of an area, over stripes on the area's own colour.
  package mutating func label(
    _ text: String, x: Double, y: Double, size: Double, color: ChartColor, over ground: ChartColor?
  ) {
    if let ground {
      let width = TextWidth.width(text, size: size) + 4
      rectangle(x: x - width / 2, y: y - size, width: width, height: size + 3, fill: ground)
    }
    self.text(text, x: x, y: y, size: size, anchor: .middle, color: color)
  }

  /// A band with its edges, which are seen where its ground is too faint.
  package mutating func band(upper: [Point], lower: [Point]) {
    polygon(upper + lower.reversed(), fill: ChartPalette.sky)
    polyline(upper, color: ChartPalette.blue, width: 1)
    polyline(lower, color: ChartPalette.blue, width: 1)
  }

  package mutating func diamond(_ center: Point, radius: Double, fill: ChartColor) {
    polygon(
      [
        Point(center.x, center.y - radius), Point(center.x + radius, center.y),
        Point(center.x, center.y + radius), Point(center.x - radius, center.y),
      ], fill: fill)
  }

  package mutating func box(_ center: Point, radius: Double, fill: ChartColor) {
    rectangle(
      x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius,
      fill: fill)
  }

  /// Marks with their names in a row; returns where the row ends.
  @discardableResult
  package mutating func legend(_ keys: [ChartKey], x: Double, y: Double) -> Double {
    var x = x
    for key in keys {
      mark(key, x: x, y: y)
      text(key.name, x: x + 19, y: y, size: 11)
      x += 19 + TextWidth.width(key.name, size: 11) + 14
    }
    return x
  }

  /// Squares with their names in a row; returns where the row ends.
  @discardableResult
  package mutating func legend(
    _ entries: [(color: ChartColor, name: String)], x: Double, y: Double
  ) -> Double {
    legend(entries.map { ChartKey($0.name, $0.color) }, x: x, y: y)
  }

  /// The mark of a key that stands for one value.
  package mutating func mark(_ key: ChartKey, at center: Point) {
    switch key.mark {
    case .diamond: diamond(center, radius: 6, fill: key.color)
    case .box: box(center, radius: 4.5, fill: key.color)
    case .hollowDot: circle(center, radius: 5, fill: ChartPalette.paper, stroke: key.color)
    case .square, .striped, .dot, .line, .dashes, .band:
      circle(center, radius: 5, fill: key.color, stroke: ChartPalette.paper)
    }
  }

  private mutating func mark(_ key: ChartKey, x: Double, y: Double) {
    let (left, right) = (Point(x, y - 4), Point(x + 14, y - 4))
    switch key.mark {
    case .square: rectangle(x: x + 2, y: y - 9, width: 10, height: 10, fill: key.color)
    case .striped(let stripes):
      area(x: x, y: y - 9, width: 15, height: 11, fill: key.color, stripes: stripes)
    case .dot, .hollowDot, .diamond, .box: mark(key, at: Point(x + 7, y - 4))
    case .line: line(from: left, to: right, color: key.color, width: 3)
    case .dashes: line(from: left, to: right, color: key.color, width: 3, dashes: "4 2")
    case .band:
      band(
        upper: [Point(x, y - 9), Point(x + 14, y - 9)],
        lower: [Point(x, y + 1), Point(x + 14, y + 1)])
    }
  }
}
