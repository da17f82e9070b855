import Diagnostics
import Yams

/// A YAML file as a tree with places.
///
/// Only what models need is taken: one document, no anchors, no aliases, no repeated keys, and
/// never a guess about what a piece of text means; that is for the reader of each value to say.
package struct YAMLDocument: Sendable {
  /// The text that was read.
  package var source: SourceText
  /// The whole content, or nil when the file holds nothing but comments.
  package var root: YAMLNode?

  /// The largest number of values in a file.
  package static let largestNodeCount = 200_000
  /// The largest depth to which lists and keys may be nested.
  package static let largestDepth = 64
  /// The largest number of characters in a key: files of texts have whole sentences as keys.
  package static let longestKey = 1000

  /// Reads text as YAML.
  ///
  /// - Throws: `DiagnosticError` when it is no YAML, or uses what is refused.
  package init(_ source: SourceText) throws {
    self.source = source
    try source.refuseControlCharacters()
    root = try Self.root(of: source)
  }

  /// Reads a file as YAML.
  ///
  /// - Throws: `DiagnosticError`, of category `missing` when there is no such file.
  package init(contentsOf path: String, shownAs file: String? = nil) throws {
    try self.init(SourceText(contentsOf: path, shownAs: file))
  }

  /// The content as the library reads it: whatever is YAML, and every mistake.
  private static func root(of source: SourceText) throws -> YAMLNode? {
    let root = try compose(source)
    var walk = YAMLWalk(source: source)
    let node = root.flatMap { walk.node($0.node, depth: 0) }
    try walk.problems.throwIfErrors()
    // Anchors are weakly held by their nodes: the parser keeps them until the walk is over.
    withExtendedLifetime(root?.parser) {}
    return node
  }

  private static func compose(_ source: SourceText) throws -> (node: Node, parser: Parser)? {
    do {
      let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
      return try parser.singleRoot().map { ($0, parser) }
    } catch let error as YamlError {
      throw DiagnosticError(YAMLSyntaxMistake.diagnostic(for: error, in: source))
    }
  }
}

/// Turns the library's nodes into ours, within the bounds on size and depth.
private struct YAMLWalk {
  var source: SourceText
  var problems = DiagnosticCollector()
  private var count = 0
  private var isOverBudget = false

  init(source: SourceText) {
    self.source = source
  }

  mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
    let place = (line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard isWithinBounds(place, depth: depth), !refusesAnchor(of: node, at: place) else {
      return nil
    }
    let content: YAMLNode.Content
    var location = source.location(line: place.line, column: place.column)
    switch node {
    case .scalar(let scalar):
      let style: YAMLNode.Scalar.Style
      (style, location) = styleAndPlace(of: scalar, at: location)
      if style == .quoted { refuseEscapedControls(scalar.string, at: location) }
      content = .scalar(YAMLNode.Scalar(text: scalar.string, style: style))
    case .sequence(let sequence):
      content = .sequence(sequence.compactMap { self.node($0, depth: depth + 1) })
    case .mapping(let mapping):
      let entries = mapping.compactMap { entry($0.key, $0.value, depth: depth) }
      refuseRepeatedKeys(entries)
      content = .mapping(entries)
    case .alias:
      return nil
    }
    return YAMLNode(content: content, location: location, source: source)
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLNode.Entry? {
    guard let keyNode = node(key, depth: depth + 1) else { return nil }
    guard case .scalar(let scalar) = keyNode.content else {
      problems.report(keyNode.diagnostic("a key must be one piece of text"))
      return nil
    }
    guard scalar.text.unicodeScalars.count <= YAMLDocument.longestKey else {
      problems.report(
        keyNode.diagnostic(
          "a key must not be longer than \(YAMLDocument.longestKey) characters",
          help: "shorten it; look for a colon that should not be there"))
      return nil
    }
    guard let valueNode = node(value, depth: depth + 1) else { return nil }
    return YAMLNode.Entry(key: scalar.text, keyLocation: keyNode.location, value: valueNode)
  }

  /// To the parser keys of different tags are different: `!a key` and `!b key`.
  private mutating func refuseRepeatedKeys(_ entries: [YAMLNode.Entry]) {
    var first: [String: SourceLocation] = [:]
    for entry in entries {
      guard let place = first.updateValue(entry.keyLocation, forKey: entry.key) else { continue }
      problems.report(
        entry.keyDiagnostic(
          "the key \"\(entry.key)\" stands here twice",
          help: "it stands first on line \(place.line), column \(place.column)"))
    }
  }

  private mutating func isWithinBounds(_ place: (line: Int, column: Int), depth: Int) -> Bool {
    guard !isOverBudget else { return false }
    count += 1
    if count > YAMLDocument.largestNodeCount {
      problems.report(
        source.diagnostic(
          "the file has more than \(YAMLDocument.largestNodeCount) values", line: place.line,
          column: place.column, help: "split it into several files"))
      isOverBudget = true
      return false
    }
    if depth > YAMLDocument.largestDepth {
      problems.report(
        source.diagnostic(
          "keys and lists are nested more than \(YAMLDocument.largestDepth) deep",
          line: place.line, column: place.column))
      isOverBudget = true
      return false
    }
    return true
  }

  /// The source has no control characters; an escape in double quotes may still write one.
  private mutating func refuseEscapedControls(_ text: String, at location: SourceLocation) {
    let found = text.unicodeScalars.first {
      SourceText.isRefused($0) && $0 != "\n" && $0 != "\r"
    }
    guard let found else { return }
    problems.report(
      source.diagnostic(
        "an escape writes the control character \(SourceText.name(of: found)), which no text needs",
        line: location.line, column: location.column, help: "delete the escape"))
  }

  private mutating func refusesAnchor(of node: Node, at place: (line: Int, column: Int)) -> Bool {
    let anchor =
      switch node {
      case .scalar(let scalar): scalar.anchor
      case .sequence(let sequence): sequence.anchor
      case .mapping(let mapping): mapping.anchor
      case .alias(let alias): Optional(alias.anchor)
      }
    guard let anchor else { return false }
    problems.report(
      source.diagnostic(
        "the anchor \"&\(anchor.rawValue)\" is not allowed", line: place.line, column: place.column,
        help: "write the value out wherever it is needed"))
    // A node reached by an alias is the same node again: one message is enough, and a chain of
    // aliases to aliases must not be walked.
    isOverBudget = true
    return true
  }

  /// The style, and the place of the first character of the text itself.
  private func styleAndPlace(
    of scalar: Node.Scalar, at location: SourceLocation
  ) -> (YAMLNode.Scalar.Style, SourceLocation) {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      return (.quoted, location.advanced(by: 1))
    case .literal, .folded:
      let style: YAMLNode.Scalar.Style = scalar.style == .literal ? .block : .folded
      for number in (location.line + 1)...max(location.line + 1, source.lines.count) {
        guard let line = source.line(number) else { break }
        let indent = line.unicodeScalars.prefix { $0 == " " }.count
        if indent < line.unicodeScalars.count {
          return (style, source.location(line: number, column: indent + 1))
        }
      }
      return (style, location)
    case .any, .plain:
      return (.plain, location)
    }
  }
}
