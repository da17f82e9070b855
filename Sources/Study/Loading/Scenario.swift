package import Diagnostics
internal import Documents
internal import Evaluation
package import RunRecord

/// A named "what if" with its reasons: `scenarios/ID.yaml`.
package struct Scenario: Sendable {
  /// Its id.
  package var id: String
  /// Its name for readers.
  package var title: LocalizedText
  /// The reason for all of it.
  package var because: String
  /// The scenario that it starts from; nil where that is the study as it is.
  package var parent: Parent?
  /// What it changes itself, in the order of the file.
  package var settings: [Setting]
  /// The place of its id.
  package var location: SourceLocation
  /// The line there.
  package var sourceLine: String?
  /// What is odd about it and no mistake.
  package var warnings: [Diagnostic] = []

  /// The scenario that another one starts from.
  package struct Parent: Sendable {
    /// Its id.
    package var id: String
    /// The place where it is named.
    package var location: SourceLocation
    /// The line there.
    package var sourceLine: String?
  }

  /// One thing that a scenario changes.
  package struct Setting: Sendable {
    /// The change, as one could type it.
    package var change: InputOverride
    /// The reason for it, where it has one of its own.
    package var because: String?
    /// The place of its name.
    package var location: SourceLocation
    /// The place of its value.
    package var valueLocation: SourceLocation
    /// The line of its name.
    package var sourceLine: String?

    /// The change as one would type it.
    package var text: String { "\(change.name)\(change.operation.rawValue)\(change.text)" }
  }

  init(_ document: YAMLDocument) throws {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["id", "title", "extends", "because", "set"], of: "a scenario",
        into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    let id = map.string("id", into: &problems)
    let title = map.translations("title", into: &problems)
    let because = map.prose("because", into: &problems)
    if let node = map["extends"], let name = node.string(into: &problems) {
      parent = Parent(id: name, location: node.location, sourceLine: node.sourceLine)
    }
    settings = map.entries("set", into: &problems).compactMap { Setting($0, into: &problems) }
    Self.checkSet(map, into: &problems)
    location = map["id"]?.location ?? map.node.location
    sourceLine = map["id"]?.sourceLine ?? map.node.sourceLine
    if let id, let node = map["id"] { Self.check(id, node, document, into: &problems) }
    try problems.throwIfErrors()
    guard let id, let title, let because else {
      throw DiagnosticError(Diagnostic("\(document.source.file) is not complete"))
    }
    self.id = id
    self.title = LocalizedText(title)
    self.because = because
    warnings = problems.diagnostics
  }
}

extension Scenario {
  /// Notes a scenario that changes nothing: one that extends another may leave that at it.
  private static func checkSet(_ map: YAMLMapping, into problems: inout DiagnosticCollector) {
    let help = "say what becomes of what, such as set: {token_price: 2 to 4}"
    guard let entry = map.entries.first(where: { $0.key == "set" }) else {
      if map["extends"] == nil {
        problems.report(
          (map["id"] ?? map.node).diagnostic(
            "the scenario changes nothing: \"set\" is missing", help: help))
      }
      return
    }
    var ignored = DiagnosticCollector()
    let isEmpty = map["set"] == nil || map["set"]?.entries(into: &ignored)?.isEmpty == true
    if isEmpty {
      problems.report(
        entry.keyDiagnostic("the scenario changes nothing: \"set\" is empty", help: help))
    }
  }

  /// Notes an id that means something else, or that nobody looks for in a file of this name.
  private static func check(
    _ id: String, _ node: YAMLNode, _ document: YAMLDocument,
    into problems: inout DiagnosticCollector
  ) {
    if id == "base" {
      problems.report(
        node.diagnostic(
          "\"base\" is the study as it is, which no scenario can be called",
          help: "give it another id"))
    }
    let file = document.source.file.split(separator: "/").last.map(String.init) ?? ""
    guard file != "\(id).yaml" else { return }
    var found = node.diagnostic(
      "the scenario \"\(id)\" stands in \(file)",
      help: "call the file \(id).yaml: whoever names a scenario says its id")
    found.severity = .warning
    problems.report(found)
  }
}

extension Scenario.Setting {
  /// The keys of a change with a reason of its own, and what each does.
  private static let operations: [(key: String, operation: InputOverride.Operation)] = [
    ("to", .set), ("times", .multiply), ("plus", .add),
  ]

  /// Reads `NAME: VALUE`, or `NAME: {to: VALUE, because: …}` with `times` or `plus` in place of `to`.
  fileprivate init?(_ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector) {
    location = entry.keyLocation
    valueLocation = entry.value.location
    sourceLine = entry.value.source.line(entry.keyLocation.line)
    guard case .mapping = entry.value.content else {
      guard let text = entry.value.string(into: &problems) else { return nil }
      change = InputOverride(name: entry.key, text: text)
      return
    }
    let keys = Self.operations.map(\.key)
    guard
      let map = entry.value.mapping(
        allowedKeys: keys + ["because"], of: "a change", into: &problems)
    else { return nil }
    because = map.prose("because", into: &problems)
    let said = Self.operations.filter { map[$0.key] != nil }
    guard said.count == 1, let text = map.string(said[0].key, into: &problems) else {
      if !map.hasUnknownKeys {
        problems.report(
          entry.keyDiagnostic(
            said.isEmpty
              ? "nothing says what becomes of \"\(entry.key)\""
              : "\"\(entry.key)\" is changed in \(said.count) ways",
            help: "give one of \(keys.joined(separator: ", "))"))
      }
      return nil
    }
    valueLocation = map[said[0].key]?.location ?? valueLocation
    change = InputOverride(name: entry.key, operation: said[0].operation, text: text)
  }
}
