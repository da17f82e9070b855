/// Cuts a text into tokens.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// All tokens of a text, `end` last.
  static func tokens(of text: String) throws(FormulaMistake) -> [Token] {
    guard text.unicodeScalars.count <= FormulaSource.longestText else {
      throw FormulaMistake(
        "the text is longer than \(FormulaSource.longestText) characters", at: 0,
        help: "split it into several variables")
    }
    var lexer = Lexer(scalars: Array(text.unicodeScalars))
    var tokens: [Token] = []
    repeat {
      tokens.append(try lexer.next())
    } while tokens.last?.kind != .end
    return tokens
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func next() throws(FormulaMistake) -> Token {
    while position < scalars.count, Self.isSpace(scalars[position]) { position += 1 }
    let start = position
    let kind = try readKind()
    return Token(kind: kind, range: start..<position)
  }

  private mutating func readKind() throws(FormulaMistake) -> Token.Kind {
    guard position < scalars.count else { return .end }
    switch NumberNotation.scan(scalars, from: position) {
    case .number(let value, let end):
      position = end
      return .number(value)
    case .malformed(let message):
      throw FormulaMistake(
        message, at: position, help: Self.numberHelp)
    case .none:
      break
    }
    let first = scalars[position]
    if NumberNotation.isLetter(first) || first == "_" { return .name(readName()) }
    if first == "[" { return .unit(try readUnit()) }
    return .symbol(try readSymbol())
  }

  private mutating func readName() -> String {
    let start = position
    while position < scalars.count,
      NumberNotation.isLetter(scalars[position]) || NumberNotation.isDigit(scalars[position])
        || scalars[position] == "_"
    {
      position += 1
    }
    return text(start..<position)
  }

  private mutating func readUnit() throws(FormulaMistake) -> String {
    let start = position + 1
    guard let end = scalars[start...].firstIndex(of: "]") else {
      throw FormulaMistake(
        "the \"[\" of a unit is never closed", at: position,
        help: "write a unit after a number in brackets: 0.8 [CNY/ad]")
    }
    position = end + 1
    return text(start..<end)
  }

  private mutating func readSymbol() throws(FormulaMistake) -> Token.Symbol {
    // The minus sign of print.
    if scalars[position] == "−" {
      position += 1
      return .minus
    }
    let pair = text(position..<min(position + 2, scalars.count))
    if let instead = Self.foreign[pair] ?? Self.foreign[String(scalars[position])],
      Token.Symbol(rawValue: pair) == nil
    {
      let written = Self.foreign[pair] == nil ? String(scalars[position]) : pair
      throw FormulaMistake(
        "\"\(written)\" is not part of the language", at: position, help: instead)
    }
    for candidate in [pair, String(scalars[position])] {
      if let symbol = Token.Symbol(rawValue: candidate) {
        position += candidate.unicodeScalars.count
        return symbol
      }
    }
    throw FormulaMistake(
      "unexpected character \"\(scalars[position])\"", at: position,
      help: scalars[position].properties.isAlphabetic
        ? "names are written with the letters a-z, digits and \"_\""
        : scalars[position] == "." ? Self.numberHelp : nil)
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private static let numberHelp = "numbers are written like 1.5e8, 150M, 15.4k, 2bn, 3.98亿 or 35%"

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// The notations of other languages and keyboards, with what to write here.
  private static let foreign: [String: String] = [
    "=": "use \"==\" to compare", "**": "use \"^\" for powers", "&&": "use \"and\"",
    "&": "use \"and\"", "||": "use \"or\"", "|": "use \"or\"", "!": "use \"not\"",
    "?": "use if(condition, then, otherwise)", "<>": "use \"!=\"",
    "×": "use \"*\"", "·": "use \"*\"", "÷": "use \"/\"", "–": "use \"-\"",
    "—": "use \"-\"", "≤": "use \"<=\"", "≥": "use \">=\"", "≠": "use \"!=\"", "（": "use \"(\"",
    "）": "use \")\"", "，": "use \",\"", "、": "use \",\"", "：": "use \":\"", "＋": "use \"+\"",
    "－": "use \"-\"", "＊": "use \"*\"", "／": "use \"/\"", "＝": "use \"==\"", "％": "use \"%\"",
    "＜": "use \"<\"", "＞": "use \">\"", "［": "use \"[\"", "］": "use \"]\"",
    "\u{3000}": "use a space",
    "\u{A0}": "use a space", ";": "use \",\" between arguments", "；": "use \",\"",
    "]": "a unit starts with \"[\" after a number: 0.8 [CNY/ad]",
  ]
}
