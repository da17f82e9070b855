/// Prints a diagnostic as a compiler does: place, message, the line with a caret, what to do.
public struct DiagnosticRenderer: Sendable {
  /// True if terminal colours are used.
  public var usesColor: Bool

  /// Makes a renderer, without colour unless asked for.
  public init(usesColor: Bool = false) {
    self.usesColor = usesColor
  }

  /// The diagnostic as text of one or more lines, without a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\(Self.onOneLine($0.description)): " } ?? ""
    let kind = colored(
      diagnostic.severity.rawValue, code: diagnostic.severity == .error ? "31;1" : "33;1")
    var lines = ["\(place)\(kind): \(Self.onOneLine(diagnostic.message))"]
    if let location = diagnostic.location, let source = diagnostic.sourceLine {
      lines += excerpt(of: source, line: location.line, column: location.column)
    }
    if let help = diagnostic.help {
      lines.append("  help: \(Self.printable(help))")
    }
    return lines.joined(separator: "\n")
  }

  /// The line and, under it, a caret; the caret stands right under wide characters too.
  private func excerpt(of source: String, line: Int, column: Int) -> [String] {
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    let scalars = Array(source.unicodeScalars)
    // Long lines are cut to a window around the column, so that a formula of
    // many thousand characters still prints on one line.
    let start = max(0, column - 1 - 60)
    let end = min(scalars.count, start + 100)
    let window = scalars[min(start, end)..<end]
    let text = Self.printable(String(String.UnicodeScalarView(window)))
    let before = scalars[min(start, end)..<max(min(start, end), min(column - 1, end))]
    let pad = Self.printable(String(String.UnicodeScalarView(before))).displayWidth
    let caret = colored("^", code: "32;1")
    return [
      " \(number) | \(text)",
      " \(gutter) | \(String(repeating: " ", count: pad))\(caret)",
    ]
  }

  /// A file may have any name; what quotes it stays one line that drives no terminal.
  private static func onOneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        printable(text).unicodeScalars.map { $0 == "\n" ? "\u{FFFD}" : $0 }))
  }

  /// Tabs become spaces and control characters visible, so that input can't drive the terminal.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t": result.append(" ")
      case .control where scalar == "\n": result.append(scalar)
      case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func colored(_ text: String, code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
