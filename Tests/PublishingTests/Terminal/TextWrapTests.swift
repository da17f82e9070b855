import Diagnostics
import Testing

import Publishing

struct TextWrapTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("", 5, [""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("cash_and_short_term", 10, ["cash_and_", "short_term"]),
    ("云从科技公司", 5, ["云从", "科技", "公司"]),
    ("盈亏平衡。", 8, ["盈亏平", "衡。"]),
    ("a 云从", 4, ["a 云", "从"]),
    ("a  b", 9, ["a b"]),
  ])
  func lines(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TextWrap.lines(of: text, width: width) == lines)
  }

  @Test func paragraphsHang() {
    #expect(
      TextWrap.paragraph("one two three four", first: "- ", width: 11)
        == "- one two\n  three\n  four")
  }

  @Test func bracketsStayWithWhatTheyHold() {
    #expect(TextWrap.lines(of: "現金（可付成本）", width: 6) == ["現金", "（可付", "成本）"])
    #expect(TextWrap.lines(of: "有（AI 模型）", width: 5) == ["有", "（AI", "模", "型）"])
  }
}
