import Testing

@testable import Publishing

struct HTMLEscapingTests {
  /// XML 1.0, 2.4: these five characters are the only ones that can end text or an attribute.
  @Test(arguments: [
    ("<a href='x'>\"&\"</a>", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"), ("雲", "雲"),
  ])
  func escapesText(text: String, expected: String) {
    #expect(HTMLEscaping.text(text) == expected)
  }

  /// HTML, 13.1.2.3: without quotes a value is not empty and has no blank, quote, `=`, `<`, `>` or
  /// backtick; a reference to a character needs its `&` escaped everywhere.
  @Test(arguments: [
    ("companies/x:a-b", " id=companies/x:a-b"), ("", " id=\"\""), ("a b", " id=\"a b\""),
    ("a\"b", " id=\"a&quot;b\""), ("a'b", " id=\"a'b\""), ("a=b", " id=\"a=b\""),
    ("a`b", " id=\"a`b\""), ("a>b", " id=\"a&gt;b\""), ("a&b", " id=\"a&amp;b\""),
    ("a\u{3000}b", " id=\"a\u{3000}b\""), ("雲", " id=雲"),
  ])
  func quotesWhereNeeded(value: String, expected: String) {
    #expect(HTMLText.attribute("id", value) == expected)
  }

  /// U+00A0 and U+2060 keep a sign and a range on the line of its number.
  @Test(arguments: [
    ("62 % of 3–5", "62\u{A0}% of 3–\u{2060}5"), ("to – from", "to – from"),
    ("p5–p95", "p5–p95"), ("two\nlines", "two lines"),
  ])
  func numbersStayTogether(text: String, expected: String) {
    #expect(HTMLText.text(text) == expected)
  }

  @Test func linesStayLines() {
    #expect(HTMLText.lines("a < b\n\tc\u{202E}\u{7}d") == "a &lt; b\n\tcd")
  }
}
