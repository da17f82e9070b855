package import Diagnostics

/// The text of a formula or distribution and where it stands in a file.
package struct FormulaSource: Hashable, Sendable {
  package var text: String
  /// The position of the text's first character.
  package var location: SourceLocation?
  /// The whole line at `location`.
  package var sourceLine: String?
  /// Whether lines after the first are lines of the file, which start in the same column as the first:
  /// those of a YAML block do once their indentation is removed.
  package var isBlock: Bool

  package init(
    _ text: String, at location: SourceLocation? = nil, sourceLine: String? = nil,
    isBlock: Bool = true
  ) {
    self.text = text
    self.location = location
    self.sourceLine = sourceLine
    self.isBlock = isBlock
  }

  /// Longer texts are refused before anything looks at them.
  package static let longestText = 20_000

  /// The place `offset` Unicode scalars into the text, and the line of the file that shows it.
  ///
  /// Of text that goes on on further lines without being a block nobody knows where: the end of its
  /// first line at most.
  package func place(at offset: Int) -> (location: SourceLocation?, line: String?) {
    guard var place = location else { return (nil, nil) }
    let isOnFirstLine = !isBlock || !text.unicodeScalars.prefix(offset).contains("\n")
    if isOnFirstLine, let sourceLine {
      return (place.advanced(by: offset, within: sourceLine), sourceLine)
    }
    var lineStart = 0
    for (index, scalar) in text.unicodeScalars.prefix(offset).enumerated() where scalar == "\n" {
      place.line += 1
      lineStart = index + 1
    }
    let indentation = String(repeating: " ", count: max(0, place.column - 1))
    place.column += offset - lineStart
    let line = text.unicodeScalars.dropFirst(lineStart).prefix { $0 != "\n" && $0 != "\r" }
    return (place, indentation + String(line))
  }

  /// A mistake in the text as a diagnostic with its place.
  func diagnostic(_ mistake: FormulaMistake) -> Diagnostic {
    let (location, line) = place(at: mistake.offset)
    return Diagnostic(mistake.message, at: location, sourceLine: line, help: mistake.help)
  }

  /// The text in a range, on one line and shortened to be quoted in a sentence.
  package func excerpt(_ range: Range<Int>) -> String {
    let limit = 40
    let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(
      min(range.count, 4 * limit))
    let words = scalars.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
    let line = words.map { String($0) }.joined(separator: " ")
    let isCut = line.unicodeScalars.count > limit || range.count > 4 * limit
    return isCut ? String(line.unicodeScalars.prefix(limit - 1)) + "…" : line
  }
}

/// A mistake in a text, and its place in it.
struct FormulaMistake: Error, Hashable {
  /// One sentence without a full stop.
  var message: String
  /// Unicode scalars from the start of the text.
  var offset: Int
  /// The advice on it.
  var help: String?

  init(_ message: String, at offset: Int, help: String? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
  }
}
