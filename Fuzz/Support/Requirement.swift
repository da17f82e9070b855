public import Diagnostics
internal import Foundation

/// Stops the process where something that always holds doesn't; libFuzzer then keeps the input.
public func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if condition { return }
  FileHandle.standardError.write(Data("\(file):\(line): \(message())\n".utf8))
  abort()
}

/// Holds an error of a reader to what its user needs: a message, and a place inside what was read.
///
/// - Parameters:
///   - error: What was thrown.
///   - lines: The lines of what was read; nil where there is no telling.
public func requireTold(_ error: any Error, in lines: [String]?) {
  switch error {
  case let error as DiagnosticError: requireTold(error.diagnostics, in: lines)
  case let diagnostic as Diagnostic: requireTold([diagnostic], in: lines)
  default: require(false, "not a diagnostic: \(error)")
  }
}

/// Holds mistakes that were found in what was read.
public func requireTold(_ diagnostics: [Diagnostic], in lines: [String]?) {
  require(!diagnostics.isEmpty, "an error without a mistake")
  for diagnostic in diagnostics {
    let shown = DiagnosticRenderer().render(diagnostic)
    require(!diagnostic.message.isEmpty, "a mistake without a message")
    require(!shown.unicodeScalars.contains(where: drivesTerminals), "drives a terminal: \(shown)")
    guard let lines else { continue }
    guard let place = diagnostic.location else {
      require(false, "no place: \(shown)")
      return
    }
    require(
      (1...max(1, lines.count)).contains(place.line),
      "line \(place.line) of \(lines.count): \(shown)")
    let length =
      lines.indices.contains(place.line - 1) ? lines[place.line - 1].unicodeScalars.count : 0
    require(
      (1...length + 1).contains(place.column), "column \(place.column) of \(length): \(shown)")
  }
}

/// Whether a character does more to a terminal than print: it steers it, or turns the direction of
/// what follows.
public func drivesTerminals(_ scalar: Unicode.Scalar) -> Bool {
  if (0x20...0x7E).contains(scalar.value) { return false }
  switch scalar.properties.generalCategory {
  case .control: return scalar != "\n"
  case .lineSeparator, .paragraphSeparator: return true
  default: break
  }
  switch scalar.value {
  case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
  default: return false
  }
}
