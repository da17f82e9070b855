import Publishing

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
    var place = Table.Place.inRow

    init(
      _ key: String, _ heading: String, alignsRight: Bool = false, _ place: Table.Place = .inRow,
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
  func rendered(width: Int = 80, usesColor: Bool = false) -> String {
    let people = filtered(for: .people)
    return TerminalTable(
      columns: people.columns.map {
        .init($0.heading, alignsRight: $0.alignsRight, place: $0.place)
      },
      rows: people.rows.map { row in row.map { $0.shown.printable } }
    ).lines(width: width, usesColor: usesColor).joined(separator: "\n") + "\n"
  }

  private func keeping(_ isKept: (Column) -> Bool) -> TextTable {
    let kept = columns.indices.filter { isKept(columns[$0]) }
    return TextTable(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
