extension StringProtocol {
  /// The text without anything that could drive a terminal: line breaks and tabs become spaces,
  /// control and invisible formatting characters a replacement sign.
  var printable: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\t" || scalar == "\n": result.append(" ")
      case .control where scalar == "\r": continue
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      case .control, .format: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text, line breaks kept, without anything that could drive a terminal.
  var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
      .joined(separator: "\n")
  }

  /// The text without white space at its ends.
  var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
