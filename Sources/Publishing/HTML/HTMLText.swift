/// Text and attributes of HTML in as few bytes as its syntax allows.
enum HTMLText {
  /// Plain text as text of an element: one line, a number in one piece with its per cent sign.
  static func text(_ text: String) -> String {
    escaped(tied(plainLine(text)))
  }

  /// Text of a drawing, where nothing breaks.
  static func drawn(_ text: String) -> String { escaped(plainLine(text)) }

  /// Lines as they are, as text of an element.
  static func lines(_ text: String) -> String {
    escaped(String(String.UnicodeScalarView(text.unicodeScalars.filter(isPrinted))))
  }

  /// ` name=value` with quotes where the value needs them (HTML, 13.1.2.3).
  static func attribute(_ name: String, _ value: String) -> String {
    let isBare = !value.isEmpty && value.unicodeScalars.allSatisfy(isBareInAttribute)
    if isBare { return " \(name)=\(value)" }
    let quoted = escaped(value).replacing("\"", with: "&quot;")
    return " \(name)=\"\(quoted)\""
  }

  /// In text only these two can begin anything else; `>` goes too, so that no text looks like a tag
  /// to whatever reads the file by simpler means.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Keeps a number on one line with its per cent sign, and the ends of a range together.
  private static func tied(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0xE2 }) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isSign = scalar == " " && next == "%"
      result.append(isSign ? "\u{A0}" : scalar)
      let joins = scalar == "–" && index > 0 && isNumeric(scalars[index - 1]) && isNumeric(next)
      if joins { result.append("\u{2060}") }
    }
    return String(result)
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "%" || scalar == "−" || scalar == ">"
  }

  private static func isBareInAttribute(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "=", "<", ">", "&": false
    default: scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
    }
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || !plainLine(String(scalar)).isEmpty
  }
}
