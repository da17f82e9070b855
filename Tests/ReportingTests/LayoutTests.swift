import Documents
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// What a layout changes of a report, and what it leaves as it is.
struct LayoutTests {
  private func layout(_ text: String) throws -> Layout {
    try Layout(
      YAMLDocument(SourceText(text, file: "layout.yaml")),
      frames: PageKind.allCases.map(\.frame), phrases: ReportWords.all,
      languages: LanguageCatalogue.shipped.languages)
  }

  /// The headings of every page, those of folded sections too.
  private func pages(
    _ text: String, _ language: Language = .english
  ) throws -> [String: [String]] {
    let pages = ReportWriter.tree(of: TinyStudy.run, language: language, layout: try layout(text))
    return Dictionary(
      uniqueKeysWithValues: pages.map { page in
        (
          page.path,
          page.blocks.compactMap { block in
            switch block {
            case .heading(_, let words, _), .details(let words, _): words.plainText
            default: nil
            }
          }
        )
      })
  }

  /// The layout to start from gives the report as it is without one, to the byte.
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func theExampleChangesNothing(_ language: Language) throws {
    let usual = ReportWriter.pages(for: TinyStudy.run, language: language)
    let laidOut = ReportWriter.pages(
      for: TinyStudy.run, language: language, layout: try layout(Layout.example))
    #expect(usual == laidOut)
  }

  @Test func sectionsComeInTheOrderGiven() throws {
    let found = try pages("pages: {company: {sections: [Events, Reported]}}")
    #expect(
      found["companies/cloud-pipe"]?.dropFirst() == ["Events", "Reported figures"])
    // Nothing is known of its events.
    #expect(found["companies/big-group"]?.dropFirst() == ["Reported figures"])
  }

  @Test func sectionsAreLeftOutAndTitlesChanged() throws {
    let usual = try pages("pages: {}")
    let found = try pages(
      "pages: {company: {title: \"{name}, Inc.\", leave_out: [Events]}, index: {title: Ours}}")
    let before = try #require(usual["companies/cloud-pipe"])
    #expect(
      found["companies/cloud-pipe"] == ["\(before[0]), Inc."]
        + before.dropFirst().filter { $0 != "Events" })
    #expect(found[Page.index]?.first == "Ours")
    #expect(found["paths/medical-ai"] == usual["paths/medical-ai"])
  }

  /// A text of the team's own stands as it is written: its markup is text.
  @Test func ownTextsStandAsTheyAreWritten() throws {
    let text = """
      pages:
        method:
          sections:
            - text: {en: "# One *line*\\nand\\n\\n<b>two</b>", zh-Hant: 一段}
              heading: Ours
            - Identity
      """
    let files = ReportWriter.pages(for: TinyStudy.run, layout: try layout(text))
    let page = try #require(files.first { $0.path == "method.md" }?.content)
    #expect(page.contains("## Ours\n\n\\# One \\*line\\* and\n\n\\<b>two\\</b>\n"))
    let chinese = try pages(text, .simplifiedChinese)
    #expect(chinese["method"]?[1] == "Ours")
  }

  /// Another heading keeps the anchor that links lead to by its key.
  @Test func headingsCanBeReplaced() throws {
    let found = try pages(
      "pages: {company: {sections: [{section: Events, heading: {en: Story, zh-Hant: 經過}}]}}",
      .traditionalChinese)
    #expect(found["companies/cloud-pipe"]?.dropFirst() == ["經過"])
  }

  /// A page without sections isn't written, and what linked to it stands as text.
  @Test func emptyPagesAreNotWritten() throws {
    let files = ReportWriter.pages(
      for: TinyStudy.run, layout: try layout("pages: {ranking: {sections: []}}"))
    #expect(!files.contains { $0.path == "ranking.md" })
    #expect(!files.contains { $0.content.contains("(ranking.md") })
  }

  @Test func wordsAreReplacedInTheirLanguage() throws {
    let words = "words: {en: {Events: {title: What happened}}, zh-Hant: {Events: {title: 經過}}}"
    #expect(try pages(words)["companies/cloud-pipe"]?.contains("What happened") == true)
    #expect(
      try pages(words, .traditionalChinese)["companies/cloud-pipe"]?.contains("經過") == true)
  }

  @Test func theBriefHasALayoutOfItsOwn() throws {
    let context = ReportContext(
      record: TinyStudy.run, language: .english,
      layout: try layout("pages: {brief: {title: \"{name}!\", sections: [{text: mine}]}}"))
    let page = BriefNote.page(context)
    #expect(page.blocks.count == 3)
    #expect(page.blocks[1] == .paragraph([.text("mine")]))
  }
}
