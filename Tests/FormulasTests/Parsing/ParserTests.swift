import Diagnostics
import Formulas
import Testing

@Suite struct ParserTests {
  /// A formula, and the same with every operation in parentheses: the table of precedences.
  static let trees: [(text: String, grouped: String)] = [
    ("a + b * c", "a + (b * c)"), ("a - b - c", "(a - b) - c"), ("a / b * c", "(a / b) * c"),
    ("a ^ b ^ c", "a ^ (b ^ c)"), ("-a ^ 2", "-(a ^ 2)"), ("a ^ -b ^ c", "a ^ (-(b ^ c))"),
    ("a ^ -b * c", "(a ^ (-b)) * c"), ("-a * b", "(-a) * b"), ("a * -b", "a * (-b)"),
    ("--a", "-(-a)"), ("a - -b", "a - (-b)"), ("not a and b", "(not a) and b"),
    ("not a < b", "not (a < b)"), ("not not a", "not (not a)"),
    ("a or b and c", "a or (b and c)"), ("a and b or c", "(a and b) or c"),
    ("a < b + 1 and c", "(a < (b + 1)) and c"), ("a == b or c != d", "(a == b) or (c != d)"),
    ("a and not b", "a and (not b)"), ("min(a, b + c, d)", "min(a, (b + c), d)"),
    ("\n a\r\n\t+ b ", "a + b"), ("2 [CNY] * a", "(2 [CNY]) * a"),
  ]

  @Test(arguments: trees)
  func bindsAsTheTableSays(text: String, grouped: String) throws {
    #expect(
      try FormulaExpression.parse(FormulaSource(text))
        == FormulaExpression.parse(FormulaSource(grouped)))
  }

  /// Printed with the parentheses that are needed and no others.
  @Test(arguments: [
    "a + b * c", "(a + b) * c", "a - (b - c)", "a / (b * c)", "(a ^ b) ^ c", "a ^ b ^ c", "-a ^ 2",
    "(-a) ^ 2", "a ^ -b", "-(a * b)", "not (a and b)", "(not a) == b", "(a < b) == c",
    "if(a < b, c, 0.5 [CNY/ad])", "previous(a) + previous", "at(a, 2028)", "a or b or c",
    "a or (b or c)", "-(-a + b)", "-0.35 * 398000000",
  ])
  func printsCanonically(text: String) throws {
    #expect(try FormulaExpression.parse(FormulaSource(text)).description == text)
  }

  @Test(arguments: 0..<300)
  func printingAndParsingAreOneThing(seed: UInt64) throws {
    var generator = FormulaGenerator(seed: seed, names: ["a", "b_2", "c"])
    let text = generator.formula(depth: 6)
    let expression = try FormulaExpression.parse(FormulaSource(text))
    let printed = expression.description
    #expect(
      try FormulaExpression.parse(FormulaSource(printed)) == expression, "seed \(seed): \(text)")
    #expect(
      try FormulaExpression.parse(FormulaSource(printed)).description == printed,
      "seed \(seed): \(text)")
  }

  @Test func aLongSumIsNoDanger() throws {
    let text = "a" + String(repeating: "+a", count: 9_999)
    let expression = try FormulaExpression.parse(FormulaSource(text))
    #expect(expression.nodes.count == 19_999)
    #expect(expression.description.count == 1 + 4 * 9_999)
  }

  @Test(arguments: [
    String(repeating: "(", count: 201) + "a" + String(repeating: ")", count: 201),
    String(repeating: "-", count: 300) + "a", String(repeating: "not ", count: 300) + "a",
    "a" + String(repeating: "^a", count: 300), String(repeating: "abs(", count: 300),
    String(repeating: "(", count: 20_000),
  ])
  func deepNestingIsRefused(text: String) {
    let error = #expect(throws: Diagnostic.self) {
      try FormulaExpression.parse(FormulaSource(text))
    }
    #expect(error?.message == "the formula is nested more than 200 deep")
  }

  @Test func aLongTextIsRefused() {
    let text = String(repeating: " ", count: 20_000) + "a"
    let error = #expect(throws: Diagnostic.self) {
      try FormulaExpression.parse(FormulaSource(text))
    }
    #expect(error?.message == "the text is longer than 20000 characters")
  }
}
