import Diagnostics

/// Turns a text into an expression by precedence climbing.
struct Parser {
  /// Deeper nesting is refused: the parser is the only pass that recurses.
  static let deepestNesting = 200

  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  private var nodes: [FormulaExpression.Node] = []

  /// Reads a whole text.
  static func parse(_ text: String) throws(FormulaMistake) -> FormulaExpression {
    var parser = Parser(tokens: try Lexer.tokens(of: text))
    if parser.current.kind == .end {
      throw FormulaMistake("expected a formula, found nothing", at: 0)
    }
    _ = try parser.readExpression(.or)
    guard parser.current.kind == .end else { throw parser.trailing() }
    return FormulaExpression(nodes: parser.nodes)
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  private var current: Token { tokens[position] }

  private mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Reads operators that bind at least as tightly as `loosest`, and their operands.
  private mutating func readExpression(_ loosest: Precedence) throws(FormulaMistake) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw FormulaMistake(
        "the formula is nested more than \(Self.deepestNesting) deep", at: current.range.lowerBound,
        help: "split it into several variables")
    }
    var left = try readOperand(loosest)
    var tightest = Precedence.atom
    while let (symbol, precedence) = currentOperator, precedence >= loosest, precedence <= tightest
    {
      let place = current.range.lowerBound
      advance()
      let right = try readExpression(precedence == .power ? .power : precedence.tighter)
      left = append(.binary(symbol, left, right), from: nodes[left].range.lowerBound, at: place)
      if !precedence.isChainable {
        tightest = precedence
        if let (next, following) = currentOperator, following == precedence {
          throw FormulaMistake(
            "\"\(symbol.rawValue)\" and \"\(next.rawValue)\" can't follow each other",
            at: current.range.lowerBound, help: "write a < b and b < c")
        }
      }
    }
    return left
  }

  private var currentOperator: (BinaryOperator, Precedence)? {
    let text: String
    switch current.kind {
    case .symbol(let symbol): text = symbol.rawValue
    case .name(let name) where name == "and" || name == "or": text = name
    default: return nil
    }
    return BinaryOperator(rawValue: text).map { ($0, $0.precedence) }
  }

  private mutating func readOperand(_ loosest: Precedence) throws(FormulaMistake) -> Int {
    let token = current
    let place = token.range.lowerBound
    switch token.kind {
    case .number(let value):
      advance()
      return readUnit(of: value, from: token.range)
    case .symbol(.minus):
      advance()
      let operand = try readExpression(.sign)
      return append(.unary(.negate, operand), from: place, at: place)
    case .symbol(.open):
      return try readParentheses()
    case .name("not"):
      guard loosest <= .not else {
        throw FormulaMistake(
          "\"not\" binds less tightly than the operator before it", at: place,
          help: "put it in parentheses: (not …)")
      }
      advance()
      let operand = try readExpression(.not)
      return append(.unary(.not, operand), from: place, at: place)
    case .name(let name) where name != "and" && name != "or":
      advance()
      return try readName(name, at: token.range)
    default:
      throw expected("a number, a name or \"(\"")
    }
  }

  /// A number and the unit in brackets that may follow it.
  private mutating func readUnit(of value: Double, from range: Range<Int>) -> Int {
    guard case .unit(let unit) = current.kind else {
      return append(.number(value, unit: nil), from: range.lowerBound, at: range.lowerBound)
    }
    let place = current.range.lowerBound + 1
    advance()
    return append(.number(value, unit: unit), from: range.lowerBound, at: place)
  }

  private mutating func readParentheses() throws(FormulaMistake) -> Int {
    let open = current.range.lowerBound
    advance()
    let inner = try readExpression(.or)
    try readClose(of: open)
    // The parentheses belong to what is quoted in messages.
    nodes[inner].range = open..<tokens[position - 1].range.upperBound
    return inner
  }

  private mutating func readClose(of open: Int) throws(FormulaMistake) {
    guard current.kind == .symbol(.close) else {
      guard current.kind == .end else { throw trailing(or: "\")\"") }
      throw FormulaMistake("this \"(\" is never closed", at: open)
    }
    advance()
  }

  private mutating func readName(
    _ name: String, at range: Range<Int>
  ) throws(FormulaMistake) -> Int {
    let place = range.lowerBound
    guard current.kind == .symbol(.open) else {
      if name == "previous" { return append(.previous, from: place, at: place) }
      if let function = FormulaFunction.named(name), Names.reserved.contains(name) {
        throw FormulaMistake(
          "\"\(name)\" is a function, its arguments are missing", at: place,
          help: "write \(function.signature)")
      }
      return append(.name(name), from: place, at: place)
    }
    guard let function = FormulaFunction.named(name) else {
      let names = FormulaFunction.names
      throw FormulaMistake(
        "unknown function \"\(name)\"", at: place,
        help: Suggestion.help(for: name, among: names)
          ?? "functions are \(names.joined(separator: ", ")); to multiply, write \(name) * (…)")
    }
    let arguments = try readArguments()
    guard function.accepts(count: arguments.count) else {
      throw FormulaMistake(
        "\"\(name)\" takes \(function.expectedCount), found \(arguments.count)", at: place,
        help: "write \(function.signature)")
    }
    return append(.call(function, arguments), from: place, at: place)
  }

  private mutating func readArguments() throws(FormulaMistake) -> [Int] {
    let open = current.range.lowerBound
    advance()
    if current.kind == .symbol(.close) {
      advance()
      return []
    }
    var arguments = [try readExpression(.or)]
    while current.kind == .symbol(.comma) {
      advance()
      arguments.append(try readExpression(.or))
    }
    try readClose(of: open)
    return arguments
  }

  /// Adds a node that starts at an offset and ends with the token before the current one.
  private mutating func append(
    _ kind: FormulaExpression.Kind, from start: Int, at place: Int
  ) -> Int {
    let end = tokens[position - 1].range.upperBound
    nodes.append(FormulaExpression.Node(kind: kind, range: start..<end, place: place))
    return nodes.count - 1
  }
}

extension Parser {
  private func expected(_ what: String) -> FormulaMistake {
    FormulaMistake("expected \(what), found \(current.quoted)", at: current.range.lowerBound)
  }

  /// Something stands where an operator or the end should be.
  private func trailing(or alternative: String? = nil) -> FormulaMistake {
    let what = alternative.map { "an operator or \($0)" } ?? "an operator"
    var mistake = expected(what)
    switch current.kind {
    case .unit: mistake.help = "a unit in brackets can only follow a number"
    case .symbol(.close): mistake = FormulaMistake("this \")\" closes nothing", at: mistake.offset)
    case .name("to"):
      mistake.help = "ranges stand in inputs: declare one with \"assume: 10 to 20\", and name it"
    case .number, .name, .symbol(.open): mistake.help = "to multiply, write \"*\""
    case .symbol(.comma): mistake.help = "numbers are written without commas: 1000 or 1k"
    default: break
    }
    return mistake
  }
}
