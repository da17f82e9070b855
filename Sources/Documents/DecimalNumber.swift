/// Numbers as people write them in data files: `398000000`, `3.98e8`, `150M`, `2bn`, `3.98亿`, `35%`,
/// with the hyphen or the minus sign of print.
package enum DecimalNumber {
  /// The suffixes and the power of ten that each stands for.
  package static let suffixes: [(suffix: Character, exponent: Int)] = [
    ("k", 3), ("M", 6), ("B", 9), ("万", 4), ("萬", 4), ("亿", 8), ("億", 8), ("%", -2),
  ]

  /// The largest number that a data file may hold: products of several of them are finite still.
  package static let largest = 1e36

  /// The number, or nil when the text is not exactly one plain decimal number.
  ///
  /// Refused are what YAML 1.1 would quietly turn into something else (`010`, `12:30`, `0x1F`,
  /// `1_000`), infinities, and numbers too large to hold.
  package static func parse(_ text: String) -> Double? {
    var body = text[...]
    var shift = 0
    if body.hasSuffix("bn") {
      shift = 9
      body.removeLast(2)
    } else if let last = body.last, let found = suffixes.first(where: { $0.suffix == last }) {
      shift = found.exponent
      body.removeLast()
      // `35 %`, as print has it.
      if found.suffix == "%" {
        while let space = body.last, [" ", "\u{A0}", "\u{202F}"].contains(space), body.count > 1 {
          body.removeLast()
        }
      }
    }
    if body.first == "−" { body = "-" + body.dropFirst() }
    guard let parts = Parts(body), shift == 0 || !parts.hasExponent else { return nil }
    // The suffix goes into the exponent, so that 3.98亿 is the double nearest to 398000000.
    guard let value = Double(shift == 0 ? String(body) : "\(body)e\(shift)"), value.isFinite else {
      return nil
    }
    return value
  }

  /// The whole number, or nil when the text is not exactly one.
  package static func parseInteger(_ text: String) -> Int? {
    guard let parts = Parts(text[...]), !parts.hasExponent, !parts.hasFraction else { return nil }
    return Int(text.first == "+" ? String(text.dropFirst()) : text)
  }

  /// The shape `[+-]digits[.digits][e[+-]digits]`, without leading zeros.
  private struct Parts {
    var hasFraction = false
    var hasExponent = false

    init?(_ text: Substring) {
      var rest = Array(text.utf8)[...]
      func digits() -> Int {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        return count
      }
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let whole = digits()
      guard whole > 0, whole == 1 || rest.first != UInt8(ascii: "0") else { return nil }
      rest = rest.dropFirst(whole)
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let fraction = digits()
        guard fraction > 0 else { return nil }
        rest = rest.dropFirst(fraction)
        hasFraction = true
      }
      if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest.removeFirst()
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let exponent = digits()
        guard exponent > 0 else { return nil }
        rest = rest.dropFirst(exponent)
        hasExponent = true
      }
      guard rest.isEmpty else { return nil }
    }
  }
}
