/// A part of a page.
package indirect enum Block: Hashable, Sendable {
  /// A heading of level 1...6; links find it by its key.
  case heading(Int, [Inline], key: String?)
  /// Running text.
  case paragraph([Inline])
  /// A list; an item is a paragraph that may have blocks under it.
  case list([ListItem], ordered: Bool)
  /// Rows under a header.
  case table(Table)
  /// A chart.
  case figure(Figure)
  /// Something set apart: a warning, the definition of a word.
  case quote([Block])
  /// Blocks that a reader opens when needed.
  case details(summary: [Inline], [Block])
  /// Lines as they are.
  case code(String, language: String?)
  /// A tree of things that rest on others, from its root down.
  case tree(TreeNode)
}

/// An item of a list.
package struct ListItem: Hashable, Sendable {
  /// Its text.
  package var text: [Inline]
  /// The blocks under it.
  package var blocks: [Block]

  package init(_ text: [Inline], _ blocks: [Block] = []) {
    self.text = text
    self.blocks = blocks
  }
}

/// A table with one header row.
package struct Table: Hashable, Sendable {
  /// The side to which the cells of a column lean.
  package enum Alignment: Hashable, Sendable {
    case left, right, center
  }

  /// A column's title and alignment.
  package struct Column: Hashable, Sendable {
    package var title: [Inline]
    package var alignment: Alignment
    /// The place of its cells when the table must fit a terminal.
    package var place: Place

    package init(_ title: String, _ alignment: Alignment = .left, place: Place = .inRow) {
      self.title = [.text(title)]
      self.alignment = alignment
      self.place = place
    }
  }

  /// The place of a column's cells in a terminal.
  package enum Place: Hashable, Sendable {
    /// In the row.
    case inRow
    /// Under the row, over the whole width, if the table would be too wide otherwise.
    case belowIfTight
    /// Under the row.
    case below
  }

  package var columns: [Column]
  /// The cells, row by row; a short row is filled with empty cells by the renderers.
  package var rows: [[[Inline]]]

  package init(columns: [Column], rows: [[[Inline]]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A chart with the name of its file and the words that replace it.
package struct Figure: Hashable, Sendable {
  /// Relative to the report's folder, without a leading slash: `charts/outcomes.svg`.
  package var path: String
  /// A description of the picture, for readers who don't see it.
  package var alternative: String
  /// The drawing.
  package var drawing: SVGNode

  package init(path: String, alternative: String, drawing: SVGNode) {
    self.path = path
    self.alternative = alternative
    self.drawing = drawing
  }
}

/// A page of a report, or a note that a command prints.
package struct Page: Hashable, Sendable {
  /// The path of the page that a reader opens first.
  package static let index = "README"

  /// Relative to the report's folder, without a suffix: `companies/cloudwalk`.
  package var path: String
  package var title: String
  package var blocks: [Block]

  package init(path: String, title: String, blocks: [Block]) {
    self.path = path
    self.title = title
    self.blocks = blocks
  }
}

extension [Block] {
  /// Every block of a kind, those inside others too, in reading order.
  package func collected<Part>(_ pick: (Block) -> Part?) -> [Part] {
    var result: [Part] = []
    for block in self {
      if let part = pick(block) { result.append(part) }
      switch block {
      case .quote(let children), .details(_, let children):
        result += children.collected(pick)
      case .list(let items, _):
        for item in items { result += item.blocks.collected(pick) }
      case .heading, .paragraph, .table, .figure, .code, .tree: break
      }
    }
    return result
  }

  /// The charts, in reading order.
  package var figures: [Figure] {
    collected { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}
