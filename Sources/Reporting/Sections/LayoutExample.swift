import Documents
public import Publishing

extension Layout {
  /// Reads a layout from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - languages: The languages that there are.
  /// - Throws: `DiagnosticError` with all mistakes of the file, or where there is none.
  package init(contentsOf path: String, languages: [Language]) throws {
    try self.init(
      YAMLDocument(contentsOf: path), frames: PageKind.allCases.map(\.frame),
      phrases: ReportWords.all, languages: languages)
  }

  /// A layout that changes nothing: every page with its sections in their order, to start from.
  public static var example: String {
    let pages = PageKind.allCases.map { kind -> String in
      let sections = kind.frame.usual.map { "      - \($0)\n" }.joined()
      return "  \(kind.rawValue):\n    sections:\n\(sections)"
    }
    return """
      # The pages of reports and what stands on them, as it is without a layout: move a line, take it
      # out, or put a text of your own between two. A page that isn't named stays as it is; one
      # without sections isn't written. docs/layout.md says more.
      pages:
      \(pages.joined().dropLast())

      # Any phrase can be worded otherwise, by language, topic and name:
      # words:
      #   en:
      #     Events: {title: What happened}

      """
  }
}
