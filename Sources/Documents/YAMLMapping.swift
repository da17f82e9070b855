package import Diagnostics

/// Keys with values whose names have been checked; gives the value of each key, typed.
package struct YAMLMapping: Sendable {
  /// The entries in the order of the file.
  package var entries: [YAMLNode.Entry]
  /// The whole mapping, for its place.
  package var node: YAMLNode
  /// The name, with an article, of the thing that the keys describe.
  package var what: String
  /// True if a key was refused, so that what seems to be missing may be what was meant.
  package var hasUnknownKeys = false

  /// The value of a key, or nil when the key is absent or has nothing behind it.
  package subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key }.flatMap { $0.value.scalar?.isNull == true ? nil : $0.value }
  }

  /// The value of a key that must be there.
  package func required(_ key: String, into problems: inout DiagnosticCollector) -> YAMLNode? {
    if let value = self[key] { return value }
    if let entry = entries.first(where: { $0.key == key }) {
      problems.report(entry.keyDiagnostic("\"\(key)\" has no value in \(what)"))
    } else {
      problems.report(node.diagnostic("\"\(key)\" is missing in \(what)"))
    }
    return nil
  }

  /// The text of a key that must be there.
  package func string(_ key: String, into problems: inout DiagnosticCollector) -> String? {
    required(key, into: &problems)?.string(into: &problems)
  }

  /// The text of a key that may be absent.
  package func optionalString(_ key: String, into problems: inout DiagnosticCollector) -> String? {
    self[key]?.string(into: &problems)
  }

  /// The number of a key that must be there.
  package func number(_ key: String, into problems: inout DiagnosticCollector) -> Double? {
    required(key, into: &problems)?.number(into: &problems)
  }

  /// The number of a key that may be absent.
  package func optionalNumber(_ key: String, into problems: inout DiagnosticCollector) -> Double? {
    self[key]?.number(into: &problems)
  }

  /// The whole number of a key that must be there.
  package func integer(_ key: String, into problems: inout DiagnosticCollector) -> Int? {
    required(key, into: &problems)?.integer(into: &problems)
  }

  /// The text in languages of a key that must be there.
  package func translations(
    _ key: String, into problems: inout DiagnosticCollector
  ) -> Translations? {
    required(key, into: &problems)?.translations(into: &problems)
  }

  /// What people write in words behind a key that must be there.
  package func prose(_ key: String, into problems: inout DiagnosticCollector) -> String? {
    required(key, into: &problems)?.prose(into: &problems)
  }

  /// What people write in words behind a key that may be absent.
  package func optionalProse(_ key: String, into problems: inout DiagnosticCollector) -> String? {
    self[key]?.prose(into: &problems)
  }

  /// One of a few words behind a key that must be there.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type, into problems: inout DiagnosticCollector
  ) -> Choice? where Choice.RawValue == String {
    required(key, into: &problems)?.choice(type, into: &problems)
  }

  /// The list of a key that may be absent, which then is empty.
  package func list(_ key: String, into problems: inout DiagnosticCollector) -> [YAMLNode] {
    self[key]?.list(into: &problems) ?? []
  }

  /// The keys with values behind a key that may be absent, which then are none.
  package func entries(
    _ key: String, into problems: inout DiagnosticCollector
  ) -> [YAMLNode.Entry] {
    self[key]?.entries(into: &problems) ?? []
  }
}
