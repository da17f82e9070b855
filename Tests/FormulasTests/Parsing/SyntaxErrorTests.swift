import Diagnostics
import Formulas
import Testing

/// Broken formulas and the whole message, with `1️⃣` where it must point.
@Suite struct SyntaxErrorTests {
  static let mistakes: [(formula: String, message: String, help: String?)] = [
    ("1️⃣", "expected a formula, found nothing", nil),
    ("a +1️⃣", "expected a number, a name or \"(\", found the end", nil),
    ("a 1️⃣= b", "\"=\" is not part of the language", "use \"==\" to compare"),
    ("a1️⃣**2", "\"**\" is not part of the language", "use \"^\" for powers"),
    ("a 1️⃣&& b", "\"&&\" is not part of the language", "use \"and\""),
    ("a 1️⃣× b", "\"×\" is not part of the language", "use \"*\""),
    ("min1️⃣（a, b）", "\"（\" is not part of the language", "use \"(\""),
    ("a 1️⃣? b", "\"?\" is not part of the language", "use if(condition, then, otherwise)"),
    (
      "1️⃣營收 * 2", "unexpected character \"營\"",
      "names are written with the letters a-z, digits and \"_\""
    ),
    ("a 1️⃣$ b", "unexpected character \"$\"", nil),
    ("1️⃣(a + b", "this \"(\" is never closed", nil),
    ("a + b1️⃣)", "this \")\" closes nothing", nil),
    ("min1️⃣(a, b", "this \"(\" is never closed", nil),
    ("a 1️⃣b", "expected an operator, found \"b\"", "to multiply, write \"*\""),
    ("2 1️⃣(a)", "expected an operator, found \"(\"", "to multiply, write \"*\""),
    ("(a 1️⃣b)", "expected an operator or \")\", found \"b\"", "to multiply, write \"*\""),
    (
      "11️⃣,000", "expected an operator, found \",\"",
      "numbers are written without commas: 1000 or 1k"
    ),
    (
      "a 1️⃣[CNY]", "expected an operator, found \"[CNY]\"",
      "a unit in brackets can only follow a number"
    ),
    (
      "2 1️⃣[CNY", "the \"[\" of a unit is never closed",
      "write a unit after a number in brackets: 0.8 [CNY/ad]"
    ),
    ("a < b 1️⃣< c", "\"<\" and \"<\" can't follow each other", "write a < b and b < c"),
    (
      "a + 1️⃣not b", "\"not\" binds less tightly than the operator before it",
      "put it in parentheses: (not …)"
    ),
    ("1️⃣and b", "expected a number, a name or \"(\", found \"and\"", nil),
    ("1️⃣clamp(a, b)", "\"clamp\" takes 3 arguments, found 2", "write clamp(x, low, high)"),
    ("1️⃣min(a)", "\"min\" takes 2 or more arguments, found 1", "write min(a, b, …)"),
    ("1️⃣exp()", "\"exp\" takes 1 argument, found 0", "write exp(x)"),
    ("1️⃣exp + 1", "\"exp\" is a function, its arguments are missing", "write exp(x)"),
    ("1️⃣sqr(a)", "unknown function \"sqr\"", "did you mean \"sqrt\"?"),
    (
      "1️⃣12x", "a number can't be followed by \"x\"",
      "numbers are written like 1.5e8, 150M, 15.4k, 2bn, 3.98亿 or 35%"
    ),
    (
      "a + 1️⃣1e999", "the number is out of range",
      "numbers are written like 1.5e8, 150M, 15.4k, 2bn, 3.98亿 or 35%"
    ),
  ]

  @Test(arguments: mistakes)
  func pointsAtTheMistake(formula: String, message: String, help: String?) {
    check(formula, message, help, prefix: "    formula: ")
  }

  /// The same with Chinese text before it on the line: columns count characters, not bytes.
  @Test(arguments: mistakes)
  func pointsAtTheMistakeAfterChineseText(formula: String, message: String, help: String?) {
    check(formula, message, help, prefix: "公式：")
  }

  private func check(_ marked: String, _ message: String, _ help: String?, prefix: String) {
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    let text = parts.joined()
    let column = prefix.unicodeScalars.count + 1
    let place = SourceLocation(file: "模型.yaml", line: 9, column: column)
    let source = FormulaSource(text, at: place, sourceLine: prefix + text)
    let error = #expect(throws: Diagnostic.self) { try FormulaExpression.parse(source) }
    #expect(error?.message == message)
    #expect(error?.help == help)
    #expect(error?.location == place.advanced(by: parts[0].unicodeScalars.count))
    #expect(error?.sourceLine == prefix + text)
  }
}
