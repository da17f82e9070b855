import Diagnostics

/// A table that prints in a terminal, as CSV, Markdown or JSON.
struct TextTable {
  /// One column.
  struct Column {
    /// Where a column is shown.
    enum Audience {
      case everybody
      case people
      case programs
    }

    var key: String
    var heading: String
    var alignsRight = false
    var audience = Audience.everybody

    init(
      _ key: String, _ heading: String, alignsRight: Bool = false,
      for audience: Audience = .everybody
    ) {
      self.key = key
      self.heading = heading
      self.alignsRight = alignsRight
      self.audience = audience
    }

    /// A column for CSV and JSON alone.
    static func data(_ key: String) -> Column {
      Column(key, key, for: .programs)
    }
  }

  /// What a cell holds.
  enum Cell: Equatable, ExpressibleByStringLiteral {
    case text(String)
    case number(Double, shown: String)
    case flag(Bool)
    case empty

    init(stringLiteral value: String) {
      self = .text(value)
    }

    init(_ text: String?) {
      self = text.map(Cell.text) ?? .empty
    }

    init(_ number: Int) {
      self = .number(Double(number), shown: String(number))
    }

    /// A number for programs, which people see elsewhere or not at all.
    init(raw number: Double?) {
      self = number.map { .number($0, shown: NumberText.plain($0)) } ?? .empty
    }

    /// The cell as people see it.
    var shown: String {
      switch self {
      case .text(let text): text
      case .number(_, let shown): shown
      case .flag(let isTrue): isTrue ? "yes" : "no"
      case .empty: ""
      }
    }
  }

  var columns: [Column]
  var rows: [[Cell]]

  init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table with only the columns that one kind of reader sees.
  func filtered(for audience: Column.Audience) -> TextTable {
    let kept = columns.indices.filter {
      columns[$0].audience == .everybody || columns[$0].audience == audience
    }
    return TextTable(
      kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The table in a terminal, no line wider than `width` cells.
  ///
  /// Columns that don't fit are narrowed, the widest first, and their text is wrapped.
  func rendered(width: Int = 80, usesColor: Bool = false) -> String {
    let table = filtered(for: .people)
    let gap = 2
    let columns = table.columns
    let cells = table.rows.map { row in row.map { $0.shown.printable } }
    var widths = columns.indices.map { index in
      // Headings over numbers are wrapped; the numbers are not.
      let heading = columns[index].heading
      return max(
        columns[index].alignsRight ? TextWrap.widestWord(in: heading) : heading.displayWidth,
        cells.map { $0[index].displayWidth }.max() ?? 0, 1)
    }
    let words = columns.indices.map { index in
      min(
        24,
        max(
          TextWrap.widestWord(in: columns[index].heading),
          cells.map { TextWrap.widestWord(in: $0[index]) }.max() ?? 0))
    }
    let room = width - gap * (columns.count - 1)
    while widths.reduce(0, +) > room, let next = next(toNarrow: widths, columns, words) {
      widths[next] -= 1
    }
    var lines = layOut(columns.map(\.heading), columns, widths, gap)
    if usesColor { lines = lines.map { "\u{1B}[1m\($0)\u{1B}[0m" } }
    let total = min(width, widths.reduce(0, +) + gap * (columns.count - 1))
    lines.append(String(repeating: "─", count: total))
    for row in cells {
      lines += layOut(row, columns, widths, gap)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The column to narrow next, the widest of the first kind that has any: texts of several
  /// words down to 20, texts wider than 10, anything.
  private func next(toNarrow widths: [Int], _ columns: [Column], _ words: [Int]) -> Int? {
    let texts = columns.indices.filter { !columns[$0].alignsRight }
    let kinds = [
      texts.filter { widths[$0] > max(20, words[$0]) }, texts.filter { widths[$0] > 10 },
      columns.indices.filter { widths[$0] > 2 },
    ]
    return kinds.first { !$0.isEmpty }?.max { (widths[$0], $1) < (widths[$1], $0) }
  }

  private func layOut(
    _ row: [String], _ columns: [Column], _ widths: [Int], _ gap: Int
  ) -> [String] {
    let wrapped = zip(row, widths).map { TextWrap.lines(of: $0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for (index, lines) in wrapped.enumerated() {
        let part = line < lines.count ? lines[line] : ""
        let pad = String(repeating: " ", count: max(0, widths[index] - part.displayWidth))
        text += columns[index].alignsRight ? pad + part : part + pad
        if index < wrapped.count - 1 { text += String(repeating: " ", count: gap) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
