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

  /// The text in a language; where it isn't translated, in the language nearest to it.
  ///
  /// Traditional and simplified Chinese stand in for each other before English does; where there
  /// is no English either, the version that sorts first is taken.
  public func text(in language: String) -> String {
    if let text = byLanguage[language] { return text }
    for tag in Self.fallbacks(of: language) {
      if let text = byLanguage[tag] { return text }
    }
    return byLanguage.values.min() ?? ""
  }

  /// The languages that stand in for one, the nearest first.
  public static func fallbacks(of language: String) -> [String] {
    let chinese = language.hasPrefix("zh") ? ["zh-Hant", "zh-Hans"] : []
    return (chinese + ["en"]).filter { $0 != language }
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
