/// Text from a file as one line: blanks of any kind become one space each run, and characters
/// that steer a terminal or turn the direction of writing go.
package func plainLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      if result.last != " " { result.append(" ") }
    } else if !isUnsafe(scalar) {
      result.append(scalar)
    }
  }
  return String(result)
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
    var rest = Substring(self)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
