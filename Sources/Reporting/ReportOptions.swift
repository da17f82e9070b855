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
  /// What stands on its pages.
  public var layout: Layout
  /// The currency in which amounts are told.
  public var currency: ToldCurrency

  /// Makes options.
  public init(
    language: Language = .english, format: ReportFormat = .markdown, layout: Layout = .usual,
    currency: ToldCurrency = .study
  ) {
    self.language = language
    self.format = format
    self.layout = layout
    self.currency = currency
  }
}
