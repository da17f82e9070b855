import Diagnostics
package import Documents

/// The languages that the program speaks: English, those shipped, and those that a folder adds.
package struct LanguageCatalogue: Sendable {
  /// All phrases that a language can translate.
  package let phrases: [Phrase]
  /// English first, then the others in the order in which they came.
  package private(set) var languages: [Language] = [.english]

  /// A catalogue that speaks English alone.
  package init(of phrases: [Phrase]) {
    self.phrases = phrases
  }

  /// Adds the language of a file; one of the same tag gives way to it.
  ///
  /// - Throws: `DiagnosticError` that shows all mistakes of the file.
  package mutating func add(_ document: YAMLDocument) throws {
    let language = try Language(document, of: phrases)
    if let index = languages.firstIndex(where: { $0.tag == language.tag }) {
      languages[index] = language
    } else {
      languages.append(language)
    }
  }

  /// The phrases that a language leaves to English.
  package func missing(in language: Language) -> [Phrase] {
    language.isEnglish ? [] : phrases.filter { language.translations[$0.id] == nil }
  }
}

extension [Language] {
  /// The language of a tag, whatever its case.
  ///
  /// - Throws: `DiagnosticError` that says which there are.
  package func named(_ tag: String) throws -> Language {
    if let language = first(where: { $0.tag.lowercased() == tag.lowercased() }) {
      return language
    }
    let tags = map(\.tag)
    throw DiagnosticError(
      Diagnostic(
        "there is no language \"\(tag)\"",
        help: Suggestion.help(for: tag, among: tags)
          ?? "there are \(tags.joined(separator: ", ")); a file languages/\(tag).yaml adds one"))
  }
}
