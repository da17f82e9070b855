/// Prints a drawing as SVG.
package enum SVGRenderer {
  /// A file of its own: with its fonts, and with the rules that turn it dark.
  package static func file(_ root: SVGNode, language: String = "en") -> String {
    var root = root
    if case .element(let name, let attributes, let children) = root {
      let style = SVGNode.element("style", [], [.text(ChartPalette.darkRules)])
      // A title is the first thing in a drawing, or readers of screens don't find it.
      let place = min(2, children.count)
      root = .element(
        name,
        attributes + [
          .init("font-family", .string(fonts(for: language))), .init("xml:lang", .string(language)),
        ], children.prefix(place) + [style] + children.dropFirst(place))
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + fragment(root) + "\n"
  }

  /// Latin letters as they are measured; East Asian characters as they are written where the language
  /// is, the same characters elsewhere after them.
  private static func fonts(for language: String) -> String {
    let simplified = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"]
    let traditional = ["PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"]
    let eastAsian = language == "zh-Hant" ? traditional + simplified : simplified + traditional
    return (["Helvetica", "Arial"] + eastAsian + ["sans-serif"]).joined(separator: ", ")
  }

  /// Without what makes it a file of its own, for use inside a page, which has the rules that turn
  /// drawings dark in its own sheet.
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
