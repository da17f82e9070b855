import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// What people wrote is said in the language of the report, where a run knows how.
struct WrittenWordsTests {
  private static let note = "range of two layouts"
  private static let reason = "no consumer product; sells to cities & banks"
  private static let event = "核心研發人員由 467 減至 239"

  private static let run: RunRecord = {
    var run = TinyStudy.run
    run.texts = [
      note: LocalizedText(["en": note, "zh-Hant": "兩種版式的範圍"]),
      reason: LocalizedText(["en": reason, "zh-Hant": "沒有消費產品", "zh-Hans": "没有消费产品"]),
      event: LocalizedText(["en": "\(event) (core research staff from 467 to 239)"]),
      "layoffs": LocalizedText(["en": "layoffs", "zh-Hant": "裁員"]),
      "AI company": LocalizedText(["en": "AI company", "zh-Hant": "AI 公司"]),
    ]
    return run
  }()

  private func page(_ language: Language, _ run: RunRecord = run) throws -> String {
    try #require(
      ReportWriter.pages(for: run, language: language).first {
        $0.path == "companies/cloud-pipe.md"
      }
    ).content
  }

  @Test func notesReasonsAndEventsAreTranslated() throws {
    let page = try page(.traditionalChinese)
    for words in ["兩種版式的範圍", "沒有消費產品", "（裁員）", "AI 公司", Self.event] {
      #expect(page.contains(words), "\(words)")
    }
    for words in [Self.note, Self.reason, "layoffs", "AI company"] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  /// Traditional Chinese stands in for simplified before English does.
  @Test func theNearestLanguageStandsIn() throws {
    let page = try page(.simplifiedChinese)
    #expect(page.contains("没有消费产品"))
    #expect(page.contains("兩種版式的範圍"))
  }

  /// A text in Chinese has its English behind it; all others stay as they are.
  @Test func englishRendersQuotations() throws {
    let page = try page(.english)
    #expect(page.contains("239 (core research staff from 467 to 239)"))
    #expect(page.contains(Self.note))
  }

  /// A run without translations, as older ones are, says what was written.
  @Test func withoutTranslationsTheTextStands() throws {
    #expect(TinyStudy.run.texts == nil)
    #expect(try page(.traditionalChinese, TinyStudy.run).contains(Self.note))
  }
}
