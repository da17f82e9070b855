import Diagnostics
import Publishing
import Testing

struct TerminalTreeTests {
  private func drawn(_ root: TreeNode, width: Int = 80) -> String {
    TerminalRenderer(width: width).render(Page(path: "t", title: "T", blocks: [.tree(root)]))
  }

  private func node(_ text: String, _ details: [String] = [], _ children: [TreeNode] = [])
    -> TreeNode
  {
    TreeNode([.text(text)], details: details.map { [.text($0)] }, children: children)
  }

  /// Trees of random shape and text never pass the width.
  @Test(arguments: [40, 80])
  func noTreeIsEverTooWide(width: Int) {
    var state: UInt64 = 7
    func next() -> Int {
      // Numerical Recipes' linear congruential generator; its high bits.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let words = ["price_per_hospital_and_year", "云从科技", "a", "2030:", "(100k to 600k)", "é́"]
    func text() -> String {
      (0..<(1 + next() % 12)).map { _ in words[next() % words.count] }.joined(separator: " ")
    }
    func tree(_ depth: Int) -> TreeNode {
      let children = depth == 8 ? 0 : next() % 3
      return node(text(), [text()], (0..<children).map { _ in tree(depth + 1) })
    }
    for _ in 0..<20 {
      for line in drawn(tree(0), width: width).split(separator: "\n") {
        #expect(line.displayWidth <= width, "\(line)")
      }
    }
  }

  @Test func treesHangFromTheirBranches() {
    let root = node(
      "root", [],
      [
        node("first", ["a detail that is long"], [node("leaf", ["x"])]), node("second", ["y"]),
      ])
    #expect(
      drawn(root, width: 20) == """
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
