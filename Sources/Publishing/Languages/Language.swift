/// A language that the program speaks: English, or one that a file translates to.
public struct Language: Hashable, Sendable {
  /// Its BCP 47 tag, such as `zh-Hant`.
  public let tag: String
  /// Its name in itself.
  public let name: String
  /// The style in which it writes numbers.
  package let numberStyle: NumberStyle
  /// The translations by the ids of their phrases.
  package let translations: [String: String]
  /// The currency in which amounts are told; nil for the one that they are in.
  package var conversion: MoneyConversion?

  /// English, which every phrase is declared in.
  public static let english = Language(
    tag: "en", name: "English", numberStyle: .english, translations: [:])

  /// True if it is English, whose phrases need no translation.
  package var isEnglish: Bool { tag == Self.english.tag }

  /// Its printer of numbers.
  package var numbers: NumberText { NumberText(language: self) }

  /// The wording of a phrase, places open; English where there is no translation.
  package func wording(_ phrase: some Phrases) -> String {
    translations.isEmpty ? phrase.rawValue : translations[phrase.id] ?? phrase.rawValue
  }

  /// The wording of a phrase that isn't declared as a case.
  package func wording(_ phrase: Phrase) -> String {
    translations[phrase.id] ?? phrase.english
  }
}
