import RunStore

extension DataTable {
  /// RFC 4180, with texts that a spreadsheet would take for a formula made harmless.
  var csv: String {
    let lines = [keys.map(Self.csvField)] + rows.map { row in row.map(Self.csvField) }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func csvField(_ cell: Cell) -> String {
    if case .text(let text) = cell { csvField(text) } else { cell.plain }
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

  /// An array with one object a row; empty cells are null.
  var json: String {
    get throws {
      let objects = rows.map { row in
        Dictionary(zip(keys, row.map(JSONValue.init)), uniquingKeysWith: { $1 })
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

  init(_ cell: DataTable.Cell) {
    switch cell {
    case .text(let text): self = .text(text)
    case .number(let value): self = value.isFinite ? .number(value) : .null
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
