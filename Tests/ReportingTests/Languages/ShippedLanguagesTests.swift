import Foundation
import Publishing
import Reporting
import Testing

/// The files of languages against the phrases that the sources declare.
///
/// Unknown ids and places that differ are mistakes that reading a file refuses.
struct ShippedLanguagesTests {
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func everyPhraseIsTranslated(language: Language) {
    #expect(LanguageCatalogue.shipped.missing(in: language).map(\.id) == [])
  }

  @Test func everyFileIsReadIn() throws {
    let folder = Self.sources.appending(path: "Languages")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
    let tags = LanguageCatalogue.shipped.languages.map(\.tag)
    #expect(Set(files + ["en"]) == Set(tags))
  }

  @Test func idsAreUnique() {
    let ids = ReportWords.all.map(\.id)
    let repeated = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(repeated.sorted() == [])
  }

  /// Sentences that the record declares; its own tests hold who says them.
  private static let statements = "Statements."

  /// Every enum of phrases in the sources is in the list, under the name of its file or its own.
  @Test func everyDeclarationIsListed() throws {
    let topics = Set(
      Self.reported.compactMap { $0.id.split(separator: ".").first.map(String.init) })
    var declared: Set<String> = []
    for text in try Self.texts() {
      for part in text.split(separator: "static let topic = \"").dropFirst() {
        declared.insert(String(part.prefix { $0 != "\"" }))
      }
    }
    #expect(declared == topics)
  }

  /// A phrase that nothing says is one that nobody should have to translate.
  @Test func everyPhraseIsSaid() throws {
    let texts = try Self.texts()
    var dead: [String] = []
    for phrase in Self.reported {
      let parts = phrase.id.split(separator: ".").map(String.init)
      let isSaid = texts.contains { text in
        text.contains("topic = \"\(parts[0])\"") && Self.says("Words.\(parts[1])", text)
          || Self.says("\(parts[0]).\(parts[1])", text)
          || Self.says("\(parts[0]).Words.\(parts[1])", text)
      }
      if !isSaid { dead.append(phrase.id) }
    }
    #expect(dead == [])
  }

  /// The phrases that reports declare themselves.
  private static var reported: [Phrase] {
    ReportWords.all.filter { !$0.id.hasPrefix(statements) }
  }

  private static func says(_ name: String, _ text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      rest = rest[range.upperBound...]
      if rest.first.map({ !$0.isLetter && !$0.isNumber }) ?? true { return true }
    }
    return false
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Reporting")

  private static func texts() throws -> [String] {
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
