/// A language that the program speaks: English, or one that a file translates to.
public struct Language: Hashable, Sendable {
  /// Its BCP 47 tag, such as `zh-Hant`.
  public let tag: String
  /// Its name in itself.
  public let name: String
  /// The style in which it writes numbers.
  package let numberStyle: NumberStyle
  /// The translations by the ids of their phrases.
  package private(set) var translations: [String: String]
  /// What people wrote, in this language, by the text as it stands in files and records.
  package private(set) var written: [String: String] = [:]
  /// The currency in which amounts are told; nil for the one that they are in.
  package var conversion: MoneyConversion?

  /// English, which every phrase is declared in.
  public static let english = Language(
    tag: "en", name: "English", numberStyle: .english, translations: [:])

  package init(
    tag: String, name: String, numberStyle: NumberStyle, translations: [String: String]
  ) {
    self.tag = tag
    self.name = name
    self.numberStyle = numberStyle
    self.translations = translations
  }

  /// True if it is English, whose phrases need no translation.
  package var isEnglish: Bool { tag == Self.english.tag }

  /// Its printer of numbers.
  package var numbers: NumberText { NumberText(language: self) }

  /// The same language with words for what people wrote, besides those that it has.
  package func saying(_ texts: [String: String]) -> Language {
    guard !texts.isEmpty else { return self }
    var language = self
    language.written.merge(texts) { $1 }
    return language
  }

  /// The same language with other wordings of some phrases, by their ids.
  package func worded(_ wordings: [String: String]) -> Language {
    var language = self
    language.translations.merge(wordings) { $1 }
    return language
  }

  /// The wording of a phrase, places open; English where there is no translation.
  package func wording(_ phrase: some Phrases) -> String {
    translations.isEmpty ? phrase.rawValue : translations[phrase.id] ?? phrase.rawValue
  }

  /// The wording of a phrase that isn't declared as a case.
  package func wording(_ phrase: Phrase) -> String {
    translations[phrase.id] ?? phrase.english
  }
}
