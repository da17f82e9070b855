/// Running text on its way to a terminal.
///
/// Bold words are marked by characters of no width that no text holds, so that wrapping neither
/// counts nor breaks them; `styled` turns them into codes, or drops them.
package enum TerminalText {
  private static let startOfBold: Character = "\u{1}"
  private static let endOfBold: Character = "\u{2}"

  /// Running text with marks; names and formulas stand in grave accents where they have spaces and
  /// text stands around them.
  package static func running(_ inlines: [Inline]) -> String {
    marked(inlines, quotesCode: true, marksBold: true)
  }

  /// The text of a cell or a branch, without either.
  package static func plain(_ inlines: [Inline]) -> String {
    marked(inlines, quotesCode: false, marksBold: false)
  }

  private static func marked(_ inlines: [Inline], quotesCode: Bool, marksBold: Bool) -> String {
    var result = ""
    for inline in inlines {
      switch inline {
      case .text(let text): result += plainLine(text)
      case .code(let text):
        let isQuoted = quotesCode && inlines.count > 1 && text.contains(" ")
        result += isQuoted ? "`" + plainLine(text) + "`" : plainLine(text)
      case .strong(let children):
        let text = marked(children, quotesCode: quotesCode, marksBold: false)
        result += marksBold ? String(startOfBold) + text + String(endOfBold) : text
      case .emphasis(let children):
        result += marked(children, quotesCode: quotesCode, marksBold: marksBold)
      case .link(let children, let target):
        let text = marked(children, quotesCode: quotesCode, marksBold: marksBold)
        result += text
        if case .web(let address) = target, !text.contains(address) {
          result += " (\(plainLine(address)))"
        }
      case .lineBreak: result += "\n"
      }
    }
    return result
  }

  /// Lines with bold words in the codes of terminals, or without any marks.
  package static func styled(_ lines: [String], usesColor: Bool) -> [String] {
    var isBold = false
    return lines.map { line in
      guard isBold || line.contains(startOfBold) || line.contains(endOfBold) else { return line }
      var result = isBold && usesColor ? boldCode : ""
      for character in line {
        switch character {
        case startOfBold:
          isBold = true
          if usesColor { result += boldCode }
        case endOfBold:
          isBold = false
          if usesColor { result += reset }
        default: result.append(character)
        }
      }
      return isBold && usesColor ? result + reset : result
    }
  }

  /// A line that is bold as a whole.
  package static func bold(_ line: String, usesColor: Bool) -> String {
    usesColor ? boldCode + line + reset : line
  }

  private static let boldCode = "\u{1B}[1m"
  private static let reset = "\u{1B}[0m"
}
