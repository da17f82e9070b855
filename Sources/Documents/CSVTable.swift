package import Diagnostics

/// A CSV file (RFC 4180) with headings, read without forgiving anything.
package struct CSVTable: Sendable {
  /// One record with the line on which it begins.
  package struct Record: Sendable {
    /// The number of the line on which the record begins, from 1.
    package var line: Int
    /// The fields, as many as there are headings.
    package var fields: [Field]
  }

  /// One field with its place.
  package struct Field: Sendable {
    /// The text without quotes.
    package var text: String
    /// The text's first position; in a quoted field, behind the quote.
    package var location: SourceLocation
  }

  /// The headings in the order of the file.
  package var headings: [String]
  /// The records in the order of the file, empty lines left out.
  package var records: [Record]
  /// The text that was read.
  package var source: SourceText

  /// Reads a table; fields are separated by commas and may stand in double quotes.
  ///
  /// - Throws: `DiagnosticError` with every record that has too few or too many fields, or the
  ///   first quote out of place.
  package init(_ source: SourceText) throws {
    self.source = source
    try source.refuseControlCharacters()
    var scanner = CSVScanner(source: source)
    var problems = DiagnosticCollector()
    guard let first = try scanner.nextRecord() else {
      throw DiagnosticError(Diagnostic("\(source.file) is empty; expected a line of headings"))
    }
    headings = first.fields.map(\.text)
    for (index, field) in first.fields.enumerated() {
      if field.text.isEmpty {
        problems.report(source.diagnostic(at: field.location, "a heading is empty"))
      } else if headings[..<index].contains(field.text) {
        problems.report(
          source.diagnostic(at: field.location, "the heading \"\(field.text)\" stands here twice"))
      }
    }
    records = []
    while let record = try scanner.nextRecord() {
      if record.fields.count != headings.count {
        problems.report(
          source.diagnostic(
            "expected \(headings.count) fields, found \(record.fields.count)", line: record.line,
            column: 1, help: "a field with a comma in it must stand in double quotes"))
      }
      records.append(record)
    }
    try problems.throwIfErrors()
  }

  /// The field of a record under a heading, or nil when there is no such heading.
  package func field(_ heading: String, of record: Record) -> Field? {
    headings.firstIndex(of: heading).map { record.fields[$0] }
  }

  /// Notes headings that are missing or unknown.
  package func checkHeadings(
    required: [String], optional: [String], into problems: inout DiagnosticCollector
  ) {
    for heading in required where !headings.contains(heading) {
      problems.report(
        source.diagnostic("the heading \"\(heading)\" is missing", line: 1, column: 1))
    }
    for heading in headings where !(required + optional).contains(heading) {
      problems.report(
        source.diagnostic(
          "unknown heading \"\(heading)\"", line: 1, column: 1,
          help: Suggestion.help(for: heading, among: required + optional)))
    }
  }
}

extension SourceText {
  fileprivate func diagnostic(at location: SourceLocation, _ message: String) -> Diagnostic {
    diagnostic(message, line: location.line, column: location.column)
  }
}

/// Cuts text into records.
private struct CSVScanner {
  private let source: SourceText
  private let lines: [[Unicode.Scalar]]
  private var line = 0

  init(source: SourceText) {
    self.source = source
    lines = source.lines.map { Array($0.unicodeScalars) }
  }

  mutating func nextRecord() throws -> CSVTable.Record? {
    while line < lines.count, lines[line].isEmpty { line += 1 }
    guard line < lines.count else { return nil }
    var record = CSVTable.Record(line: line + 1, fields: [])
    var column = 0
    while true {
      record.fields.append(try nextField(&column))
      if column == lines[line].count { break }
      column += 1
    }
    line += 1
    return record
  }

  /// Reads one field; `column` then stands on the comma behind it or at the end of the line.
  private mutating func nextField(_ column: inout Int) throws -> CSVTable.Field {
    guard column < lines[line].count, lines[line][column] == "\"" else {
      return try plainField(&column)
    }
    let opening = (line: line, column: column)
    column += 1
    var text = String.UnicodeScalarView()
    while true {
      if column >= lines[line].count {
        guard line + 1 < lines.count else {
          throw mistake("the quote opened here is never closed", at: opening)
        }
        text.append("\n")
        line += 1
        column = 0
      } else if lines[line][column] != "\"" {
        text.append(lines[line][column])
        column += 1
      } else if column + 1 < lines[line].count, lines[line][column + 1] == "\"" {
        text.append("\"")
        column += 2
      } else {
        column += 1
        break
      }
    }
    guard column == lines[line].count || lines[line][column] == "," else {
      throw mistake("expected a comma after the closing quote", at: (line, column))
    }
    return CSVTable.Field(
      text: String(text),
      location: source.location(line: opening.line + 1, column: opening.column + 2))
  }

  private func plainField(_ column: inout Int) throws -> CSVTable.Field {
    let start = column
    var text = String.UnicodeScalarView()
    while column < lines[line].count, lines[line][column] != "," {
      guard lines[line][column] != "\"" else {
        throw mistake(
          "a quote stands inside a field that does not begin with one", at: (line, column))
      }
      text.append(lines[line][column])
      column += 1
    }
    return CSVTable.Field(
      text: String(text), location: source.location(line: line + 1, column: start + 1))
  }

  private func mistake(_ message: String, at place: (line: Int, column: Int)) -> DiagnosticError {
    DiagnosticError(
      source.diagnostic(
        message, line: place.line + 1, column: place.column + 1,
        help: "a field with quotes stands in quotes, and a quote in it is doubled"))
  }
}
