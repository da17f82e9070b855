import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// A run of some of the study's paths says so wherever its odds stand.
struct OnlyPathsTests {
  private static let sentence = "Only the path Medical AI counts; the others are left out."

  private func some(_ paths: [String]?) -> RunRecord {
    var record = TinyStudy.run
    record.run.onlyPaths = paths
    return record
  }

  @Test func everyPageAndNoteSaysIt() throws {
    let record = some(["medical-ai"])
    for page in ReportWriter.pages(for: record) where page.path.hasSuffix(".md") {
      #expect(page.content.contains("**\(Self.sentence)**"), "\(page.path)")
    }
    let context = ReportContext(record: record, language: .english)
    for page in [LeagueNote.page(context), BriefNote.page(context)] {
      #expect(MarkdownRenderer(AnchorIndex([page])).render(page).contains(Self.sentence))
    }
  }

  @Test func aRunOfAllSaysNothing() {
    for page in ReportWriter.pages(for: some(nil)) {
      #expect(!page.content.contains("are left out."), "\(page.path)")
    }
  }

  /// By the titles of the tiny study's paths.
  @Test func severalAreNamed() {
    let context = ReportContext(
      record: some(["chat-advertising", "medical-ai"]), language: .english)
    let page = LeagueNote.page(context)
    #expect(
      MarkdownRenderer(AnchorIndex([page])).render(page).contains(
        "Only the paths Chat advertising, Medical AI count; the others are left out."))
  }
}
