/// The escaping by which plain text becomes text or an attribute of HTML, SVG or XML.
package enum HTMLEscaping {
  /// Escapes text; also fit for attributes in double or single quotes.
  package static func text(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
