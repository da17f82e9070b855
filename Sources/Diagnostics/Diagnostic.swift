/// One mistake in an input: what was found, what was expected, where, and what to do about it.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
  /// The severity of a mistake.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The input can't be used.
    case error
    /// The input can be used, but its author should look at it.
    case warning
  }

  /// The kind of answer that a mistake calls for; exit codes are mapped from it.
  public enum Category: String, Hashable, Sendable, Codable {
    /// The input says something wrong (exit code 65).
    case invalid
    /// The input, or something that it names, is not there (exit code 66).
    case missing
  }

  /// The severity.
  public var severity: Severity
  /// The kind of answer that it calls for: something is wrong, or absent.
  public var category: Category
  /// One sentence without a full stop: what was found and what was expected.
  public var message: String
  /// The place, if the mistake has one.
  public var location: SourceLocation?
  /// The whole line of the input at `location`, for the excerpt under the message.
  public var sourceLine: String?
  /// The advice on it, e.g. `did you mean "hospitals_served"?`
  public var help: String?

  /// Makes a diagnostic from its parts.
  public init(
    _ message: String, at location: SourceLocation? = nil, sourceLine: String? = nil,
    help: String? = nil, severity: Severity = .error, category: Category = .invalid
  ) {
    self.message = message
    self.location = location
    self.sourceLine = sourceLine
    self.help = help
    self.severity = severity
    self.category = category
  }
}

extension [Diagnostic] {
  /// File by file in the order in which files come first, within each by line.
  ///
  /// Those on one line stay as they were found, causes before what follows from them. What has no
  /// place comes before all.
  package var inOrderOfPlaces: [Diagnostic] {
    var files: [String: Int] = [:]
    for diagnostic in self {
      guard let file = diagnostic.location?.file, files[file] == nil else { continue }
      files[file] = files.count
    }
    func place(_ index: Int) -> [Int] {
      guard let location = self[index].location else { return [-1, 0, index] }
      return [files[location.file] ?? 0, location.line, index]
    }
    return indices.sorted { place($0).lexicographicallyPrecedes(place($1)) }.map { self[$0] }
  }
}

/// All the mistakes that were found in one go, thrown together.
public struct DiagnosticError: Error, Hashable, Sendable {
  /// The mistakes, in the order of their places.
  public var diagnostics: [Diagnostic]

  /// Collects mistakes; at least one of them should be an error.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// One mistake alone.
  public init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }

  /// `missing` when every error is about something absent, otherwise `invalid`.
  public var category: Diagnostic.Category {
    let errors = diagnostics.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { $0.category == .missing } ? .missing : .invalid
  }
}

extension DiagnosticError: CustomStringConvertible {
  /// The mistakes as they print in a terminal without colour.
  public var description: String {
    diagnostics.map { DiagnosticRenderer().render($0) }.joined(separator: "\n")
  }
}

/// Gathers mistakes while reading goes on, so that all of them are shown at once.
public struct DiagnosticCollector: Sendable {
  /// The mistakes found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Starts empty.
  public init() {}

  /// True if any of the mistakes is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Notes one mistake.
  public mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Notes several mistakes.
  public mutating func report(_ more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }

  /// Runs a step that may fail and notes its mistakes; other errors pass through.
  ///
  /// - Returns: What the step gave, or nil if it failed with mistakes.
  public mutating func attempt<Value>(_ step: () throws -> Value) rethrows -> Value? {
    do {
      return try step()
    } catch let error as DiagnosticError {
      report(error.diagnostics)
    } catch let diagnostic as Diagnostic {
      report(diagnostic)
    }
    return nil
  }

  /// Runs a step that fails with mistakes only, and notes them.
  ///
  /// - Returns: What the step gave, or nil if it failed.
  public mutating func noting<Value>(_ step: () throws -> Value) -> Value? {
    do {
      return try attempt(step)
    } catch {
      report(Diagnostic("\(error)"))
      return nil
    }
  }

  /// Throws everything that was found if any of it is an error.
  ///
  /// - Throws: `DiagnosticError` with all mistakes, warnings included.
  public func throwIfErrors() throws {
    if hasErrors { throw DiagnosticError(diagnostics) }
  }
}
