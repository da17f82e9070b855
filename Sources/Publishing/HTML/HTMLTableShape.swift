/// What a table's cells say about how it is best shown.
struct HTMLTableShape {
  /// A class for each column that isn't left-aligned: `r2 r3 c4`, counted from 1.
  let alignments: String
  /// Whether the first column names the rows, so that its cells are headers.
  let namesRows: Bool
  /// Whether it is so long in text that readers open it only when they look something up.
  let isLong: Bool

  /// The most columns for which the style has alignments.
  private static let mostAligned = 16
  /// From so many rows of so many characters on a table is long.
  private static let long = (rows: 4, characters: 2400, perRow: 130)

  init(_ table: Table) {
    alignments = table.columns.enumerated().prefix(Self.mostAligned).compactMap { index, column in
      switch column.alignment {
      case .left: nil
      case .right: "r\(index + 1)"
      case .center: "c\(index + 1)"
      }
    }.joined(separator: " ")
    let names = table.rows.map { $0.first?.plainText.trimmed ?? "" }
    namesRows =
      table.columns.first?.alignment == .left && table.columns.count > 1
      && names.allSatisfy { !$0.isEmpty }
    let characters = table.rows.reduce(0) { total, row in
      total + row.reduce(0) { $0 + Self.weight($1.plainText) }
    }
    isLong =
      table.rows.count >= Self.long.rows && characters >= Self.long.characters
      && characters / max(1, table.rows.count) >= Self.long.perRow
  }

  /// Characters as wide as Latin ones.
  private static func weight(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
