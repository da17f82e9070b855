import Publishing
import Testing

struct MarkdownEscapingTests {
  /// Expected by the rules of CommonMark 0.31 (2.4 backslash escapes) and GFM (4.10 tables,
  /// 6.5 strikethrough, 6.9 autolinks).
  @Test(arguments: [
    ("a|b", "a\\|b"), ("<script>", "\\<script>"),
    ("*bold* _em_ `code`", "\\*bold\\* \\_em\\_ \\`code\\`"),
    ("snake_case_name", "snake_case_name"), ("[text](javascript:x)", "\\[text\\](javascript:x)"),
    ("a \\ b", "a \\\\ b"), ("~~gone~~", "\\~\\~gone\\~\\~"), ("A & B", "A & B"),
    ("&lt; &#60;", "\\&lt; \\&#60;"), ("wow!", "wow\\!"), ("US$5 and $6", "US\\$5 and \\$6"),
    ("C# is", "C# is"), ("# not a heading", "\\# not a heading"),
    ("two\n\nlines\t.", "two lines ."),
    ("雲從科技", "雲從科技"), ("right\u{202E}left", "rightleft"), ("bell\u{7}", "bell"),
    ("see https://a.example/x_(y)_z.", "see <https://a.example/x_%28y%29_z>."),
    ("https://a.example/?q=a|b", "<https://a.example/?q=a>\\|b"),
    ("xhttps://a.example/_b_", "xhttps:\\//a.example/\\_b\\_"),
    ("www.a.example/*b*", "www\\.a.example/\\*b\\*"),
    ("https://a.example/?x&lt;y", "<https://a.example/?x&lt%3By>"),
  ])
  func escapesText(text: String, expected: String) {
    #expect(MarkdownEscaping.text(text) == expected)
  }

  /// What begins a block (CommonMark 4.1-4.3, 5.1-5.3) must not begin a line of text.
  @Test(arguments: [
    ("- item", "\\- item"), ("+ item", "\\+ item"), ("1. item", "1\\. item"),
    ("12) item", "12\\) item"), ("1.5 points", "1.5 points"), ("2024 was", "2024 was"),
    ("=== rule", "\\=== rule"), ("> quote", "\\> quote"), ("  indented", "indented"),
    ("7.", "7\\."), ("text - dash", "text - dash"),
  ])
  func escapesLineStarts(line: String, expected: String) {
    #expect(MarkdownEscaping.lineStart(line) == expected)
  }

  /// CommonMark 6.1: a code span ends at a run of backticks of the same length; GFM 4.10: a pipe
  /// in a cell is escaped in code too.
  @Test(arguments: [
    ("a * b", false, "`a * b`"), ("a|b", false, "`a|b`"), ("a|b", true, "`a\\|b`"),
    ("tick ` here", false, "``tick ` here``"), ("`x`", false, "`` `x` ``"), ("", false, ""),
  ])
  func writesCode(text: String, inTable: Bool, expected: String) {
    #expect(MarkdownEscaping.code(text, inTable: inTable) == expected)
  }
}
