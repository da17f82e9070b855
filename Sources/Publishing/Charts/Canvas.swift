/// A drawing under construction: a ground of its own, a title and shapes in units of a pixel.
///
/// Nothing in it has an id, and its classes begin with `bx-`, so that a page can hold many drawings.
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
    bold: Bool = false, color: ChartColor = ChartPalette.ink
  ) {
    var attributes: [SVGNode.Attribute] =
      [.init("x", .number(x)), .init("y", .number(y)), .init("font-size", .number(size))]
      + Self.paint(fill: color)
    if anchor != .start { attributes.append(.init("text-anchor", .string(anchor.rawValue))) }
    if bold { attributes.append(.init("font-weight", .string("bold"))) }
    nodes.append(.element("text", attributes, [.text(text)]))
  }

  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: ChartColor,
    stroke: ChartColor? = nil,
    strokeWidth: Double = 1
  ) {
    var attributes: [SVGNode.Attribute] =
      [
        .init("x", .number(x)), .init("y", .number(y)), .init("width", .number(max(0, width))),
        .init("height", .number(max(0, height))),
      ] + Self.paint(fill: fill, stroke: stroke)
    if strokeWidth != 1 { attributes.append(.init("stroke-width", .number(strokeWidth))) }
    nodes.append(.element("rect", attributes, []))
  }

  package mutating func line(
    from: Point, to: Point, color: ChartColor, width: Double = 1, dashes: String? = nil
  ) {
    var attributes: [SVGNode.Attribute] =
      [
        .init("x1", .number(from.x)), .init("y1", .number(from.y)), .init("x2", .number(to.x)),
        .init("y2", .number(to.y)),
      ] + Self.paint(stroke: color) + [.init("stroke-width", .number(width))]
    if let dashes { attributes.append(.init("stroke-dasharray", .string(dashes))) }
    nodes.append(.element("line", attributes, []))
  }

  package mutating func polyline(
    _ points: [Point], color: ChartColor, width: Double, dashes: String? = nil
  ) {
    var attributes: [SVGNode.Attribute] =
      [.init("points", .points(points)), .init("fill", .string("none"))]
      + Self.paint(stroke: color) + [.init("stroke-width", .number(width))]
    if let dashes { attributes.append(.init("stroke-dasharray", .string(dashes))) }
    nodes.append(.element("polyline", attributes, []))
  }

  package mutating func polygon(_ points: [Point], fill: ChartColor) {
    nodes.append(
      .element("polygon", [.init("points", .points(points))] + Self.paint(fill: fill), []))
  }

  package mutating func circle(
    _ center: Point, radius: Double, fill: ChartColor, stroke: ChartColor
  ) {
    nodes.append(
      .element(
        "circle",
        [
          .init("cx", .number(center.x)), .init("cy", .number(center.y)),
          .init("r", .number(radius)),
        ] + Self.paint(fill: fill, stroke: stroke) + [.init("stroke-width", .number(1.5))], []))
  }

  /// The attributes of colours, with the classes that turn them dark.
  private static func paint(
    fill: ChartColor? = nil, stroke: ChartColor? = nil
  ) -> [SVGNode.Attribute] {
    let classes = [fill?.fillClass, stroke?.strokeClass].compactMap(\.self)
    return [.init("class", .string(classes.joined(separator: " ")))]
      + [fill.map { .init("fill", .string($0.light)) }].compactMap(\.self)
      + [stroke.map { .init("stroke", .string($0.light)) }].compactMap(\.self)
  }

  /// The finished drawing.
  package var drawing: SVGNode {
    .element(
      "svg",
      [
        .init("xmlns", .string("http://www.w3.org/2000/svg")),
        .init("viewBox", .string("0 0 \(Int(width)) \(Int(height))")),
        .init("width", .number(width)), .init("height", .number(height)),
        .init("role", .string("img")), .init("class", .string("bx-chart")),
      ],
      [
        .element("title", [], [.text(title)]), .element("desc", [], [.text(description)]),
        .element(
          "rect",
          [
            .init("x", .number(0)), .init("y", .number(0)), .init("width", .number(width)),
            .init("height", .number(height)),
          ] + Self.paint(fill: ChartPalette.paper), []),
      ] + nodes)
  }
}
