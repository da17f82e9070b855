/// The looks of all drawings of a file, each said once as a class of its style sheet, and the drawings
/// as short as they can be written with them.
///
/// Colours are variables, which have another value in the dark.
struct DrawingStyles: Sendable {
  /// Classes by what they declare.
  private var classes: [String: String] = [:]
  /// Variables of colours, by their values.
  private var variables: [String: String] = [:]
  private var declarations: [String] = []
  private var light: [String] = []
  private var dark: [String] = []

  /// The attributes that only say how something looks (SVG 2, 6.7).
  private static let looks: Set<String> = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "font-size", "font-weight", "font-style", "text-anchor",
    "dominant-baseline", "opacity", "paint-order",
  ]

  /// The colours of charts by the classes that name them.
  private static let palette = Dictionary(
    ChartPalette.all.flatMap { [($0.fillClass, $0), ($0.strokeClass, $0)] }
  ) { first, _ in first }

  init(_ drawings: [SVGNode]) {
    for drawing in drawings { collect(drawing) }
  }

  /// The rules of the classes, and the colours by day and in the dark.
  var rules: String {
    guard !declarations.isEmpty else { return "" }
    return """
      :root{\(light.joined(separator: ";"))}
      @media screen and (prefers-color-scheme:dark){:root{\(dark.joined(separator: ";"))}}
      \(declarations.joined(separator: "\n"))
      """
  }

  private mutating func collect(_ node: SVGNode) {
    guard case .element(_, let attributes, let children) = node else { return }
    let looks = Self.looks(of: attributes)
    for (_, value) in looks { name(value) }
    let declared = declared(looks)
    if !declared.isEmpty, classes[declared] == nil {
      let name = "d\(classes.count + 1)"
      classes[declared] = name
      declarations.append(".\(name){\(declared)}")
    }
    for child in children { collect(child) }
  }

  /// Gives a colour a variable if it has none.
  private mutating func name(_ value: String) {
    guard variables[value] == nil, let color = Self.palette[value] else { return }
    let name = "--k\(variables.count + 1)"
    variables[value] = name
    light.append("\(name):\(color.light)")
    dark.append("\(name):\(color.dark)")
  }

  private func declared(_ looks: [(name: String, value: String)]) -> String {
    looks.map { look in
      let unit = look.name == "font-size" ? "px" : ""
      return look.name + ":" + (variables[look.value].map { "var(\($0))" } ?? look.value + unit)
    }.joined(separator: ";")
  }

  /// What attributes say of the looks, in the order of names; a colour by the class that names it.
  ///
  /// Values that aren't plain are left out.
  private static func looks(
    of attributes: [SVGNode.Attribute]
  ) -> [(name: String, value: String)] {
    let classes = attributes.flatMap { attribute -> [String] in
      guard attribute.name == "class", case .string(let text) = attribute.value else { return [] }
      return text.split(separator: " ").map(String.init)
    }
    return attributes.filter { Self.looks.contains($0.name) }.sorted { $0.name < $1.name }
      .compactMap { attribute in
        let named = classes.first { name in
          guard let color = palette[name] else { return false }
          return name == (attribute.name == "fill" ? color.fillClass : color.strokeClass)
        }
        let isPaint = attribute.name == "fill" || attribute.name == "stroke"
        if isPaint, let named { return (attribute.name, named) }
        let value =
          switch attribute.value {
          case .number(let number): DrawingShape.text(number, digits: 2)
          case .string(let text): text
          case .points: ""
          }
        let isPlain = value.utf8.allSatisfy {
          "abcdefghijklmnopqrstuvwxyzABCDEF0123456789#. ,-".utf8.contains($0)
        }
        return isPlain && !value.isEmpty ? (attribute.name, value) : nil
      }
  }

  // MARK: Writing

  /// A drawing as a part of a page.
  func fragment(_ root: SVGNode) -> String {
    guard case .element(let name, let attributes, let children) = root else { return "" }
    let kept = attributes.filter { ["viewBox", "width", "height", "role"].contains($0.name) }
    let shown = children.filter { !Self.isGround($0, of: attributes) }
    return "<\(name)\(kept.map { written($0) }.joined())>"
      + shown.map { element($0) }.joined() + "</\(name)>"
  }

  /// Returns true for the sheet of paper under a drawing: on a page the page is the paper.
  private static func isGround(_ node: SVGNode, of root: [SVGNode.Attribute]) -> Bool {
    guard case .element("rect", let attributes, _) = node else { return false }
    func value(_ name: String, _ attributes: [SVGNode.Attribute]) -> SVGNode.Value? {
      attributes.first { $0.name == name }?.value
    }
    return ["width", "height"].allSatisfy { value($0, attributes) == value($0, root) }
  }

  private func element(_ node: SVGNode) -> String {
    switch node {
    case .text(let text): return HTMLText.drawn(text)
    case .element(let name, let attributes, let children):
      // A style of its own would hold for the whole page.
      guard name != "style", name != "script" else { return "" }
      let look = classes[declared(Self.looks(of: attributes))].map { " class=\($0)" } ?? ""
      if let path = DrawingShape.path(name, attributes) {
        return "<path\(look) d=\"\(path)\"/>"
      }
      let kept = attributes.filter {
        !Self.looks.contains($0.name) && !["class", "style", "id"].contains($0.name)
          && !$0.name.hasPrefix("on")
      }
      if children.isEmpty {
        return "<\(name)\(look)\(kept.map { written($0) }.joined()) />"
      }
      return "<\(name)\(look)\(kept.map { written($0) }.joined())>"
        + children.map { element($0) }.joined() + "</\(name)>"
    }
  }

  private func written(_ attribute: SVGNode.Attribute) -> String {
    switch attribute.value {
    case .number(let number): HTMLText.attribute(attribute.name, DrawingShape.text(number))
    case .string(let text): HTMLText.attribute(attribute.name, plainLine(text))
    case .points(let points):
      HTMLText.attribute(
        attribute.name,
        points.map { DrawingShape.text($0.x) + "," + DrawingShape.text($0.y) }
          .joined(separator: " "))
    }
  }
}
