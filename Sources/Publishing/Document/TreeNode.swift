/// A node of a tree: a line, what is said under it, and what it rests on.
package struct TreeNode: Hashable, Sendable {
  /// The node in a line.
  package var text: [Inline]
  /// Further lines about it.
  package var details: [[Inline]]
  /// The nodes that it rests on.
  package var children: [TreeNode]

  package init(_ text: [Inline], details: [[Inline]] = [], children: [TreeNode] = []) {
    self.text = text
    self.details = details
    self.children = children
  }

  /// The node as an item of a list that nests, for formats that draw no branches.
  package var listItem: ListItem {
    ListItem(
      ([text] + details).separatedByLines,
      children.isEmpty ? [] : [.list(children.map(\.listItem), ordered: false)])
  }
}
