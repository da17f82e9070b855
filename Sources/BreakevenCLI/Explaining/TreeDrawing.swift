import Publishing
import Diagnostics

/// A node of a tree on paper: a line that may be long, further lines, and what is below it.
struct DrawnTree {
  var title: String
  var details: [String] = []
  var children: [DrawnTree] = []

  /// The tree with its branches, wrapped so that no line is wider than `width` cells.
  func drawn(width: Int = 80) -> String {
    var lines = TextWrap.lines(of: title.printable, width: width)
    lines += details.flatMap { detail in
      TextWrap.lines(of: detail.printable, width: width - 2).map { "  " + $0 }
    }
    for (index, child) in children.enumerated() {
      lines += child.lines(under: "", isLast: index == children.count - 1, width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(under indent: String, isLast: Bool, width: Int) -> [String] {
    let branch = indent + (isLast ? "└─ " : "├─ ")
    let below = indent + (isLast ? "   " : "│  ")
    // Further lines of a node stand beside the stem of its own children.
    let beside = below + (children.isEmpty ? "  " : "│ ")
    let room = width - beside.displayWidth
    var lines = TextWrap.lines(of: title.printable, width: room).enumerated()
      .map { ($0.offset == 0 ? branch : beside) + $0.element }
    for detail in details {
      lines += TextWrap.lines(of: detail.printable, width: room).map { beside + $0 }
    }
    for (index, child) in children.enumerated() {
      lines += child.lines(
        under: below, isLast: index == children.count - 1, width: width)
    }
    return lines
  }
}
