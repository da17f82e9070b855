/// Numbers as analysts write them: `1.5e8`, `150M`, `15.4k`, `2bn`, `3.98亿`, `35%`, `35 %`.
package enum NumberNotation {
  /// The powers of ten that letters after a number stand for.
  static let suffixes: [Unicode.Scalar: Int] = [
    "%": -2, "k": 3, "K": 3, "M": 6, "B": 9, "万": 4, "萬": 4, "亿": 8, "億": 8,
  ]

  /// The value of a whole text, which may have a minus sign in front; nil if it isn't a number.
  package static func parse(_ text: String) -> Double? {
    let scalars = Array(text.unicodeScalars)
    let isNegative = scalars.first == "-" || scalars.first == "−"
    guard case .number(let value, let end) = scan(scalars, from: isNegative ? 1 : 0),
      end == scalars.count
    else { return nil }
    return isNegative ? -value : value
  }

  /// The shortest text that reads back as the same value.
  package static func print(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The thing at a place of a text: a number, something like one, or neither.
  enum Scan: Hashable {
    case number(Double, end: Int)
    /// Something that starts like a number and goes on otherwise, or is out of range.
    case malformed(String)
    case none
  }

  /// Reads a number without sign.
  ///
  /// The suffix goes into the decimal exponent before the text is turned into a value, so that
  /// `3.98亿` is exactly 398000000 and not 3.98 * 1e8 with two roundings.
  static func scan(_ scalars: [Unicode.Scalar], from start: Int) -> Scan {
    var position = start
    func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
      position + offset < scalars.count ? scalars[position + offset] : nil
    }
    func takeDigits() -> String {
      let first = position
      while let next = scalar(), isDigit(next) { position += 1 }
      return String(String.UnicodeScalarView(scalars[first..<position]))
    }

    let whole = takeDigits()
    var fraction = ""
    if scalar() == ".", whole.isEmpty == false || scalar(1).map(isDigit) == true {
      position += 1
      fraction = takeDigits()
      if fraction.isEmpty { return .malformed("a digit must follow the decimal point") }
    }
    guard !(whole + fraction).isEmpty else { return .none }
    var exponent = 0
    if let written = takeExponent(scalars, &position) {
      guard let value = Int(written), value.magnitude < 10_000 else {
        return .malformed("the number is out of range")
      }
      exponent = value
    }
    if let (power, length) = suffix(scalars[position...]) {
      position += length
      exponent += power
    }
    if let next = scalar(), isDigit(next) || isLetter(next) || next == "." || next == "_" {
      return .malformed("a number can't be followed by \"\(next)\"")
    }
    let digits = "\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)"
    let isZero = !digits.contains { ("1"..."9").contains($0) }
    guard let value = Double("\(digits)e\(exponent)"), value.isFinite, isZero || value != 0 else {
      return .malformed("the number is out of range")
    }
    return .number(value, end: position)
  }

  /// The power of ten that what follows a number stands for, and its length: a letter, `bn`, or a
  /// percent sign that spaces may part from the number.
  private static func suffix(_ rest: ArraySlice<Unicode.Scalar>) -> (power: Int, length: Int)? {
    guard let first = rest.first else { return nil }
    if let power = suffixes[first] { return (power, 1) }
    if first == "b", rest.dropFirst().first == "n" { return (9, 2) }
    let spaces = rest.prefix { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.count
    guard spaces > 0, rest.dropFirst(spaces).first == "%" else { return nil }
    return (-2, spaces + 1)
  }

  /// `e`, an optional sign and digits; leaves an `e` alone that no digit follows.
  private static func takeExponent(
    _ scalars: [Unicode.Scalar], _ position: inout Int
  ) -> String? {
    guard position < scalars.count, scalars[position] == "e" || scalars[position] == "E" else {
      return nil
    }
    var end = position + 1
    var text = ""
    if end < scalars.count, scalars[end] == "+" || scalars[end] == "-" {
      if scalars[end] == "-" { text = "-" }
      end += 1
    }
    let digits = scalars[end...].prefix(while: isDigit)
    guard !digits.isEmpty else { return nil }
    text.unicodeScalars.append(contentsOf: digits)
    position = end + digits.count
    return text
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
