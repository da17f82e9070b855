/// The anchors of all headings of all pages, by the rule of GitHub.
package struct AnchorIndex: Sendable {
  private var byPage: [String: [String: String]] = [:]
  private var inOrder: [String: [String]] = [:]

  package init(_ pages: [Page]) {
    for page in pages {
      var slugger = Slugger()
      var byKey: [String: String] = [:]
      var order: [String] = []
      let headings = page.blocks.collected { block -> ([Inline], String?)? in
        if case .heading(_, let text, let key) = block { (text, key) } else { nil }
      }
      for (text, key) in headings {
        let slug = slugger.slug(text.plainText)
        order.append(slug)
        if let key, byKey[key] == nil { byKey[key] = slug }
      }
      byPage[page.path] = byKey
      inOrder[page.path] = order
    }
  }

  /// Returns true if there is such a page.
  package func hasPage(_ path: String) -> Bool { byPage[path] != nil }

  /// The anchor of the heading with this key, or nil where there is none.
  package func anchor(_ key: String, on page: String) -> String? { byPage[page]?[key] }

  /// The anchors of a page's headings in reading order.
  package func anchors(on page: String) -> [String] { inOrder[page] ?? [] }
}

/// Makes anchors out of headings as GitHub does: lower case, letters, marks, digits, `_` and `-`
/// stay, blanks become `-`, the rest goes; a second one of the same name gets `-1`.
package struct Slugger: Sendable {
  private var seen: [String: Int] = [:]

  package init() {}

  package mutating func slug(_ heading: String) -> String {
    let base = Self.base(heading)
    var result = base
    while seen[result] != nil {
      let next = (seen[base] ?? 0) + 1
      seen[base] = next
      result = "\(base)-\(next)"
    }
    seen[result] = 0
    return result
  }

  private static func base(_ heading: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || isWord(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: scalar.properties.isAlphabetic
    }
  }
}
