/// A text in the languages of the reports; English is always there.
package struct Translations: Hashable, Sendable {
  /// English.
  package var en: String
  /// Traditional Chinese, if it was given.
  package var zhHant: String?
  /// Simplified Chinese, if it was given.
  package var zhHans: String?

  /// Makes a text from its versions.
  package init(en: String, zhHant: String? = nil, zhHans: String? = nil) {
    self.en = en
    self.zhHant = zhHant
    self.zhHans = zhHans
  }

  /// The versions by language code, in the order en, zh-Hant, zh-Hans.
  package var byLanguage: [(language: String, text: String)] {
    [("en", en)] + (zhHant.map { [("zh-Hant", $0)] } ?? [])
      + (zhHans.map { [("zh-Hans", $0)] } ?? [])
  }
}
