import Diagnostics
import Documents
import Testing

/// What files say in words, in other languages.
@Suite struct WrittenTextsTests {
  private static let tags = WrittenTexts.shippedLanguages

  private func document(_ text: String) throws -> YAMLDocument {
    try YAMLDocument(SourceText(text, file: "x.yaml"))
  }

  private func rendered(_ problems: DiagnosticCollector) -> String {
    DiagnosticError(problems.diagnostics).description
  }

  /// Only what people write in words is looked up: a title always carries its languages.
  @Test func gathersWhatStandsBesideTheText() throws {
    let found = WrittenTexts(
      in: try document(
        """
        title: {en: Toys, zh-Hant: 玩具}
        kind: {en: maker, zh-Hant: 廠商}
        inputs:
          price:
            because: {en: shops say so, zh-Hant: 店家如此說, zh-Hans: 店家如此说}
            revisions: [{because: plain}]
        facts:
          - {note: {en: page 5, zh-Hans: 第 5 页}}
        """))
    #expect(
      found.byText == [
        "maker": ["zh-Hant": "廠商"],
        "shops say so": ["zh-Hant": "店家如此說", "zh-Hans": "店家如此说"],
        "page 5": ["zh-Hans": "第 5 页"],
      ])
  }

  /// Readers take the English; a tag that isn't one is an error with its place.
  @Test func aTextMayCarryItsTranslations() throws {
    var problems = DiagnosticCollector()
    let root = try #require(
      try document("because: {en: so, zh-Hant: 如此}\nnote: plain\ntext: {en: a, zh-hant: b}\n")
        .root)
    let map = try #require(
      root.mapping(allowedKeys: ["because", "note", "text"], of: "a thing", into: &problems))
    #expect(map.prose("because", into: &problems) == "so")
    #expect(map.optionalProse("note", into: &problems) == "plain")
    #expect(map.optionalProse("nothing", into: &problems) == nil)
    #expect(problems.diagnostics.isEmpty)
    _ = map.prose("text", into: &problems)
    #expect(
      rendered(problems) == """
        x.yaml:3:15: error: unknown key "zh-hant" in a text in languages
         3 | text: {en: a, zh-hant: b}
           |               ^
          help: did you mean "zh-Hant"?
        """)
  }

  @Test func filesOfTextsAreRead() throws {
    var problems = DiagnosticCollector()
    let long = String(repeating: "a very long reason, ", count: 20)
    let texts = WrittenTexts(
      translations: try document(
        "language: zh-Hant\ntexts:\n  \"a: b\": 甲\n  \"\(long)\": >-\n    兩行\n    文字\n"),
      languages: Self.tags, into: &problems)
    #expect(problems.diagnostics.isEmpty)
    #expect(texts.byText == ["a: b": ["zh-Hant": "甲"], long: ["zh-Hant": "兩行 文字"]])
  }

  @Test(arguments: [
    (
      "language: zh-Hat\ntexts: {}\n", "there is no language \"zh-Hat\"",
      "did you mean \"zh-Hant\"?"
    ),
    (
      "language: fr\ntexts: {}\n", "there is no language \"fr\"",
      "there are en, zh-Hant, zh-Hans; a file languages/fr.yaml adds one"
    ),
    ("texts: {}\n", "\"language\" is missing in a file of texts", nil),
    (
      "language: en\ntext: {}\n", "unknown key \"text\" in a file of texts",
      "did you mean \"texts\"?"
    ),
    ("language: en\ntexts: {a: [b]}\n", "expected text, found a list", nil),
  ])
  func mistakes(_ text: String, _ message: String, _ help: String?) throws {
    var problems = DiagnosticCollector()
    _ = WrittenTexts(translations: try document(text), languages: Self.tags, into: &problems)
    #expect(problems.diagnostics.map(\.message) == [message])
    #expect(problems.diagnostics.map(\.help) == [help])
  }

  /// Of two translations of a text the one that is added later holds; others stay.
  @Test func laterOnesHold() {
    var texts = WrittenTexts()
    texts.add("a", in: "zh-Hant", says: "甲")
    texts.add("a", in: "zh-Hans", says: "乙")
    var later = WrittenTexts()
    later.add("a", in: "zh-Hant", says: "丙")
    texts.add(later)
    #expect(texts.byText == ["a": ["zh-Hant": "丙", "zh-Hans": "乙"]])
  }
}
