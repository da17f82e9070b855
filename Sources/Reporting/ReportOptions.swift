public import Publishing
/// The form in which a report is written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// CommonMark with GitHub's tables; charts are files beside the pages.
  case markdown
  /// One file with all pages and charts in it, with contents and search.
  case html
  /// A file for each page, with its charts in it, that lead to each other.
  case htmlFolder
}

/// The language and the format of a report.
public struct ReportOptions: Hashable, Sendable {
  /// The language of its words.
  public var language: Language
  /// Its format.
  public var format: ReportFormat

  /// Makes options.
  public init(language: Language = .english, format: ReportFormat = .markdown) {
    self.language = language
    self.format = format
  }
}
