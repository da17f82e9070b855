package import Diagnostics

/// One value of a YAML file with its place.
package struct YAMLNode: Sendable {
  /// The content of a value, by its form.
  package enum Content: Sendable {
    /// Keys and values in the order of the file.
    case mapping([Entry])
    /// Values in the order of the file.
    case sequence([YAMLNode])
    /// One piece of text.
    case scalar(Scalar)
  }

  /// A key and its value.
  package struct Entry: Sendable {
    /// The key's text.
    package var key: String
    /// The position of the key.
    package var keyLocation: SourceLocation
    /// The value behind the key.
    package var value: YAMLNode
  }

  /// The text of a value, before anybody decides what it means.
  package struct Scalar: Hashable, Sendable {
    /// The style in which text is written.
    package enum Style: Hashable, Sendable {
      /// Without quotes.
      case plain
      /// In single or double quotes.
      case quoted
      /// A block after `|`, whose lines are those of the file.
      case block
      /// A block after `>`, whose lines are joined.
      case folded
    }

    /// The text, without quotes and escapes.
    package var text: String
    /// The style in which it is written.
    package var style: Style

    /// True if nothing is written: an empty value, `~` or `null` without quotes.
    package var isNull: Bool {
      guard style == .plain, text.utf8.count <= 4 else { return false }
      return switch text {
      case "", "~", "null", "Null", "NULL": true
      default: false
      }
    }
  }

  /// The content, by its form.
  package var content: Content
  /// The value's first position; for text in quotes, its first character inside them.
  package var location: SourceLocation
  /// The file that the value is part of.
  package var source: SourceText

  /// The whole line at `location`.
  package var sourceLine: String? { source.line(location.line) }

  /// The text, or nil when this is no scalar.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// A mistake at this value.
  package func diagnostic(
    _ message: String, help: String? = nil, severity: Diagnostic.Severity = .error,
    category: Diagnostic.Category = .invalid
  ) -> Diagnostic {
    Diagnostic(
      message, at: location, sourceLine: sourceLine, help: help, severity: severity,
      category: category)
  }

  /// A description of the value for messages: `the text "abc"`, `a list`, `nothing`.
  package var inWords: String {
    switch content {
    case .mapping: "keys with values"
    case .sequence: "a list"
    case .scalar(let scalar) where scalar.isNull: "nothing"
    case .scalar(let scalar) where scalar.style == .plain: "\"\(scalar.text.shortened)\""
    case .scalar(let scalar): "the text \"\(scalar.text.shortened)\""
    }
  }
}

extension YAMLNode.Entry {
  /// A mistake at the key.
  package func keyDiagnostic(
    _ message: String, help: String? = nil, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      message, at: keyLocation, sourceLine: value.source.line(keyLocation.line), help: help,
      severity: severity)
  }
}

extension String {
  /// The text on one line of at most 60 characters, for messages.
  var shortened: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
