import Publishing
extension DependencyGraph {
  /// The graph in Mermaid's notation, for a code block of language `mermaid`; without a line
  /// break at its end.
  ///
  /// Nodes are numbered, since some names are words of Mermaid's own.
  public var mermaid: String {
    var lines = ["flowchart LR"]
    for (position, node) in nodes.enumerated() {
      let label = "\"\(Self.escaped(node.name))<br/>\(Self.escaped(node.unit))\""
      lines.append("  n\(position)[\(label)]:::\(node.kind.rawValue)")
    }
    for edge in edges {
      lines.append("  n\(edge.from) \(edge.isFromYearBefore ? "-.->" : "-->") n\(edge.to)")
    }
    for kind in Kind.allCases where nodes.contains(where: { $0.kind == kind }) {
      lines.append(
        "  classDef \(kind.rawValue) fill:\(kind.fill.light),stroke:\(kind.stroke.light),"
          + "stroke-width:\(kind.strokeWidth)px,color:\(ChartPalette.ink.light)")
    }
    return lines.joined(separator: "\n")
  }

  /// Text for a label in quotes: everything that Mermaid, HTML or Markdown could read as markup
  /// becomes a numbered entity in Mermaid's form.
  private static func escaped(_ text: String) -> String {
    plainLine(text).unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", "^", " ": String(scalar)
      default: scalar.isASCII ? "#\(scalar.value);" : String(scalar)
      }
    }.joined()
  }
}
