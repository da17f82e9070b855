package import Diagnostics

/// The text of a file and its lines, shared by everything that was read from it.
package final class SourceText: Sendable {
  /// The path as shown to the user.
  package let file: String
  /// The whole text, without a byte order mark.
  package let text: String
  /// The lines of the text without their ends.
  package let lines: [String]

  /// The largest file that is read, in bytes.
  package static let largestSize = 10_000_000

  /// Takes text that is in memory already.
  package init(_ text: String, file: String) {
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    self.file = file
    self.text = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    self.lines = Self.splitIntoLines(self.text)
  }

  /// Takes the bytes of a file, which must be UTF-8 without control characters.
  ///
  /// - Throws: `DiagnosticError` that names the first byte or character that can't be text.
  package convenience init(bytes: [UInt8], file: String) throws {
    guard bytes.count <= Self.largestSize else {
      throw DiagnosticError(
        Diagnostic(
          "\(file) is larger than \(Self.largestSize / 1_000_000) MB",
          help: "split it into several files"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let offset = Self.firstInvalidByte(in: bytes)
      let line = bytes[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
      throw DiagnosticError(
        Diagnostic(
          "the file is not UTF-8: byte \(offset + 1) begins no character",
          at: SourceLocation(file: file, line: line, column: 1),
          help: "save it in the encoding UTF-8"))
    }
    self.init(text, file: file)
    try refuseControlCharacters()
  }

  /// The line with this number, from 1, or nil when there is none.
  package func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  /// A place in this text; one behind its end, where a parser finds what isn't there, is the end.
  package func location(line: Int, column: Int) -> SourceLocation {
    guard line > lines.count else {
      return SourceLocation(file: file, line: line, column: column)
    }
    return SourceLocation(
      file: file, line: max(1, lines.count), column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  /// A mistake at a place in this text, with the line for its excerpt.
  package func diagnostic(
    _ message: String, line: Int, column: Int, help: String? = nil,
    severity: Diagnostic.Severity = .error, category: Diagnostic.Category = .invalid
  ) -> Diagnostic {
    let place = location(line: line, column: column)
    return Diagnostic(
      message, at: place, sourceLine: self.line(place.line), help: help, severity: severity,
      category: category)
  }

  /// Throws at the first character that has no place in a text file: controls other than tab and
  /// the ends of lines, and those that turn the direction of text around, break lines where no
  /// editor does, or are no characters.
  func refuseControlCharacters() throws {
    // Most texts have none: their bytes tell so at once.
    guard text.utf8.withContiguousStorageIfAvailable(Self.haveRefused) ?? true else { return }
    for (index, line) in lines.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated()
      where Self.isRefused(scalar) {
        throw DiagnosticError(
          diagnostic(
            "found the control character \(Self.name(of: scalar)), which no text needs",
            line: index + 1,
            column: column + 1, help: "delete it"))
      }
    }
  }

  /// The code of a character as Unicode writes it: `U+001B`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true
    // Separators of lines and paragraphs; embeddings, overrides and isolates of direction.
    case 0x2028...0x202E, 0x2066...0x2069: true
    // A byte order mark inside the text, and what is no character.
    case 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Returns true if the bytes of some text hold a character that is refused.
  private static func haveRefused(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x20...0x7E: break
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: return true
      // U+0080 to U+009F begin with the byte C2, U+2028 to U+202E and U+2066 to U+2069 with E2,
      // U+FEFF, U+FFFE and U+FFFF with EF; more bytes follow.
      case 0xC2: if bytes[index + 1] < 0xA0 { return true }
      case 0xE2:
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return true
        default: break
        }
      case 0xEF:
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0xBB, 0xBF), (0xBF, 0xBE...0xBF): return true
        default: break
        }
      default: break
      }
    }
    return false
  }

  /// Lines end with a line feed, a carriage return or both.
  private static func splitIntoLines(_ text: String) -> [String] {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    for index in bytes.indices where bytes[index] == feed || bytes[index] == carriage {
      if bytes[index] == feed, index > 0, bytes[index - 1] == carriage {
        start = index + 1
        continue
      }
      lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    return lines
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }
}
