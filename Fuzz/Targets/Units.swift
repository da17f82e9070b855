import Diagnostics
import FuzzSupport
@testable import Units

/// Reads declarations of units, a line each, `name` or `name factor unit`; the last line is a unit.
///
/// What was read has a size, and its dimension reads back as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  do {
    let own = lines.dropLast().enumerated().map(declaration)
    let registry = try own.isEmpty ? usualRegistry.get() : UnitRegistry(usual + own)
    let line = lines[lines.count - 1]
    do {
      let unit = try registry.parse(
        line, at: SourceLocation(file: "input", line: 1, column: 1), sourceLine: line)
      require(unit.scale.isFinite && unit.scale > 0, "the size of \(line) is \(unit.scale)")
      let printed = unit.dimension.description
      if printed.unicodeScalars.count <= UnitNotation.longestText {
        let again = try registry.parse(printed)
        require(again.dimension == unit.dimension, "\(line) → \(printed) → \(again.dimension)")
      }
    } catch {
      requireTold(error, in: [line])
    }
  } catch {
    requireTold(error, in: lines)
  }
  return isDone
}

private let usual: [UnitDeclaration] = [
  UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
  UnitDeclaration(name: "USD", meaning: .base(isCurrency: true)),
  UnitDeclaration(name: "year", meaning: .base(isCurrency: false)),
  UnitDeclaration(name: "token", meaning: .base(isCurrency: false)),
  UnitDeclaration(name: "day", meaning: .scaled(factor: 1.0 / 365, of: "year")),
  UnitDeclaration(name: "percent", meaning: .scaled(factor: 0.01, of: "1")),
  UnitDeclaration(name: "million_token", meaning: .scaled(factor: 1e6, of: "token")),
]

private let usualRegistry = Result { try UnitRegistry(usual) }

private func declaration(_ index: Int, _ line: String) -> UnitDeclaration {
  let words = line.split(separator: " ", maxSplits: 2).map(String.init)
  let place = SourceLocation(file: "input", line: index + 1, column: 1)
  guard words.count == 3, let factor = Double(words[1]) else {
    return UnitDeclaration(
      name: line, meaning: .base(isCurrency: false), location: place, sourceLine: line)
  }
  return UnitDeclaration(
    name: words[0], meaning: .scaled(factor: factor, of: words[2]), location: place,
    sourceLine: line)
}
