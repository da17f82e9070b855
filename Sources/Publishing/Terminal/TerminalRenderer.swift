import Diagnostics

/// Prints pages for a terminal: wrapped text, tables that fit, trees with branches.
package struct TerminalRenderer: PageRenderer {
  /// The largest number of cells in a line.
  package var width: Int
  /// True if bold words and titles are set by the codes of terminals.
  package var usesColor: Bool

  /// Lines of running text that are longer are hard to read, however wide the terminal is.
  private static let longestLine = 100

  package init(width: Int = 80, usesColor: Bool = false) {
    self.width = max(20, width)
    self.usesColor = usesColor
  }

  package func render(_ page: Page) -> String {
    let lines = lines(page.blocks, width: width)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// The blocks with an empty line between each two, except between a title and what it is of.
  private func lines(_ blocks: [Block], width: Int) -> [String] {
    var result: [String] = []
    var followsTitle = true
    for block in blocks {
      let lines = lines(block, width: width)
      if lines.isEmpty { continue }
      if !followsTitle { result.append("") }
      result += lines
      followsTitle = if case .heading = block { true } else { false }
    }
    return result
  }

  private func lines(_ block: Block, width: Int) -> [String] {
    switch block {
    case .heading(let level, let text, _): heading(level, text, width: width)
    case .paragraph(let text): paragraph(text, width: width)
    case .list(let items, let ordered): list(items, ordered: ordered, width: width)
    case .table(let table): self.table(table, width: width)
    case .figure(let figure): paragraph([.text("[\(figure.alternative)]")], width: width)
    case .quote(let children):
      lines(children, width: width - 2).map { $0.isEmpty ? "│" : "│ " + $0 }
    case .details(let summary, let children):
      heading(3, summary, width: width)
        + lines(children, width: width - 2).map { $0.isEmpty ? "" : "  " + $0 }
    case .code(let text, _):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.isEmpty ? "" : "    " + Self.unwrapped(line)
      }
    case .tree(let root):
      TerminalTree(width: width).lines(root)
    }
  }

  private func heading(_ level: Int, _ text: [Inline], width: Int) -> [String] {
    let lines = TextWrap.lines(of: plainLine(text.plainText), width: width)
    let rule =
      level == 1 ? [String(repeating: "═", count: lines.map(\.displayWidth).max() ?? 0)] : []
    return lines.map { TerminalText.bold($0, usesColor: usesColor) } + rule
  }

  private func paragraph(_ text: [Inline], width: Int) -> [String] {
    let lines = TerminalText.running(text).split(separator: "\n")
      .flatMap { TextWrap.lines(of: String($0), width: min(width, Self.longestLine)) }
    return TerminalText.styled(lines, usesColor: usesColor)
  }

  private func list(_ items: [ListItem], ordered: Bool, width: Int) -> [String] {
    items.enumerated().flatMap { index, item -> [String] in
      let mark = ordered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: mark.count)
      var lines = paragraph(item.text, width: width - mark.count)
      if !item.blocks.isEmpty {
        let isTight = item.blocks.allSatisfy { if case .list = $0 { true } else { false } }
        lines += (isTight ? [] : [""]) + self.lines(item.blocks, width: width - mark.count)
      }
      return lines.enumerated().map { line, text in
        line == 0 ? mark + text : text.isEmpty ? "" : indent + text
      }
    }
  }

  private func table(_ table: Table, width: Int) -> [String] {
    TerminalTable(
      columns: table.columns.map {
        .init(
          plainLine($0.title.plainText), alignsRight: $0.alignment == .right, place: $0.place)
      },
      rows: table.rows.map { row in row.map(TerminalText.plain) }
    ).lines(width: width, usesColor: usesColor)
  }

  /// A line of code without anything that drives a terminal; its spaces stay.
  private static func unwrapped(_ line: Substring) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control where scalar == "\t": " "
          case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
          default: scalar
          }
        }))
  }
}
