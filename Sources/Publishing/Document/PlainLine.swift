/// Text from a file as one line: blanks of any kind become one space each run, and characters
/// that steer a terminal or turn the direction of writing go.
package func plainLine(_ text: String) -> String {
  if isPlainASCII(text) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    // Ideographs and printed ASCII: most of all text, and the tables of properties are slow.
    if (0x4E00...0x9FFF).contains(scalar.value) || (0x21...0x7E).contains(scalar.value) {
      result.append(scalar)
    } else if scalar.properties.isWhitespace {
      if result.last != " " { result.append(" ") }
    } else if !isUnsafe(scalar) {
      result.append(scalar)
    }
  }
  return String(result)
}

/// Returns true if a text is one line of printed ASCII with single spaces, which stays as it is.
private func isPlainASCII(_ text: String) -> Bool {
  let space = UInt8(ascii: " ")
  var last: UInt8 = 0
  for byte in text.utf8 {
    guard (0x20...0x7E).contains(byte), byte != space || last != space else { return false }
    last = byte
  }
  return true
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .surrogate, .privateUse, .unassigned: return true
  default: break
  }
  switch scalar.value {
  case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
  default: return false
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  package var trimmed: String {
    if unicodeScalars.first != " ", unicodeScalars.last != " " { return String(self) }
    var rest = Substring(self)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
