package import Diagnostics

/// The units that a study knows: reads unit texts and gives their meaning in base units.
package struct UnitRegistry: Sendable {
  private var units: [String: UnitExpression]
  /// All names, in alphabetical order.
  package let names: [String]
  /// The names of the currencies, in alphabetical order.
  package let currencies: [String]

  /// Works out what every declared unit means.
  ///
  /// - Throws: `DiagnosticError` with all mistakes: names used twice or malformed, unknown names in
  ///   definitions, definitions that go round in a circle, factors that aren't positive numbers.
  package init(_ declarations: [UnitDeclaration]) throws {
    var resolver = UnitResolver(declarations)
    try resolver.resolveAll()
    units = resolver.resolved
    names = units.keys.sorted()
    currencies = Set(declarations.filter { $0.meaning == .base(isCurrency: true) }.map(\.name))
      .sorted()
  }

  /// Reads a unit text such as `1`, `CNY/hospital/year` or `user*day`.
  ///
  /// - Parameters:
  ///   - text: The unit as written.
  ///   - location: Where the text starts.
  ///   - sourceLine: The whole line at `location`.
  /// - Returns: The unit with its dimension and size.
  /// - Throws: `Diagnostic` for a malformed text or an unknown name.
  package func parse(
    _ text: String, at location: SourceLocation? = nil, sourceLine: String? = nil
  ) throws(Diagnostic) -> UnitExpression {
    let place = UnitText(text: text, location: location, sourceLine: sourceLine)
    return try place.expression(of: place.factors()) { factor throws(Diagnostic) in
      guard let unit = units[factor.name] else { throw place.unknown(factor, known: names) }
      return unit
    }
  }
}

/// A unit text and where it stands, for errors that point into it.
struct UnitText {
  var text: String
  var location: SourceLocation?
  var sourceLine: String?

  func factors() throws(Diagnostic) -> [UnitNotation.Factor] {
    do {
      return try UnitNotation.factors(of: text)
    } catch {
      throw diagnostic(error.message, at: error.offset, help: error.help)
    }
  }

  /// Multiplies the factors together, with their meanings from `meaning`.
  func expression(
    of factors: [UnitNotation.Factor],
    meaning: (UnitNotation.Factor) throws(Diagnostic) -> UnitExpression
  ) throws(Diagnostic) -> UnitExpression {
    var dimension = UnitDimension.none
    // Numerator and denominator apart, so that 1/day is exactly 365 and not 1 / (1 / 365) after
    // other roundings.
    var above = 1.0
    var below = 1.0
    for factor in factors {
      let unit = try meaning(factor)
      guard let power = unit.dimension.power(factor.power) else {
        throw diagnostic("the power of \"\(factor.name)\" is too large", at: factor.offset)
      }
      dimension = dimension * power
      guard dimension.isWithinBounds else {
        throw diagnostic("the powers in \"\(text)\" add up to too much", at: factor.offset)
      }
      for _ in 0..<factor.power.magnitude {
        if factor.power > 0 { above *= unit.scale } else { below *= unit.scale }
      }
    }
    let scale = above / below
    guard scale.isFinite, scale > 0 else {
      throw diagnostic("the size of \"\(text)\" can't be computed: it is out of range", at: 0)
    }
    return UnitExpression(text: text, dimension: dimension, scale: scale)
  }

  func unknown(_ factor: UnitNotation.Factor, known: [String]) -> Diagnostic {
    diagnostic(
      "unknown unit \"\(factor.name)\"", at: factor.offset,
      help: Suggestion.help(for: factor.name, among: known)
        ?? "declare it in units.yaml, or use one of the units declared there")
  }

  func diagnostic(_ message: String, at offset: Int, help: String? = nil) -> Diagnostic {
    Diagnostic(
      message, at: location?.advanced(by: offset, within: sourceLine), sourceLine: sourceLine,
      help: help)
  }
}
