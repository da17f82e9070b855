import Foundation
import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing read from its file as any program reads it: shapes in the order of painting, and the rules
/// for dark surroundings from its own style sheet.
final class SVGReader: NSObject, XMLParserDelegate {
  /// Something painted.
  struct Shape {
    var element: String
    var attributes: [String: String]
    var text = ""

    func number(_ name: String) -> Double { attributes[name].flatMap { Double($0) } ?? 0 }

    /// True if a point lies in its area; lines have none.
    func covers(_ x: Double, _ y: Double) -> Bool {
      switch element {
      case "rect":
        x >= number("x") && x <= number("x") + number("width") && y >= number("y")
          && y <= number("y") + number("height")
      case "circle":
        (x - number("cx")) * (x - number("cx")) + (y - number("cy")) * (y - number("cy"))
          <= number("r") * number("r")
      default: false
      }
    }
  }

  private(set) var shapes: [Shape] = []
  private(set) var ids: [String] = []
  private(set) var style = ""
  private(set) var isXML = false
  private var open = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isXML = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open = element
    if let id = attributes["id"] { ids.append(id) }
    if ["rect", "circle", "line", "polyline", "polygon", "text"].contains(element) {
      shapes.append(Shape(element: element, attributes: attributes))
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if open == "style" { style += text }
    if open == "text" { shapes[shapes.count - 1].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    open = ""
  }

  /// The colour of a shape's `fill` or `stroke`; in the dark that of its class, where the style sheet
  /// has a rule for it.
  func color(of shape: Shape, _ property: String, isDark: Bool) -> String? {
    guard let light = shape.attributes[property], light != "none" else { return nil }
    guard isDark else { return light }
    for name in (shape.attributes["class"] ?? "").split(separator: " ") {
      if let rule = style.firstRange(of: ".\(name) { \(property): ") {
        return String(style[rule.upperBound...].prefix { $0 != ";" })
      }
    }
    return light
  }
}

/// Contrast by WCAG 2.2: (L1 + 0.05)/(L2 + 0.05) with relative luminance from linear sRGB.
enum Contrast {
  static func ratio(_ one: String, _ other: String) -> Double {
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, (value >> 8) & 0xff, value & 0xff].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
