import Diagnostics
import Testing

import Units

@Suite struct UnitRegistryTests {
  static let declarations: [UnitDeclaration] = [
    UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
    UnitDeclaration(name: "USD", meaning: .base(isCurrency: true)),
    UnitDeclaration(name: "year", meaning: .base(isCurrency: false)),
    UnitDeclaration(name: "user", meaning: .base(isCurrency: false)),
    UnitDeclaration(name: "query", meaning: .base(isCurrency: false)),
    UnitDeclaration(name: "hospital", meaning: .base(isCurrency: false)),
    UnitDeclaration(name: "million_token", meaning: .scaled(factor: 1e6, of: "token")),
    UnitDeclaration(name: "token", meaning: .base(isCurrency: false)),
    UnitDeclaration(name: "month", meaning: .scaled(factor: 1.0 / 12, of: "year")),
    UnitDeclaration(name: "day", meaning: .scaled(factor: 1.0 / 365, of: "year")),
    UnitDeclaration(name: "quarter", meaning: .scaled(factor: 3, of: "month")),
    UnitDeclaration(name: "percent", meaning: .scaled(factor: 0.01, of: "1")),
    UnitDeclaration(name: "speed", meaning: .scaled(factor: 2, of: "token/day^2")),
  ]

  /// Written, dimension, base units in one: by hand from 1 year = 12 month = 365 day.
  static let units: [(text: String, dimension: String, scale: Double)] = [
    ("1", "1", 1.0),
    ("CNY", "CNY", 1),
    ("CNY/hospital/year", "CNY/hospital/year", 1),
    ("user*day", "user*year", 1.0 / 365),
    ("1/year", "1/year", 1),
    ("1/month", "1/year", 12),
    ("1/day", "1/year", 365),
    ("query/user/month", "query/user/year", 12),
    ("CNY/million_token", "CNY/token", 1e-6),
    ("million_token/day", "token/year", 365e6),
    ("quarter", "year", 0.25),
    ("percent", "1", 0.01),
    ("year^2", "year^2", 1),
    ("month ^ -1", "1/year", 12),
    (" CNY / user * year ", "CNY*year/user", 1),
    ("year/year", "1", 1),
    ("user^0", "1", 1),
    ("speed", "token/year^2", 2 * 365.0 * 365),
  ]

  @Test(arguments: units)
  func readsUnits(text: String, dimension: String, scale: Double) throws {
    let unit = try UnitRegistry(Self.declarations).parse(text)
    #expect(unit.text == text)
    #expect(unit.dimension.description == dimension)
    #expect(unit.scale == scale)
  }

  @Test func currenciesAreDimensionsOfTheirOwn() throws {
    let registry = try UnitRegistry(Self.declarations)
    #expect(try registry.parse("CNY").dimension != registry.parse("USD").dimension)
    #expect(registry.currencies == ["CNY", "USD"])
    #expect(registry.names.contains("million_token"))
  }

  @Test func convertsToBaseUnits() throws {
    let price = try UnitRegistry(Self.declarations).parse("CNY/million_token")
    #expect(price.toBase(2) == 2e-6)
  }

  /// A text, and the whole message with the caret under the place.
  static let mistakes: [(text: String, message: String)] = [
    (
      "CNY/hopsital",
      """
      units.yaml:3:11: error: unknown unit "hopsital"
       3 | unit: CNY/hopsital
         |           ^
        help: did you mean "hospital"?
      """
    ),
    (
      "bar",
      """
      units.yaml:3:7: error: unknown unit "bar"
       3 | unit: bar
         |       ^
        help: declare it in units.yaml, or use one of the units declared there
      """
    ),
    (
      "",
      """
      units.yaml:3:7: error: expected a unit, found nothing
       3 | unit: \("")
         |       ^
        help: write 1 for a plain number
      """
    ),
    (
      "year^1.5",
      """
      units.yaml:3:12: error: the power of a unit must be an integer
       3 | unit: year^1.5
         |            ^
        help: write e.g. user^2
      """
    ),
    (
      "year^",
      """
      units.yaml:3:12: error: expected an integer power after "^"
       3 | unit: year^
         |            ^
        help: write e.g. user^2
      """
    ),
    (
      "user^600*user^600",
      """
      units.yaml:3:16: error: the powers in "user^600*user^600" add up to too much
       3 | unit: user^600*user^600
         |                ^
      """
    ),
    (
      "CNY/(user*year)",
      """
      units.yaml:3:11: error: expected a unit, found "("
       3 | unit: CNY/(user*year)
         |           ^
        help: units have no parentheses; write CNY/hospital/year
      """
    ),
    (
      "CNY/",
      """
      units.yaml:3:11: error: expected a unit, found the end of the text
       3 | unit: CNY/
         |           ^
      """
    ),
    (
      "2 user",
      """
      units.yaml:3:7: error: expected a unit, found "2"
       3 | unit: 2 user
         |       ^
        help: a number can't be part of a unit, except 1 as in 1/year
      """
    ),
    (
      "CNY user",
      """
      units.yaml:3:11: error: expected "*" or "/" between units, found "u"
       3 | unit: CNY user
         |           ^
      """
    ),
    (
      "医院",
      """
      units.yaml:3:7: error: expected a unit, found "医"
       3 | unit: 医院
         |       ^
      """
    ),
  ]

  @Test(arguments: mistakes)
  func pointsAtMistakes(text: String, message: String) throws {
    let registry = try UnitRegistry(Self.declarations)
    let place = SourceLocation(file: "units.yaml", line: 3, column: 7)
    let error = #expect(throws: Diagnostic.self) {
      try registry.parse(text, at: place, sourceLine: "unit: \(text)")
    }
    #expect(error.map { DiagnosticRenderer().render($0) } == message)
  }

  @Test func tellsAllMistakesOfDeclarationsAtOnce() {
    let error = #expect(throws: DiagnosticError.self) {
      try UnitRegistry([
        declaration("a", of: "b", line: 1),
        declaration("b", of: "c*c", line: 2),
        declaration("c", of: "b/1", line: 3),
        declaration("self", of: "self", line: 4),
        declaration("base", line: 5),
        declaration("base", line: 6),
        declaration("2x", line: 7),
        declaration("pack", of: "bsae", line: 8),
        declaration("nothing", of: "", line: 9),
        declaration("zero", of: "base", factor: 0, line: 10),
        declaration("huge", of: "base", factor: .infinity, line: 11),
        declaration("of_failed", of: "pack/zero", line: 11),
      ])
    }
    #expect(
      error?.diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" } == [
        "6: the unit \"base\" is declared twice",
        "7: \"2x\" can't be the name of a unit",
        "3: units defined by each other: b → c → b",
        "4: units defined by each other: self → self",
        "8: unknown unit \"bsae\"",
        "9: expected a unit, found nothing",
        "10: the unit \"zero\" must be a positive number of \"base\", not 0.0",
        "11: the unit \"huge\" must be a positive number of \"base\", not one too large to compute "
          + "with",
      ])
    #expect(error?.diagnostics[4].help == "did you mean \"base\"?")
  }

  @Test func aLongChainOfDefinitionsIsNoDanger() throws {
    let count = 20_000
    let chain = (0..<count).map { declaration("u\($0)", of: "u\($0 + 1)", line: $0) }
    let registry = try UnitRegistry(chain + [declaration("u\(count)", line: count)])
    #expect(try registry.parse("u0").dimension == .base("u\(count)"))
  }

  @Test func sizesOutOfRangeAreMistakes() throws {
    let registry = try UnitRegistry([
      declaration("x", line: 1), declaration("big", of: "x", factor: 1e300, line: 2),
    ])
    #expect(throws: Diagnostic.self) { try registry.parse("big^2") }
    #expect(throws: Diagnostic.self) { try registry.parse("x^1001") }
    #expect(throws: Diagnostic.self) {
      try registry.parse(String(repeating: "x*", count: 300) + "x")
    }
  }

  private func declaration(
    _ name: String, of text: String? = nil, factor: Double = 1, line: Int
  ) -> UnitDeclaration {
    UnitDeclaration(
      name: name,
      meaning: text.map { .scaled(factor: factor, of: $0) } ?? .base(isCurrency: false),
      location: SourceLocation(file: "units.yaml", line: line, column: 1))
  }
}
