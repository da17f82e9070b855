import Diagnostics

/// Draws a tree with its branches, wrapped so that no line is wider than a terminal.
struct TerminalTree {
  let width: Int

  func lines(_ root: TreeNode) -> [String] {
    var lines = TextWrap.lines(of: text(root.text), width: width)
    for detail in root.details {
      lines += TextWrap.lines(of: text(detail), width: width - 2).map { "  " + $0 }
    }
    return lines + branches(root.children, under: "")
  }

  private func branches(_ children: [TreeNode], under indent: String) -> [String] {
    children.enumerated().flatMap { index, child in
      self.lines(child, under: indent, isLast: index == children.count - 1)
    }
  }

  private func lines(_ node: TreeNode, under indent: String, isLast: Bool) -> [String] {
    let branch = indent + (isLast ? "└─ " : "├─ ")
    let below = indent + (isLast ? "   " : "│  ")
    // Further lines of a node stand beside the stem of its own children.
    let beside = below + (node.children.isEmpty ? "  " : "│ ")
    let room = width - beside.displayWidth
    var lines = TextWrap.lines(of: text(node.text), width: room).enumerated()
      .map { ($0.offset == 0 ? branch : beside) + $0.element }
    for detail in node.details {
      lines += TextWrap.lines(of: text(detail), width: room).map { beside + $0 }
    }
    return lines + branches(node.children, under: below)
  }

  private func text(_ inlines: [Inline]) -> String {
    TerminalText.plain(inlines).replacing("\n", with: " ")
  }
}
