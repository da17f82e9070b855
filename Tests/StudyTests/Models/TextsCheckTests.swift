import Diagnostics
import Documents
import Foundation
import Study
import TestSupport
import Testing

/// What folders' files of texts leave out, and what they translate though no file says it.
@Suite struct TextsCheckTests {
  /// Everything that the shipped models say in words is there in every language.
  @Test(arguments: WrittenTexts.shippedLanguages)
  func shippedModelsSayAllInEveryLanguage(_ language: String) throws {
    let loaded = try ModelsFolder([Repository.models]).load()
    let check = try TextsCheck(loaded.files.map { ($0.path, $0.text) }, loaded.texts)
    #expect(check.missing(in: language) == [])
  }

  @Test func shippedTranslationsAreAllUsed() {
    let problems = Checking(folder: Repository.models).problems(wantsTexts: true)
    #expect(problems.map(\.message) == [])
  }

  /// A figure of a shipped text stands in its translation too, whatever the unit it is counted in.
  @Test(arguments: ["zh-Hant", "zh-Hans"])
  func translationsKeepTheFigures(_ language: String) throws {
    let texts = try ModelsFolder([Repository.models]).load().texts
    for (text, versions) in texts.byText {
      guard let translated = versions[language] else { continue }
      let lost = Self.figures(text).filter { !Self.figures(translated).contains($0) }
      #expect(lost == [], "\(text): \(translated)")
    }
  }

  /// The significant digits of numbers of more than two: shorter ones may be months and ordinals,
  /// which languages say in words.
  private static func figures(_ text: String) -> [String] {
    text.replacing(",", with: "").split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
      .map { number in
        let digits = number.filter(\.isNumber).drop { $0 == "0" }
        return String(digits.reversed().drop { $0 == "0" }.reversed())
      }.filter { $0.count > 2 }
  }

  private static func models(_ texts: String) throws -> TemporaryModels {
    var files = try TinyModels.files()
    files["companies/acme.yaml"]?.replace(
      "confidence: high}", with: "confidence: high, note: first page}", maxReplacements: 1)
    files["companies/acme.yaml"]?.replace(
      "financing: listed", with: "financing: listed\nkind: {en: maker, zh-Hant: 廠商}\nnote: 甲乙")
    files["texts/zh-Hant.yaml"] = texts
    return try TemporaryModels(files)
  }

  @Test func whatIsLeftOutAndWhatIsUnusedIsNamed() throws {
    let models = try Self.models("language: zh-Hant\ntexts:\n  first pages: 首頁\n")
    // Only whoever asks is told.
    #expect(Checking(models).problems() == [])
    let found = Checking(models).problems(wantsTexts: true)
    #expect(found.allSatisfy { $0.severity == .warning })
    // Beside the company's, those of the files that the tiny folder shares with the shipped one.
    #expect(found.count == 2)
    #expect(found[0].message.hasSuffix(" texts aren't said in zh-Hant; this is the first"))
    #expect(found[1].message == "no file says this text")
    #expect(found.map(\.location?.line) == [9, 3])
    #expect(
      found.map(\.help) == [
        "add it to texts/zh-Hant.yaml, or write {en: …, zh-Hant: …} here",
        "did you mean \"first page\"?",
      ])
  }

  /// A text that carries its translation goes before the file of texts.
  @Test func textsBesideTheirWordsGoFirst() throws {
    let models = try Self.models("language: zh-Hant\ntexts:\n  maker: 作坊\n  first page: 首頁\n")
    let texts = try ModelsFolder([models.path]).load().texts
    #expect(texts.byText["maker"] == ["zh-Hant": "廠商"])
    #expect(texts.byText["first page"] == ["zh-Hant": "首頁"])
  }

  /// A folder laid over another translates for both; a language that it adds has texts as well.
  @Test func laterFoldersAndLanguagesCount() throws {
    let models = try Self.models("language: zh-Hant\ntexts: {first page: 首頁}\n")
    let over = try TemporaryModels([
      "texts/zh-Hant.yaml": "language: zh-Hant\ntexts: {first page: 第一頁}\n",
      "texts/de.yaml": "language: de\ntexts: {first page: erste Seite}\n",
      "languages/de.yaml": "language: de\n",
    ])
    let texts = try ModelsFolder([models.path, over.path]).load().texts
    #expect(texts.byText["first page"] == ["zh-Hant": "第一頁", "de": "erste Seite"])
    try over.remove("languages/de.yaml")
    let error = #expect(throws: DiagnosticError.self) {
      try ModelsFolder([models.path, over.path]).load()
    }
    #expect(error?.diagnostics.map(\.message) == ["there is no language \"de\""])
  }
}
