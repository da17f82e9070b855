/// Lines and boxes as paths, which take half the bytes.
enum DrawingShape {
  /// The path of a line, an angled line, an area or a box without round corners, or nil.
  static func path(_ name: String, _ attributes: [SVGNode.Attribute]) -> String? {
    func number(_ name: String) -> Double? {
      guard case .number(let value)? = attributes.first(where: { $0.name == name })?.value else {
        return nil
      }
      return value
    }
    switch name {
    case "line":
      guard let x1 = number("x1"), let y1 = number("y1"), let x2 = number("x2"),
        let y2 = number("y2")
      else { return nil }
      return through([Point(x1, y1), Point(x2, y2)])
    case "rect":
      guard let x = number("x"), let y = number("y"), let width = number("width"),
        let height = number("height"), number("rx") == nil
      else { return nil }
      return through([
        Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height),
      ]) + "z"
    case "polyline", "polygon":
      guard case .points(let points)? = attributes.first(where: { $0.name == "points" })?.value
      else { return nil }
      return through(points) + (name == "polygon" ? "z" : "")
    default: return nil
    }
  }

  /// A path through points, with the short commands for level and upright parts.
  private static func through(_ points: [Point]) -> String {
    var result = ""
    var last: (x: String, y: String)?
    var isInLine = false
    for point in points {
      let (x, y) = (text(point.x), text(point.y))
      switch last {
      case nil: result += "M\(x) \(y)"
      case let before? where before.y == y: result += "H\(x)"
      case let before? where before.x == x: result += "V\(y)"
      default: result += isInLine ? " \(x) \(y)" : "L\(x) \(y)"
      }
      isInLine = last.map { $0.x != x && $0.y != y } ?? false
      last = (x, y)
    }
    return result
  }

  /// A length with so many digits after the point at most: a tenth of a pixel is finer than charts
  /// of this size can show.
  static func text(_ value: Double, digits: Int = 1) -> String {
    var text = DecimalText.fixed(value, digits: digits)
    while text.contains("."), text.last == "0" || text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
