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
    case .number(let value, _): PlainNumber.text(value)
    case .flag(let isTrue): isTrue ? "true" : "false"
    case .text(let text): csvField(text)
    }
  }

  static func csvField(_ text: String) -> String {
    let breaks = "\n\r\t".unicodeScalars
    var field = String.UnicodeScalarView()
    // Spreadsheets in East Asia take the wide forms for the narrow ones.
    if let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first),
      Double(text) == nil
    {
      field.append("'")
    }
    for scalar in text.unicodeScalars {
      // Line breaks and tabs are data; other control characters could drive a terminal.
      let isControl = scalar.properties.generalCategory == .control && !breaks.contains(scalar)
      field.append(isControl ? "\u{FFFD}" : scalar)
      if scalar == "\"" { field.append(scalar) }
    }
    let mustQuote =
      field.contains { ",\"\r\n".unicodeScalars.contains($0) } || field.first == " "
      || field.last == " "
    return mustQuote ? "\"" + String(field) + "\"" : String(field)
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
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$":
        result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
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
  case flag(Bool)
  case null

  init(_ cell: TextTable.Cell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .number(let value, _): self = value.isFinite ? .number(value) : .null
    case .flag(let isTrue): self = .flag(isTrue)
    case .empty: self = .null
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let value): try container.encode(value)
    case .flag(let isTrue): try container.encode(isTrue)
    case .null: try container.encodeNil()
    }
  }
}
