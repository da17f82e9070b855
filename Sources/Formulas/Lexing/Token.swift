/// The smallest part of a formula or distribution that means something.
struct Token: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case name(String)
    /// The text between brackets: `[CNY/ad]`.
    case unit(String)
    case symbol(Symbol)
    case end
  }

  enum Symbol: String, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case open = "("
    case close = ")"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
  }

  var kind: Kind
  /// In Unicode scalars from the start of the text.
  var range: Range<Int>

  /// The token as a sentence about it quotes it.
  var quoted: String {
    switch kind {
    case .number(let value): "\"\(NumberNotation.print(value))\""
    case .name(let name): "\"\(name)\""
    case .unit(let unit): "\"[\(unit)]\""
    case .symbol(let symbol): "\"\(symbol.rawValue)\""
    case .end: "the end"
    }
  }
}
