import Publishing

/// A file of a report.
public struct ReportFile: Hashable, Sendable {
  /// Its path relative to the report's folder, with `/` between names.
  public var path: String
  /// Its text, UTF-8.
  public var content: String

  /// Makes a file.
  public init(path: String, content: String) {
    self.path = path
    self.content = content
  }
}
