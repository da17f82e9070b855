import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  /// By Unicode Standard Annex 11: W and F take two cells, combining marks none.
  @Test(arguments: [
    ("", 0), ("revenue", 7), ("营收", 4), ("營收 2025", 9), ("（）", 4), ("ｱ", 1), ("한글", 4),
    ("かな", 4), ("e\u{301}", 1), ("→", 1), ("é", 1), ("\u{200B}", 0),
    ("𠀀", 2), ("、。", 4), ("￥", 2),
  ])
  func countsCells(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
