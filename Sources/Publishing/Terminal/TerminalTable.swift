import Diagnostics

/// Lays out a table so that no line is wider than a terminal.
///
/// Columns that don't fit are narrowed, and their text is wrapped: first where there are spaces,
/// then at joints such as hyphens, and inside words only when nothing else is left.
package struct TerminalTable {
  /// A column: its title and where its cells stand.
  package struct Column {
    package var title: String
    package var alignsRight: Bool
    package var place: Table.Place

    package init(_ title: String, alignsRight: Bool = false, place: Table.Place = .inRow) {
      self.title = title
      self.alignsRight = alignsRight
      self.place = place
    }
  }

  private let columns: [Column]
  /// Cells as text; a line break in one stays.
  private let rows: [[String]]
  private static let gap = 2

  package init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : "" } }
  }

  /// The lines: titles, a rule, the rows.
  package func lines(width: Int, usesColor: Bool) -> [String] {
    guard !columns.isEmpty else { return [] }
    let isTight = keeping { $0.place != .below }.naturalWidth > width
    func isBelow(_ column: Column) -> Bool {
      column.place == .below || column.place == .belowIfTight && isTight
    }
    let table = keeping { !isBelow($0) }
    let below = keeping(isBelow)
    guard let widths = table.widths(room: width - Self.gap * (table.columns.count - 1)) else {
      return records(width: width, usesColor: usesColor)
    }
    var lines = table.layOut(table.columns.map(\.title), widths)
      .map { TerminalText.bold($0, usesColor: usesColor) }
    let total = min(width, widths.reduce(0, +) + Self.gap * (table.columns.count - 1))
    lines.append(String(repeating: "─", count: max(0, total)))
    for (index, row) in table.rows.enumerated() {
      lines += table.layOut(row, widths)
      for (column, cell) in zip(below.columns, below.rows[index]) where !cell.isEmpty {
        let label = column.title.isEmpty ? "" : "\(column.title): "
        let text = (label + cell).replacing("\n", with: " ")
        lines += TextWrap.lines(of: text, width: width - 4).map { "    " + $0 }
      }
    }
    return lines
  }

  /// The rows one below the other, for tables that no narrowing makes fit: the first cell, and
  /// under it what the others say, each with its title.
  private func records(width: Int, usesColor: Bool) -> [String] {
    rows.enumerated().flatMap { index, row -> [String] in
      let title = row[0].replacing("\n", with: " ")
      let parts = zip(columns, row).dropFirst().filter { !$0.1.isEmpty }.map { column, cell in
        let text = cell.replacing("\n", with: ", ")
        return column.title.isEmpty ? text : "\(column.title): \(text)"
      }
      let head = TextWrap.lines(of: title, width: width)
        .map { TerminalText.bold($0, usesColor: usesColor) }
      return (index > 0 ? [""] : []) + head
        + parts.flatMap { part in
          TextWrap.paragraph(part, first: "  ", rest: "    ", width: width)
            .split(separator: "\n").map(String.init)
        }
    }
  }

  private func keeping(_ isKept: (Column) -> Bool) -> TerminalTable {
    let kept = columns.indices.filter { isKept(columns[$0]) }
    return TerminalTable(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// How wide the table is if nothing is wrapped.
  private var naturalWidth: Int {
    columns.indices.map { index in
      max(columns[index].title.displayWidth, rows.map { Self.width($0[index]) }.max() ?? 0)
    }.reduce(Self.gap * (columns.count - 1), +)
  }

  private static func width(_ cell: String) -> Int {
    cell.split(separator: "\n").map(\.displayWidth).max() ?? 0
  }

  /// How wide each column is, so that all of them fit into `room`; nil if words would have to break
  /// in many places.
  private func widths(room: Int) -> [Int]? {
    func widest(_ measure: (String) -> Int, of index: Int) -> Int {
      max(measure(columns[index].title), rows.map { measure($0[index]) }.max() ?? 0, 1)
    }
    var widths = columns.indices.map { index in
      // Titles over numbers are wrapped; the numbers are not.
      let title = columns[index].title
      return max(
        columns[index].alignsRight ? TextWrap.widestWord(in: title) : title.displayWidth,
        rows.map { Self.width($0[index]) }.max() ?? 0, 1)
    }
    let texts = columns.indices.filter { !columns[$0].alignsRight }
    let numbers = columns.indices.filter { columns[$0].alignsRight }
    let words = columns.indices.map { widest(TextWrap.widestWord, of: $0) }
    let parts = columns.indices.map { widest(TextWrap.widestPart, of: $0) }
    // Words between numbers may wrap, a number with its interval may not.
    let unbroken = columns.indices.map { index in
      max(
        words[index],
        rows.map { $0[index].contains(where: \.isNumber) ? Self.width($0[index]) : 0 }.max() ?? 0)
    }
    // What a column may be narrowed to, kind by kind; within a kind the widest goes first.
    let floors: [(columns: [Int], floor: (Int) -> Int)] = [
      (texts, { max(24, words[$0]) }), (texts, { max(10, words[$0]) }),
      (numbers, { unbroken[$0] }), (texts, { max(16, parts[$0]) }), (texts, { max(8, parts[$0]) }),
    ]
    // A few long words, such as ids, may break where the table is nearly narrow enough.
    let last: [(columns: [Int], floor: (Int) -> Int)] =
      columns.count <= 3 ? [(texts, { _ in 10 }), (Array(columns.indices), { _ in 2 })] : []
    for (candidates, floor) in floors + last {
      while widths.reduce(0, +) > room {
        let wide = candidates.filter { widths[$0] > floor($0) }
        guard let next = wide.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
        widths[next] -= 1
      }
    }
    return widths.reduce(0, +) > room ? nil : shared(widths, texts, room)
  }

  /// Gives the cells that wrapped text leaves unused to the text that was narrowed most.
  private func shared(_ widths: [Int], _ texts: [Int], _ room: Int) -> [Int] {
    var widths = widths
    var narrowed: [(index: Int, missing: Int)] = []
    for index in texts {
      let texts = [columns[index].title] + rows.map { $0[index] }
      let natural = texts.map(Self.width).max() ?? 0
      if natural <= widths[index] { continue }
      widths[index] =
        texts.flatMap { Self.wrapped($0, widths[index]) }.map(\.displayWidth).max()
        ?? widths[index]
      narrowed.append((index, natural - widths[index]))
    }
    let spare = room - widths.reduce(0, +)
    if spare > 0, let most = narrowed.max(by: { $0.missing < $1.missing }) {
      widths[most.index] += min(spare, most.missing)
    }
    return widths
  }

  private static func wrapped(_ cell: String, _ width: Int) -> [String] {
    cell.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { TextWrap.lines(of: String($0), width: width) }
  }

  private func layOut(_ row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { Self.wrapped($0, $1) }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for (index, lines) in cells.enumerated() {
        let part = line < lines.count ? lines[line] : ""
        let pad = String(repeating: " ", count: max(0, widths[index] - part.displayWidth))
        text += columns[index].alignsRight ? pad + part : part + pad
        if index < cells.count - 1 { text += String(repeating: " ", count: Self.gap) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
