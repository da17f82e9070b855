import Diagnostics
import Documents
import Testing

@Suite struct YAMLValuesTests {
  private func root(_ text: String) throws -> YAMLNode {
    try #require(try YAMLDocument(SourceText(text, file: "x.yaml")).root)
  }

  private func rendered(_ problems: DiagnosticCollector) -> String {
    DiagnosticError(problems.diagnostics).description
  }

  enum Grade: String, CaseIterable { case high, medium, low }

  /// Words of YAML 1.1 that other readers turn into booleans and numbers stay text.
  @Test(arguments: ["no", "yes", "on", "off", "y", "010", "12:30", "1", "2025-03-03", ".inf"])
  func wordsStayText(_ word: String) throws {
    var problems = DiagnosticCollector()
    #expect(try root("a: \(word)").onlyValue?.string(into: &problems) == word)
    #expect(problems.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("010", "expected a number, found \"010\"", "write the number without a leading zero"),
    ("12:30", "expected a number, found \"12:30\"", "a colon makes no number; put times in quotes"),
    (
      "-1.7e308", "expected a number of at most 1e36, found \"-1.7e308\"",
      "nothing that a study counts is so large: look at the digits and the exponent"
    ),
    (".inf", "expected a number, found \".inf\"", "only finite numbers are allowed"),
    (
      "120,000,000", "expected a number, found \"120,000,000\"", "write 120000000 or 120M"
    ),
    ("1,234", "expected a number, found \"1,234\"", "write 1234"),
    ("1_000", "expected a number, found \"1_000\"", "write the digits without separators"),
    ("0x1F", "expected a number, found \"0x1F\"", "write the number in decimal digits"),
    (".5", "expected a number, found \".5\"", "write a zero before the point"),
    ("\"5\"", "expected a number, found the text \"5\"", "remove the quotes"),
    ("[1]", "expected a number, found a list", nil),
    ("{b: 1}", "expected a number, found keys with values", nil),
    ("~", "expected a number, found nothing", nil),
    ("many", "expected a number, found \"many\"", nil),
  ])
  func noNumber(_ text: String, _ message: String, _ help: String?) throws {
    var problems = DiagnosticCollector()
    #expect(try root("a: \(text)").onlyValue?.number(into: &problems) == nil)
    #expect(problems.diagnostics.map(\.message) == [message])
    #expect(problems.diagnostics.map(\.help) == [help])
  }

  @Test(arguments: ["yes", "no", "on", "True", "1", "\"true\""])
  func noBool(_ text: String) throws {
    var problems = DiagnosticCollector()
    #expect(try root("a: \(text)").onlyValue?.bool(into: &problems) == nil)
    #expect(problems.diagnostics.count == 1)
  }

  /// All mistakes of a mapping are noted in one go, each at its place.
  @Test func allMistakesAtOnce() throws {
    let node = try root(
      """
      {metric: revenue, confidense: high, value: lots,
       grade: hgih, title: {en: Revenue, fr: Chiffre}, empty: }
      """)
    var problems = DiagnosticCollector()
    let map = try #require(
      node.mapping(
        allowedKeys: ["metric", "value", "confidence", "grade", "title", "empty", "unit"],
        of: "a fact", into: &problems))
    #expect(map.string("metric", into: &problems) == "revenue")
    #expect(map.number("value", into: &problems) == nil)
    #expect(map.choice("grade", Grade.self, into: &problems) == nil)
    #expect(map.translations("title", into: &problems) == Translations(en: "Revenue"))
    #expect(map.string("empty", into: &problems) == nil)
    #expect(map.string("unit", into: &problems) == nil)
    #expect(
      rendered(problems) == """
        x.yaml:1:19: error: unknown key "confidense" in a fact
         1 | {metric: revenue, confidense: high, value: lots,
           |                   ^
          help: did you mean "confidence"?
        x.yaml:1:44: error: expected a number, found "lots"
         1 | {metric: revenue, confidense: high, value: lots,
           |                                            ^
        x.yaml:2:9: error: expected high, medium or low, found "hgih"
         2 |  grade: hgih, title: {en: Revenue, fr: Chiffre}, empty: }
           |         ^
          help: did you mean "high"?
        x.yaml:2:36: error: unknown key "fr" in a text in languages
         2 |  grade: hgih, title: {en: Revenue, fr: Chiffre}, empty: }
           |                                    ^
          help: the keys are en, zh-Hant, zh-Hans
        x.yaml:2:50: error: "empty" has no value in a fact
         2 |  grade: hgih, title: {en: Revenue, fr: Chiffre}, empty: }
           |                                                  ^
        x.yaml:1:1: error: "unit" is missing in a fact
         1 | {metric: revenue, confidense: high, value: lots,
           | ^
        """)
  }

  /// One comma makes a key of the last digits.
  @Test func digitsGroupedInBraces() throws {
    var problems = DiagnosticCollector()
    for (text, number, help) in [
      ("{value: 260,000, unit: CNY}", "260,000", "write 260000 or 260k"),
      ("{value: 1,234,000, unit: CNY}", "1,234,000", "write 1234000 or 1234k"),
    ] {
      problems = DiagnosticCollector()
      _ = try root("a: \(text)").onlyValue?.mapping(
        allowedKeys: ["value", "unit"], of: "a fact", into: &problems)
      #expect(
        problems.diagnostics.first?.message
          == "the commas of \"\(number)\" part entries here, since it stands in braces")
      #expect(problems.diagnostics.first?.help == help)
    }
  }

  @Test func datesOfNoCalendar() {
    for (text, help) in [
      ("2026-02-30", "February 2026 has 28 days"), ("2024-02-30", "February 2024 has 29 days"),
      ("1900-02-29", "February 1900 has 28 days"), ("2025-04-31", "April 2025 has 30 days"),
      ("2025-13", "a year has the months 01 to 12"),
      ("2025-01-00", "a month begins with the day 01"),
    ] {
      #expect(CalendarHelp.mistake(in: text) == help, "\(text)")
    }
    for text in ["2024-02-29", "2025-12", "FY2025", "2025-Q1", "2025-1-1", "", "a-b-c"] {
      #expect(CalendarHelp.mistake(in: text) == nil, "\(text)")
    }
  }

  @Test func oneTextCountsAsAListOfOne() throws {
    var problems = DiagnosticCollector()
    #expect(try root("a: x").onlyValue?.strings(into: &problems) == ["x"])
    #expect(try root("a: [x, y]").onlyValue?.strings(into: &problems) == ["x", "y"])
    #expect(problems.diagnostics.isEmpty)
  }

  @Test func translationsFallBackToNothingGuessed() throws {
    var problems = DiagnosticCollector()
    let text = try root("a: {en: Revenue, zh-Hant: 營收, zh-Hans: 营收}").onlyValue?
      .translations(into: &problems)
    #expect(text?.byLanguage.map(\.text) == ["Revenue", "營收", "营收"])
    #expect(try root("a: Revenue").onlyValue?.translations(into: &problems)?.zhHant == nil)
  }
}

extension YAMLNode {
  fileprivate var onlyValue: YAMLNode? {
    if case .mapping(let entries) = content { entries.first?.value } else { nil }
  }
}
