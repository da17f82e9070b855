/// Prints a drawing as SVG.
package enum SVGRenderer {
  /// A file of its own.
  package static func file(_ root: SVGNode) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + fragment(root) + "\n"
  }

  /// Without the line that begins an XML file, for use inside a page.
  package static func fragment(_ root: SVGNode) -> String {
    var lines: [String] = []
    add(root, depth: 0, to: &lines)
    return lines.joined(separator: "\n")
  }

  private static func add(_ node: SVGNode, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: " ", count: depth)
    switch node {
    case .text(let text): lines.append(indent + HTMLEscaping.text(plainLine(text)))
    case .element(let name, let attributes, let children):
      let open = indent + "<" + name + attributes.map { " " + attribute($0) }.joined()
      let texts = children.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if children.isEmpty {
        lines.append(open + "/>")
      } else if texts.count == children.count {
        lines.append(open + ">" + HTMLEscaping.text(plainLine(texts.joined())) + "</\(name)>")
      } else {
        lines.append(open + ">")
        for child in children { add(child, depth: depth + 1, to: &lines) }
        lines.append(indent + "</\(name)>")
      }
    }
  }

  private static func attribute(_ attribute: SVGNode.Attribute) -> String {
    let value =
      switch attribute.value {
      case .number(let number): coordinate(number)
      case .string(let text): HTMLEscaping.text(plainLine(text))
      case .points(let points):
        points.map { coordinate($0.x) + "," + coordinate($0.y) }.joined(separator: " ")
      }
    return "\(attribute.name)=\"\(value)\""
  }

  /// Two digits after the point at most: finer than any screen or printer shows.
  private static func coordinate(_ value: Double) -> String {
    var text = DecimalText.fixed(value, digits: 2)
    while text.contains("."), text.last == "0" || text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
