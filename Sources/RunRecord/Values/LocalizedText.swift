/// One text in several languages, by BCP 47 tag: `en`, `zh-Hant`, `zh-Hans`.
public struct LocalizedText: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The text by language tag; `en` is always there.
  public var byLanguage: [String: String]

  /// Makes a text from its translations.
  public init(_ byLanguage: [String: String]) {
    self.byLanguage = byLanguage
  }

  /// A text in English alone.
  public init(stringLiteral value: String) {
    byLanguage = ["en": value]
  }

  /// The text in a language, or in English where it isn't translated.
  public func text(in language: String) -> String {
    byLanguage[language] ?? byLanguage["en"] ?? byLanguage.values.min() ?? ""
  }

  /// Reads an object of language tags.
  public init(from decoder: any Decoder) throws {
    byLanguage = try decoder.singleValueContainer().decode([String: String].self)
  }

  /// Writes an object of language tags.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(byLanguage)
  }
}
