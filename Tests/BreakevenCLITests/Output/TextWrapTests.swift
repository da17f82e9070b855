import Diagnostics
import Testing

@testable import BreakevenCLI

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

  /// Trees of random shape and text never pass 80 cells.
  @Test func noTreeIsEverTooWide() {
    var random = SplitMix(state: 7)
    let words = ["price_per_hospital_and_year", "云从科技", "a", "2030:", "(100k to 600k)", "é́"]
    func tree(_ depth: Int) -> DrawnTree {
      func text() -> String {
        (0..<(1 + random.next() % 12)).map { _ in words[Int(random.next() % UInt64(words.count))] }
          .joined(separator: " ")
      }
      let children = depth == 14 ? 0 : Int(random.next() % 3)
      return DrawnTree(
        title: text(), details: [text()],
        children: (0..<children).map { _ in tree(depth + 1) })
    }
    for _ in 0..<20 { expectFits(tree(0).drawn()) }
  }

  @Test func treesHangFromTheirBranches() {
    let tree = DrawnTree(
      title: "root",
      children: [
        DrawnTree(
          title: "first", details: ["a detail that is long"],
          children: [DrawnTree(title: "leaf", details: ["x"])]),
        DrawnTree(title: "second", details: ["y"]),
      ])
    #expect(
      tree.drawn(width: 20) == """
        root
        ├─ first
        │  │ a detail that
        │  │ is long
        │  └─ leaf
        │       x
        └─ second
             y

        """)
  }
}
