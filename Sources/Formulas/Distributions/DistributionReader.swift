import Diagnostics

/// Reads the tokens of a distribution.
///
///     distribution = number [ "to" number ]
///                  | family "(" number { "," number } ")"
///                  | "discrete" "(" "{" number ":" number { "," number ":" number } "}" ")"
///                  | "truncate" "(" distribution "," number "," number ")"
struct DistributionReader {
  /// Truncations inside truncations beyond this are refused.
  static let deepestNesting = 20

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  init(tokens: [Token]) {
    self.tokens = tokens
  }

  mutating func readAll() throws(FormulaMistake) -> DistributionSpec {
    let spec = try readDistribution()
    guard current.kind == .end else {
      throw FormulaMistake(
        "expected the end of the distribution, found \(current.quoted)", at: place,
        help: current.kind == .symbol(.comma)
          ? "numbers are written without commas: 1000 or 1k" : nil)
    }
    return spec
  }

  private var current: Token { tokens[position] }

  private var place: Int { current.range.lowerBound }

  private mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  private mutating func readDistribution() throws(FormulaMistake) -> DistributionSpec {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw FormulaMistake("distributions are nested too deep", at: place)
    }
    let start = place
    guard case .name(let name) = current.kind else { return try readNumberOrInterval() }
    advance()
    guard let family = DistributionFamily(rawValue: name) else {
      throw FormulaMistake(
        "unknown distribution \"\(name)\"", at: start,
        help: Suggestion.help(for: name, among: DistributionFamily.allCases.map(\.rawValue))
          ?? "write a number, 10 to 40, or \(DistributionFamily.listed)")
    }
    let spec: DistributionSpec
    try take(.open, after: "\"\(name)\"", help: "write \(family.signature)")
    switch family {
    case .truncate:
      let inner = try readDistribution()
      let bounds = try readNumbers(counts: [2], of: family, at: start, isFirst: false)
      spec = .truncated(inner, low: bounds[0], high: bounds[1])
    case .discrete:
      spec = .discrete(try readWeights())
    default:
      let numbers = try readNumbers(
        counts: family.counts, of: family, at: start, isFirst: true)
      spec = family.spec(numbers)
    }
    try take(.close, after: "the parameters", help: "write \(family.signature)")
    if let mistake = spec.mistake {
      throw FormulaMistake(mistake.message, at: start, help: mistake.help)
    }
    return spec
  }

  private mutating func readNumberOrInterval() throws(FormulaMistake) -> DistributionSpec {
    let start = place
    let low = try readNumber("a number or a distribution")
    if case .name("to") = current.kind {
      advance()
      let high = try readNumber("the 95th percentile after \"to\"")
      let spec = DistributionSpec.interval(low: low, high: high)
      if let mistake = spec.mistake {
        throw FormulaMistake(mistake.message, at: start, help: mistake.help)
      }
      return spec
    }
    // `0.3-0.5` is a range to most people; subtraction has no place here.
    let afterRange = position
    if case .symbol(.minus) = current.kind {
      advance()
      if case .number(let high) = current.kind {
        throw FormulaMistake(
          "a range is written with \"to\"", at: tokens[afterRange].range.lowerBound,
          help: "write \(NumberNotation.print(low)) to \(NumberNotation.print(high))")
      }
      position = afterRange
    }
    return .constant(low)
  }

  /// A number with or without sign.
  private mutating func readNumber(_ expected: String) throws(FormulaMistake) -> Double {
    var sign = 1.0
    if case .symbol(.minus) = current.kind {
      sign = -1
      advance()
    }
    guard case .number(let value) = current.kind else {
      throw FormulaMistake("expected \(expected), found \(current.quoted)", at: place)
    }
    advance()
    if case .unit = current.kind {
      throw FormulaMistake(
        "a distribution has no unit of its own", at: place,
        help: "its unit is declared beside it, with \"unit:\"")
    }
    return sign * value
  }

  /// Numbers between commas; `isFirst` if no parameter has been read before them.
  private mutating func readNumbers(
    counts: [Int], of family: DistributionFamily, at start: Int, isFirst: Bool
  ) throws(FormulaMistake) -> [Double] {
    var numbers: [Double] = []
    while true {
      if !(isFirst && numbers.isEmpty) {
        guard case .symbol(.comma) = current.kind else { break }
        advance()
      } else if case .symbol(.close) = current.kind {
        break
      }
      numbers.append(try readNumber("a number"))
    }
    guard counts.contains(numbers.count) else {
      let others = isFirst ? 0 : 1
      let expected = counts.map { String($0 + others) }.joined(separator: " or ")
      throw FormulaMistake(
        "\"\(family.rawValue)\" takes \(expected) "
          + "\(expected == "1" ? "parameter" : "parameters"), "
          + "found \(numbers.count + others)", at: start, help: "write \(family.signature)")
    }
    return numbers
  }

  /// `{1: 0.2, 2: 0.8}`, in ascending order of values.
  private mutating func readWeights() throws(FormulaMistake) -> [DistributionSpec.WeightedValue] {
    let help = "write \(DistributionFamily.discrete.signature)"
    try take(.openBrace, after: "\"(\"", help: help)
    var values: [DistributionSpec.WeightedValue] = []
    var seen: Set<Double> = []
    repeat {
      if !values.isEmpty { advance() }
      let start = place
      let value = try readNumber("a value")
      try take(.colon, after: "the value", help: help)
      let weight = try readNumber("a weight")
      guard seen.insert(value).inserted else {
        throw FormulaMistake(
          "the value \(NumberNotation.print(value)) is given twice", at: start,
          help: "add its weights up")
      }
      values.append(DistributionSpec.WeightedValue(value: value, weight: weight))
    } while current.kind == .symbol(.comma)
    try take(.closeBrace, after: "the weights", help: help)
    return values.sorted { $0.value < $1.value }
  }

  private mutating func take(
    _ symbol: Token.Symbol, after what: String, help: String
  ) throws(FormulaMistake) {
    guard current.kind == .symbol(symbol) else {
      throw FormulaMistake(
        "expected \"\(symbol.rawValue)\" after \(what), found \(current.quoted)", at: place,
        help: help)
    }
    advance()
  }
}
