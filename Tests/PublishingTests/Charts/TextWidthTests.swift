import Publishing
import Testing

struct TextWidthTests {
  @Test func chineseIsSquare() { #expect(TextWidth.width("雲從科技", size: 10) == 40) }

  @Test(arguments: ["a rather long label for a chart", "每家醫院每年授權費與其他費用", "W", ""])
  func fittedTextFits(text: String) {
    for width in [20.0, 60, 100, 400] {
      let fitted = TextWidth.fitted(text, size: 12, width: width)
      #expect(TextWidth.width(fitted, size: 12) <= max(width, 12))
    }
  }

  @Test func wrapsAtSpacesAndBetweenChineseCharacters() {
    #expect(TextWidth.wrapped("one two", size: 10, width: 25, lines: 2) == ["one", "two"])
    #expect(TextWidth.wrapped("學習機教育", size: 10, width: 30, lines: 2) == ["學習機", "教育"])
    #expect(TextWidth.wrapped("unbreakable", size: 10, width: 30, lines: 3).count == 3)
  }
}
