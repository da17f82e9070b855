package import Documents
package import Units
internal import Diagnostics

/// Reads `units.yaml`: base units, currencies, and units that are a multiple of another.
package enum UnitsFileReader {
  /// The declarations of a file.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package static func read(_ document: YAMLDocument) throws -> [UnitDeclaration] {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["units"], of: "the units", into: &problems)
    else {
      try problems.throwIfErrors()
      return []
    }
    let declarations = map.entries("units", into: &problems).compactMap {
      declaration($0, into: &problems)
    }
    try problems.throwIfErrors()
    return declarations
  }

  private static func declaration(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> UnitDeclaration? {
    let line = entry.value.source.line(entry.keyLocation.line)
    guard
      let map = entry.value.mapping(
        allowedKeys: ["currency", "is", "title"], of: "a unit", into: &problems)
    else { return nil }
    _ = map["title"]?.translations(into: &problems)
    guard let node = map["is"] else {
      let isCurrency = map["currency"].flatMap { $0.bool(into: &problems) } ?? false
      return UnitDeclaration(
        name: entry.key, meaning: .base(isCurrency: isCurrency), location: entry.keyLocation,
        sourceLine: line)
    }
    if let currency = map["currency"], currency.bool(into: &problems) ?? false {
      problems.report(
        currency.diagnostic(
          "\(entry.key) is a currency and a multiple of another unit: a currency is a unit "
            + "of its own",
          help: "leave out \"is\" and write its rate into markets/exchange-rates.yaml, or leave "
            + "out \"currency\""))
      return nil
    }
    guard let text = node.string(into: &problems) else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let factor = factor(parts[0]) else {
      problems.report(
        node.diagnostic(
          "expected a number and a unit, found \"\(text)\"",
          help: "write \"1/12 year\" or \"1000000 token\""))
      return nil
    }
    // The place is that of the unit, behind the number.
    let unit = text.unicodeScalars.dropFirst(parts[0].unicodeScalars.count).drop { $0 == " " }
    return UnitDeclaration(
      name: entry.key,
      meaning: .scaled(factor: factor, of: parts[1].trimmingSpaces),
      location: node.location.advanced(by: text.unicodeScalars.count - unit.count),
      sourceLine: node.sourceLine)
  }

  /// A number, or one number over another.
  private static func factor(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { DecimalNumber.parse(String($0)) }
    switch parts.count {
    case 1: return parts[0]
    case 2:
      guard let above = parts[0], let below = parts[1], below != 0 else { return nil }
      return above / below
    default: return nil
    }
  }
}
