/// A drawing under construction: white ground, a title and shapes in units of a pixel.
package struct Canvas: Sendable {
  package let width: Double
  package let height: Double
  private let title: String
  private let description: String
  private var nodes: [SVGNode] = []

  /// The edges inside which everything is drawn.
  package static let margin = 16.0
  /// The upper edge of the drawing under the title.
  package static let top = 52.0
  private static let fonts =
    "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Helvetica, Arial, sans-serif"

  package init(width: Double, height: Double, title: String, description: String) {
    self.width = width.rounded(.up)
    self.height = height.rounded(.up)
    self.title = title
    self.description = description
    let room = self.width - 2 * Self.margin
    text(
      TextWidth.fitted(title, size: 16, width: room), x: Self.margin, y: 26, size: 16, bold: true)
    text(
      TextWidth.fitted(description, size: 11, width: room), x: Self.margin, y: 43, size: 11,
      color: ChartPalette.soft)
  }

  /// The point at which text is held.
  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  package mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start,
    bold: Bool = false, color: String = ChartPalette.ink
  ) {
    var attributes: [SVGNode.Attribute] = [
      .init("x", .number(x)), .init("y", .number(y)), .init("font-size", .number(size)),
      .init("fill", .string(color)),
    ]
    if anchor != .start { attributes.append(.init("text-anchor", .string(anchor.rawValue))) }
    if bold { attributes.append(.init("font-weight", .string("bold"))) }
    nodes.append(.element("text", attributes, [.text(text)]))
  }

  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil,
    strokeWidth: Double = 1
  ) {
    var attributes: [SVGNode.Attribute] = [
      .init("x", .number(x)), .init("y", .number(y)), .init("width", .number(max(0, width))),
      .init("height", .number(max(0, height))), .init("fill", .string(fill)),
    ]
    if let stroke { attributes.append(.init("stroke", .string(stroke))) }
    if strokeWidth != 1 { attributes.append(.init("stroke-width", .number(strokeWidth))) }
    nodes.append(.element("rect", attributes, []))
  }

  package mutating func line(
    from: Point, to: Point, color: String, width: Double = 1, dashes: String? = nil
  ) {
    var attributes: [SVGNode.Attribute] = [
      .init("x1", .number(from.x)), .init("y1", .number(from.y)), .init("x2", .number(to.x)),
      .init("y2", .number(to.y)), .init("stroke", .string(color)),
      .init("stroke-width", .number(width)),
    ]
    if let dashes { attributes.append(.init("stroke-dasharray", .string(dashes))) }
    nodes.append(.element("line", attributes, []))
  }

  package mutating func polyline(
    _ points: [Point], color: String, width: Double, dashes: String? = nil
  ) {
    var attributes: [SVGNode.Attribute] = [
      .init("points", .points(points)), .init("fill", .string("none")),
      .init("stroke", .string(color)), .init("stroke-width", .number(width)),
    ]
    if let dashes { attributes.append(.init("stroke-dasharray", .string(dashes))) }
    nodes.append(.element("polyline", attributes, []))
  }

  package mutating func polygon(_ points: [Point], fill: String) {
    nodes.append(
      .element(
        "polygon", [.init("points", .points(points)), .init("fill", .string(fill))], []))
  }

  package mutating func circle(
    _ center: Point, radius: Double, fill: String, stroke: String
  ) {
    nodes.append(
      .element(
        "circle",
        [
          .init("cx", .number(center.x)), .init("cy", .number(center.y)),
          .init("r", .number(radius)), .init("fill", .string(fill)),
          .init("stroke", .string(stroke)), .init("stroke-width", .number(1.5)),
        ], []))
  }

  /// Squares with their names in a row; returns where the row ends.
  @discardableResult
  package mutating func legend(
    _ entries: [(color: String, name: String)], x: Double, y: Double
  ) -> Double {
    var x = x
    for entry in entries {
      rectangle(x: x, y: y - 9, width: 10, height: 10, fill: entry.color)
      text(entry.name, x: x + 15, y: y, size: 11)
      x += 15 + TextWidth.width(entry.name, size: 11) + 16
    }
    return x
  }

  /// The finished drawing.
  package var drawing: SVGNode {
    .element(
      "svg",
      [
        .init("xmlns", .string("http://www.w3.org/2000/svg")),
        .init("viewBox", .string("0 0 \(Int(width)) \(Int(height))")),
        .init("width", .number(width)), .init("height", .number(height)),
        .init("role", .string("img")), .init("font-family", .string(Self.fonts)),
      ],
      [
        .element("title", [], [.text(title)]), .element("desc", [], [.text(description)]),
        .element(
          "rect",
          [
            .init("x", .number(0)), .init("y", .number(0)), .init("width", .number(width)),
            .init("height", .number(height)), .init("fill", .string(ChartPalette.paper)),
          ], []),
      ] + nodes)
  }
}
