import Publishing
import Diagnostics
import RunRecord

/// The words of reports, explained.
struct GlossaryTerm {
  /// Its id, words joined by `-`.
  var id: String
  /// What it is called.
  var name: LocalizedText
  /// What it means.
  var text: LocalizedText
  /// Other ids that mean the same.
  var aliases: [String] = []
}

/// Finds terms.
enum Glossary {
  /// The term that words name, in any of its languages.
  static func term(_ words: String) -> GlossaryTerm? {
    let id = normalized(words)
    return terms.first { term in
      term.id == id || term.aliases.contains(id)
        || term.name.byLanguage.values.contains { normalized($0) == id }
    }
  }

  /// All ids, for suggestions.
  static var ids: [String] { terms.map(\.id) }

  /// Every term with its name.
  static func list(in language: String) -> String {
    TextTable(
      [TextTable.Column("term", "term"), TextTable.Column("meaning", "meaning")],
      rows: terms.map { term in
        [.text(term.name.text(in: language)), .text(firstSentence(term.text.text(in: language)))]
      }
    ).rendered()
  }

  /// A term as it is explained.
  static func text(_ term: GlossaryTerm, in language: String) -> String {
    TextWrap.paragraph(term.name.text(in: language)) + "\n"
      + TextWrap.paragraph(term.text.text(in: language)) + "\n"
  }

  private static func firstSentence(_ text: String) -> String {
    if let end = text.firstIndex(of: "。") { return String(text[...end]) }
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }

  private static func normalized(_ words: String) -> String {
    words.trimmed.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
  }
}
