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
    /// Where its text stands in a terminal.
    var place = Place.inRow

    /// In the row, or under it over the whole width.
    enum Place {
      case inRow
      /// Under the row if the table would be too wide otherwise.
      case belowIfTight
      case below
    }

    init(
      _ key: String, _ heading: String, alignsRight: Bool = false, _ place: Place = .inRow,
      for audience: Audience = .everybody
    ) {
      self.key = key
      self.heading = heading
      self.alignsRight = alignsRight
      self.place = place
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
      self = number.map { .number($0, shown: PlainNumber.text($0)) } ?? .empty
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
    keeping { $0.audience == .everybody || $0.audience == audience }
  }

  /// The table in a terminal, no line wider than `width` cells.
  ///
  /// Columns that don't fit are narrowed, and their text is wrapped: first where there are
  /// spaces, then at joints such as hyphens, and inside words only when nothing else is left.
  func rendered(width: Int = 80, usesColor: Bool = false) -> String {
    let people = filtered(for: .people)
    let gap = 2
    let isTight = people.keeping { $0.place != .below }.naturalWidth(gap: gap) > width
    func isBelow(_ column: Column) -> Bool {
      column.place == .below || column.place == .belowIfTight && isTight
    }
    let table = people.keeping { !isBelow($0) }
    let below = people.keeping(isBelow)
    let columns = table.columns
    let cells = table.rows.map { row in row.map { $0.shown.printable } }
    let widths = widths(of: columns, cells, room: width - gap * (columns.count - 1))
    var lines = layOut(columns.map(\.heading), columns, widths, gap)
    if usesColor { lines = lines.map { "\u{1B}[1m\($0)\u{1B}[0m" } }
    let total = min(width, widths.reduce(0, +) + gap * (columns.count - 1))
    lines.append(String(repeating: "─", count: total))
    for (index, row) in cells.enumerated() {
      lines += layOut(row, columns, widths, gap)
      for (column, cell) in zip(below.columns, below.rows[index]) where !cell.shown.isEmpty {
        let label = column.heading.isEmpty ? "" : "\(column.heading): "
        lines.append(
          TextWrap.paragraph(
            label + cell.shown.printable, first: "    ", rest: "    ", width: width))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func keeping(_ isKept: (Column) -> Bool) -> TextTable {
    let kept = columns.indices.filter { isKept(columns[$0]) }
    return TextTable(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// How wide the table is if nothing is wrapped.
  private func naturalWidth(gap: Int) -> Int {
    columns.indices.map { index in
      max(
        columns[index].heading.displayWidth,
        rows.map { $0[index].shown.printable.displayWidth }.max() ?? 0)
    }.reduce(gap * (columns.count - 1), +)
  }

  /// How wide each column is, so that all of them fit into `room`.
  private func widths(of columns: [Column], _ cells: [[String]], room: Int) -> [Int] {
    func widest(_ measure: (String) -> Int, of index: Int) -> Int {
      max(measure(columns[index].heading), cells.map { measure($0[index]) }.max() ?? 0, 1)
    }
    var widths = columns.indices.map { index in
      // Headings over numbers are wrapped; the numbers are not.
      let heading = columns[index].heading
      return max(
        columns[index].alignsRight ? TextWrap.widestWord(in: heading) : heading.displayWidth,
        cells.map { $0[index].displayWidth }.max() ?? 0, 1)
    }
    let texts = columns.indices.filter { !columns[$0].alignsRight }
    let words = columns.indices.map { widest(TextWrap.widestWord, of: $0) }
    let parts = columns.indices.map { widest(TextWrap.widestPart, of: $0) }
    // What a column may be narrowed to, kind by kind; within a kind the widest goes first.
    let floors: [(columns: [Int], floor: (Int) -> Int)] = [
      (texts, { max(24, words[$0]) }), (texts, { max(10, words[$0]) }),
      (texts, { max(16, parts[$0]) }), (texts, { max(8, parts[$0]) }), (texts, { _ in 10 }),
      (Array(columns.indices), { _ in 2 }),
    ]
    for (candidates, floor) in floors {
      while widths.reduce(0, +) > room {
        let wide = candidates.filter { widths[$0] > floor($0) }
        guard let next = wide.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
        widths[next] -= 1
      }
    }
    return shared(widths, texts, cells, columns, room)
  }

  /// Gives the cells that wrapped text leaves unused to the text that was narrowed most.
  private func shared(
    _ widths: [Int], _ texts: [Int], _ cells: [[String]], _ columns: [Column], _ room: Int
  ) -> [Int] {
    var widths = widths
    var narrowed: [(index: Int, missing: Int)] = []
    for index in texts {
      let texts = [columns[index].heading] + cells.map { $0[index] }
      let natural = texts.map(\.displayWidth).max() ?? 0
      if natural <= widths[index] { continue }
      widths[index] =
        texts.flatMap { TextWrap.lines(of: $0, width: widths[index]) }.map(\.displayWidth).max()
        ?? widths[index]
      narrowed.append((index, natural - widths[index]))
    }
    let spare = room - widths.reduce(0, +)
    if spare > 0, let most = narrowed.max(by: { $0.missing < $1.missing }) {
      widths[most.index] += min(spare, most.missing)
    }
    return widths
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
