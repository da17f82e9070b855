import Publishing
extension DependencyGraph {
  /// The graph as an SVG file, the same bytes for the same graph.
  public var svg: String { SVGRenderer.file(GraphDrawing(graph: self).drawing) }
}

/// Draws a dependency graph in columns, from inputs on the left to outputs on the right.
struct GraphDrawing {
  let graph: DependencyGraph
  private let layout: LayeredLayout
  private let edges: [DependencyGraph.Edge]
  private let lefts: [Double]
  private let widths: [Double]
  private let height: Double

  private static let boxHeight = 36.0
  /// From one box to the next; an arrow that passes through needs less.
  private static let boxStep = 46.0
  private static let passStep = 16.0
  private static let gap = 64.0
  private static let top = Canvas.top + 34

  init(graph: DependencyGraph) {
    self.graph = graph
    let edges = graph.edges
    let layout = LayeredLayout(
      count: graph.nodes.count, edges: edges, isInput: { graph.nodes[$0].kind.isInput })
    var lefts: [Double] = []
    var widths: [Double] = []
    var x = Canvas.margin + 8
    for column in layout.columns {
      let wanted = column.compactMap { place in
        layout.places[place].node.map { node in
          max(
            TextWidth.width(graph.nodes[node].name, size: 12),
            TextWidth.width(graph.nodes[node].unit, size: 10)) + 20
        }
      }
      let width = min(240, max(80, wanted.max() ?? 0))
      lefts.append(x)
      widths.append(width)
      x += width + Self.gap
    }
    self.lefts = lefts
    self.widths = widths
    self.edges = edges
    self.layout = layout
    height =
      layout.columns.map { column in
        column.reduce(0) { $0 + Self.step(layout.places[$1]) }
      }.max() ?? 0
  }

  var drawing: SVGNode {
    let width = (lefts.last ?? 0) + (widths.last ?? 0) + Canvas.margin + 8
    var canvas = Canvas(
      width: max(760, width), height: Self.top + height + Canvas.margin, title: graph.title,
      description: "What is computed from what; a dashed line is a value of the year before.")
    let names: [(DependencyGraph.Kind, String)] = [
      (.market, "input: market"), (.company, "input: company"), (.assumption, "input: assumption"),
    ]
    let end = canvas.legend(
      names.map { ($0.0.stroke, $0.1) }, x: Canvas.margin, y: Canvas.top + 16)
    canvas.rectangle(
      x: end + 1, y: Canvas.top + 8, width: 9, height: 9, fill: ChartPalette.paper,
      stroke: ChartPalette.ink, strokeWidth: 3)
    canvas.text("output", x: end + 17, y: Canvas.top + 16, size: 11)
    let middles = middles()
    for (edge, route) in zip(edges, layout.routes) {
      draw(edge, route, middles, on: &canvas)
    }
    for (index, node) in graph.nodes.enumerated() {
      draw(node, at: index, middle: middles[index], on: &canvas)
    }
    return canvas.drawing
  }

  private static func step(_ place: LayeredLayout.Place) -> Double {
    place.node == nil ? passStep : boxStep
  }

  /// The height of each place's middle; every column is centred.
  private func middles() -> [Double] {
    var middles = [Double](repeating: 0, count: layout.places.count)
    for column in layout.columns {
      let own = column.reduce(0) { $0 + Self.step(layout.places[$1]) }
      var y = Self.top + (height - own) / 2
      for place in column {
        let step = Self.step(layout.places[place])
        middles[place] = y + step / 2
        y += step
      }
    }
    return middles
  }

  private func draw(
    _ node: DependencyGraph.Node, at index: Int, middle: Double, on canvas: inout Canvas
  ) {
    let column = layout.places[index].column
    let (x, width) = (lefts[column], widths[column])
    canvas.rectangle(
      x: x, y: middle - Self.boxHeight / 2, width: width, height: Self.boxHeight,
      fill: node.kind.fill, stroke: node.kind.stroke, strokeWidth: Double(node.kind.strokeWidth))
    canvas.text(
      TextWidth.fitted(node.name, size: 12, width: width - 12), x: x + width / 2, y: middle - 2,
      size: 12, anchor: .middle, bold: node.kind == .output)
    canvas.text(
      TextWidth.fitted(node.unit, size: 10, width: width - 12), x: x + width / 2, y: middle + 12,
      size: 10, anchor: .middle, color: ChartPalette.soft)
  }

  /// A line from the right edge of a box to the left edge of another, level where it passes a
  /// column and in a smooth bend between columns.
  private func draw(
    _ edge: DependencyGraph.Edge, _ route: [Int], _ middles: [Double], on canvas: inout Canvas
  ) {
    guard let first = route.first, let last = route.last else { return }
    let color = edge.isFromYearBefore ? ChartPalette.vermilion : ChartPalette.soft
    let isForward = layout.places[first].column < layout.places[last].column
    let points = isForward ? forward(route, middles) : backward(first, last, middles)
    canvas.polyline(
      points, color: color, width: 1, dashes: edge.isFromYearBefore ? "5 4" : nil)
    guard let tip = points.last else { return }
    let isLeftward = points.count > 1 && points[points.count - 2].x > tip.x
    let back = isLeftward ? 7.0 : -7.0
    canvas.polygon(
      [tip, Point(tip.x + back, tip.y - 3.5), Point(tip.x + back, tip.y + 3.5)], fill: color)
  }

  private func forward(_ route: [Int], _ middles: [Double]) -> [Point] {
    var points = [Point(right(of: route[0]), middles[route[0]])]
    for place in route.dropFirst() {
      let start = points[points.count - 1]
      points += Self.bend(from: start, to: Point(left(of: place), middles[place]))
      if layout.places[place].node == nil { points.append(Point(right(of: place), middles[place])) }
    }
    return points
  }

  /// From the left edge of a box to the right edge of one further left, or around the left edge
  /// of its own column.
  private func backward(_ first: Int, _ last: Int, _ middles: [Double]) -> [Point] {
    let start = Point(left(of: first), middles[first])
    if layout.places[first].column > layout.places[last].column {
      return [start] + Self.bend(from: start, to: Point(right(of: last), middles[last]))
    }
    let end = Point(left(of: last), middles[last])
    return [start, Point(start.x - 14, start.y), Point(end.x - 14, end.y), end]
  }

  private func left(of place: Int) -> Double { lefts[layout.places[place].column] }

  private func right(of place: Int) -> Double {
    left(of: place) + widths[layout.places[place].column]
  }

  /// Points along 3t² − 2t³ between two places, without the first.
  private static func bend(from start: Point, to end: Point) -> [Point] {
    if start.y == end.y { return [end] }
    return (1...8).map { index in
      let t = Double(index) / 8
      return Point(
        start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t * t * (3 - 2 * t))
    }
  }
}
