import RunStore

extension TextTable {
  /// The table in one of the forms.
  func text(as format: TableFormat, usesColor: Bool = false) throws -> String {
    switch format {
    case .table: rendered(usesColor: usesColor)
    case .csv: csv
    case .markdown: markdown
    case .json: try json
    }
  }

  /// RFC 4180, with texts that a spreadsheet would take for a formula made harmless.
  var csv: String {
    let table = filtered(for: .programs)
    let lines =
      [table.columns.map { Self.csvField($0.key) }]
      + table.rows.map { row in row.map(Self.csvField) }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func csvField(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let value, _): NumberText.plain(value)
    case .text(let text): csvField(text)
    }
  }

  static func csvField(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    {
      text = "'" + text
    }
    let mustQuote = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return mustQuote || text.first == " " || text.last == " "
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A Markdown table; nothing in a cell can end the cell or start markup.
  var markdown: String {
    let table = filtered(for: .people)
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(table.columns.map { Self.markdownText($0.heading) })
      + line(table.columns.map { $0.alignsRight ? "---:" : "---" })
      + table.rows.map { line($0.map { Self.markdownText($0.shown) }) }.joined()
  }

  static func markdownText(_ text: String) -> String {
    var result = ""
    for character in text.printable {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$":
        result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }

  /// An array with one object a row; empty cells are null.
  var json: String {
    get throws {
      let table = filtered(for: .programs)
      let objects = table.rows.map { row in
        Dictionary(
          zip(table.columns.map(\.key), row.map(JSONValue.init)), uniquingKeysWith: { $1 })
      }
      return try RunCoder.encode(objects) + "\n"
    }
  }
}

/// A cell in JSON.
private enum JSONValue: Encodable {
  case text(String)
  case number(Double)
  case null

  init(_ cell: TextTable.Cell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .number(let value, _): self = value.isFinite ? .number(value) : .null
    case .empty: self = .null
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}
