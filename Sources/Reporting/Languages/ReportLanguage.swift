package import RunRecord

/// A language of reports, by its BCP 47 tag.
public enum ReportLanguage: String, CaseIterable, Hashable, Sendable {
  /// English.
  case english = "en"
  /// Chinese in traditional characters.
  case traditionalChinese = "zh-Hant"
  /// Chinese in simplified characters.
  case simplifiedChinese = "zh-Hans"

  /// Every phrase in this language.
  package var phrases: [Phrase: String] {
    switch self {
    case .english: EnglishPhrases.table
    case .traditionalChinese: TraditionalChinesePhrases.table
    case .simplifiedChinese: SimplifiedChinesePhrases.table
    }
  }

  /// The sentence of a statement, with its places.
  package func sentence(_ kind: StatementKind) -> String {
    switch self {
    case .english: kind.english
    case .traditionalChinese: TraditionalChineseSentences.table[kind] ?? kind.english
    case .simplifiedChinese: SimplifiedChineseSentences.table[kind] ?? kind.english
    }
  }

  /// Whether large numbers count in 万 and 亿.
  package var isChinese: Bool { self != .english }
}
