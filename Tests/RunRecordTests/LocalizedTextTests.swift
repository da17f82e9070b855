import RunRecord
import Testing

/// The order in which languages stand in for each other.
struct LocalizedTextTests {
  @Test(arguments: [
    ("zh-Hans", ["en": "e", "zh-Hant": "繁"], "繁"), ("zh-Hant", ["en": "e", "zh-Hans": "简"], "简"),
    ("zh-Hans", ["en": "e"], "e"), ("en", ["zh-Hant": "繁", "zh-Hans": "简"], "简"),
    ("ja", ["en": "e", "zh-Hant": "繁"], "e"), ("ja", ["en": "e", "ja": "和"], "和"),
    ("zh-HK", ["en": "e", "zh-Hant": "繁", "zh-Hans": "简"], "繁"), ("en", [:], ""),
  ])
  func nearestLanguage(_ language: String, _ versions: [String: String], _ text: String) {
    #expect(LocalizedText(versions).text(in: language) == text)
  }
}
