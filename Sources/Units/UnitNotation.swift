/// The grammar of unit texts, without the meaning of the names in them.
///
///     unit   = factor { ("*" | "/") factor }
///     factor = ("1" | name) [ "^" [ "-" ] digits ]
///     name   = letter { letter | digit | "_" }
enum UnitNotation {
  /// A name with its power, which is -2 in `/year^2`; the factor `1` leaves nothing.
  struct Factor: Hashable {
    var name: String
    var power: Int
    /// Unicode scalars from the start of the text.
    var offset: Int
  }

  /// A mistake in a text, and its place.
  struct Mistake: Error, Hashable {
    var message: String
    var offset: Int
    var help: String?
  }

  /// Longer texts are mistakes.
  static let longestText = 500

  static func factors(of text: String) throws(Mistake) -> [Factor] {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    return try reader.readAll()
  }

  /// Returns true if the text is a name that a unit may have.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) else { return false }
    return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position = 0

    mutating func readAll() throws(Mistake) -> [Factor] {
      guard scalars.count <= longestText else {
        throw Mistake(message: "a unit of more than \(longestText) characters", offset: 0)
      }
      skipSpace()
      guard position < scalars.count else {
        throw Mistake(
          message: "expected a unit, found nothing", offset: 0, help: "write 1 for a plain number")
      }
      var factors = try readFactor(sign: 1)
      while true {
        skipSpace()
        guard position < scalars.count else { return factors }
        switch scalars[position] {
        case "*": position += 1; factors += try readFactor(sign: 1)
        case "/": position += 1; factors += try readFactor(sign: -1)
        default: throw unexpected("\"*\" or \"/\" between units")
        }
      }
    }

    private mutating func readFactor(sign: Int) throws(Mistake) -> [Factor] {
      skipSpace()
      let start = position
      let word = take { isLetter($0) || isDigit($0) }
      guard word == "1" || isName(word) else {
        position = start
        throw unexpected("a unit")
      }
      let power = try readPower()
      return word == "1" ? [] : [Factor(name: word, power: sign * power, offset: start)]
    }

    private mutating func readPower() throws(Mistake) -> Int {
      skipSpace()
      guard position < scalars.count, scalars[position] == "^" else { return 1 }
      position += 1
      skipSpace()
      let start = position
      let isNegative = position < scalars.count && scalars[position] == "-"
      if isNegative { position += 1 }
      let written = take { isDigit($0) || isLetter($0) || $0 == "." }
      guard let power = Int(written), power <= UnitDimension.largestPower else {
        throw Mistake(
          message: written.isEmpty
            ? "expected an integer power after \"^\"" : "the power of a unit must be an integer",
          offset: start, help: "write e.g. user^2")
      }
      return isNegative ? -power : power
    }

    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
      let start = position
      while position < scalars.count, condition(scalars[position]) { position += 1 }
      return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private mutating func skipSpace() {
      while position < scalars.count, scalars[position] == " " { position += 1 }
    }

    private func unexpected(_ expected: String) -> Mistake {
      guard position < scalars.count else {
        return Mistake(message: "expected \(expected), found the end of the text", offset: position)
      }
      let found = scalars[position]
      var help: String?
      if found == "(" || found == ")" {
        help = "units have no parentheses; write CNY/hospital/year"
      } else if isDigit(found) {
        help = "a number can't be part of a unit, except 1 as in 1/year"
      }
      return Mistake(
        message: "expected \(expected), found \"\(found)\"", offset: position, help: help)
    }
  }
}
