import Foundation

/// Prints what a command found as one line of JSON.
enum JSONLine {
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(value)
    FileHandle.standardOutput.write(line + Data("\n".utf8))
  }
}
