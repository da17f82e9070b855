import Publishing

/// Takes out of a page what was said on it before: a paragraph of a table that stood under an earlier
/// one, a reason that many cells share.
///
/// Sections don't know each other, so each says all that its numbers need; a reader of the whole page
/// needs it once.
struct Repetition {
  private let context: ReportContext
  private var paragraphs: Set<String> = []
  private var cells: [String: Int] = [:]

  /// The longest text that may stand again and again, in words: short ones are labels and values.
  private static let longestLabel = 5
  /// How often a reason stands in full before cells say that it is as above.
  private static let mostTold = 2

  init(_ context: ReportContext) { self.context = context }

  /// The blocks without what they repeat.
  mutating func removed(from blocks: [Block]) -> [Block] {
    blocks.compactMap { removed(from: $0) }
  }

  private mutating func removed(from block: Block) -> Block? {
    switch block {
    case .paragraph(let text):
      let said = text.plainText
      return isLong(said) && !paragraphs.insert(said).inserted ? nil : block
    case .list(let items, let ordered):
      return .list(
        items.map { ListItem($0.text, removed(from: $0.blocks)) }, ordered: ordered)
    case .table(var table):
      for row in table.rows.indices {
        for column in table.rows[row].indices { shorten(&table.rows[row][column]) }
      }
      return .table(table)
    case .quote(let blocks): return .quote(removed(from: blocks))
    case .details(let summary, let blocks):
      return .details(summary: summary, removed(from: blocks))
    case .heading, .figure, .code, .tree: return block
    }
  }

  private mutating func shorten(_ cell: inout [Inline]) {
    let said = cell.plainText
    guard isLong(said), !Self.isNumber(said) else { return }
    cells[said, default: 0] += 1
    if cells[said, default: 0] > Self.mostTold { cell = context.line(Absence.asAbove) }
  }

  /// True of a value with its interval: the same value twice is no repetition.
  private static func isNumber(_ text: String) -> Bool {
    text.first { $0 != "−" && $0 != "≈" && $0 != " " }?.isNumber ?? false
  }

  private func isLong(_ text: String) -> Bool {
    // Chinese is written without spaces: two characters are about a word.
    let wide = text.unicodeScalars.count { $0.value >= 0x2E80 }
    return wide / 2 + text.split(separator: " ").count > Self.longestLabel
  }
}
