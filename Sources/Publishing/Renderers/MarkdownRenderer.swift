/// Prints pages as Markdown: CommonMark with GitHub's tables.
package struct MarkdownRenderer: PageRenderer {
  private let links: LinkResolver

  package init(_ anchors: AnchorIndex) {
    links = LinkResolver(anchors: anchors, suffix: "md")
  }

  package func render(_ page: Page) -> String {
    blocks(page.blocks, on: page) + "\n"
  }

  private func blocks(_ blocks: [Block], on page: Page) -> String {
    blocks.map { block($0, on: page) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func block(_ block: Block, on page: Page) -> String {
    switch block {
    case .heading(let level, let text, _):
      return String(repeating: "#", count: level) + " " + inline(text, on: page).trimmed
    case .paragraph(let text):
      return lines(text, on: page)
    case .list(let items, let ordered):
      return list(items, ordered: ordered, on: page)
    case .table(let content):
      return table(content, on: page)
    case .figure(let figure):
      let path = links.relative(figure.path, from: page.path)
      return "![\(MarkdownEscaping.text(figure.alternative, linksAddresses: false))](\(path))"
    case .quote(let children):
      return blocks(children, on: page).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .details(let summary, let children):
      let text = HTMLEscaping.text(plainLine(summary.plainText))
      return "<details>\n<summary>\(text)</summary>\n\n\(blocks(children, on: page))\n\n</details>"
    case .code(let text, let language):
      let count = max(3, MarkdownEscaping.longestRun(of: "`", in: text) + 1)
      let fence = String(repeating: "`", count: count)
      return fence + (language ?? "") + "\n" + text + "\n" + fence
    case .tree(let root):
      return list([root.listItem], ordered: false, on: page)
    }
  }

  private func list(_ items: [ListItem], ordered: Bool, on page: Page) -> String {
    items.enumerated().map { index, item in
      let mark = ordered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: mark.count)
      var body = lines(item.text, on: page)
      if !item.blocks.isEmpty {
        let tight = item.blocks.allSatisfy { if case .list = $0 { true } else { false } }
        body += (tight ? "\n" : "\n\n") + blocks(item.blocks, on: page)
      }
      let parts = body.split(separator: "\n", omittingEmptySubsequences: false)
      return parts.enumerated().map { line, text in
        line == 0 ? mark + text : text.isEmpty ? "" : indent + text
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func table(_ table: Table, on page: Page) -> String {
    guard !table.columns.isEmpty else { return "" }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var result = [row(table.columns.map { inline($0.title, on: page, inTable: true).trimmed })]
    result.append(
      "|"
        + table.columns.map {
          switch $0.alignment {
          case .left: " --- "
          case .right: " ---: "
          case .center: " :---: "
          }
        }.joined(separator: "|") + "|")
    for cells in table.rows {
      let filled = (0..<table.columns.count).map { index in
        index < cells.count ? inline(cells[index], on: page, inTable: true).trimmed : ""
      }
      result.append(row(filled))
    }
    return result.joined(separator: "\n")
  }

  private func lines(_ text: [Inline], on page: Page) -> String {
    let parts = text.split(separator: .lineBreak, omittingEmptySubsequences: true)
    return parts.map { MarkdownEscaping.lineStart(inline(Array($0), on: page)) }
      .joined(separator: "\\\n")
  }

  private func inline(
    _ inlines: [Inline], on page: Page, inTable: Bool = false, inLink: Bool = false
  ) -> String {
    var result = ""
    for (index, part) in inlines.enumerated() {
      switch part {
      case .text(let text):
        result += MarkdownEscaping.text(text, linksAddresses: !inLink)
      case .strong(let children), .emphasis(let children):
        let isStrong = if case .strong = part { true } else { false }
        let before = inlines[..<index].last.flatMap { [$0].plainText.last }
        let after = index + 1 < inlines.count ? [inlines[index + 1]].plainText.first : nil
        let body = inline(children, on: page, inTable: inTable, inLink: inLink).trimmed
        guard !body.isEmpty else { continue }
        result += Self.marked(
          body, plain: plainLine(children.plainText).trimmed, strong: isStrong, before: before,
          after: after)
      case .code(let text):
        result += MarkdownEscaping.code(text, inTable: inTable)
      case .link(let children, let target):
        let text = inline(children, on: page, inTable: inTable, inLink: true)
        if let address = links.address(of: target, from: page.path) {
          result += "[\(text.trimmed)](\(address))"
        } else {
          result += text
        }
      case .lineBreak:
        result += inTable ? "<br>" : " "
      }
    }
    return result
  }

  /// Stars around text; tags where stars wouldn't count, since they stand between a punctuation
  /// mark inside and a letter outside (as they often do in Chinese).
  private static func marked(
    _ body: String, plain: String, strong: Bool, before: Character?, after: Character?
  ) -> String {
    func isOpen(_ inner: Character?, _ outer: Character?) -> Bool {
      guard let inner, let outer, inner.isPunctuation || inner.isSymbol else { return true }
      return outer.isWhitespace || outer.isPunctuation || outer.isSymbol
    }
    let holds =
      isOpen(plain.first, before) && isOpen(body.first, before) && isOpen(plain.last, after)
      && isOpen(body.last, after)
    if holds {
      let stars = strong ? "**" : "*"
      return stars + body + stars
    }
    return strong ? "<strong>\(body)</strong>" : "<em>\(body)</em>"
  }
}
