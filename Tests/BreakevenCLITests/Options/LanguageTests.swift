import Breakeven
import Diagnostics
import Foundation
import Publishing
import Testing

@testable import BreakevenCLI

/// A language that a models folder adds, and how wide lines are.
struct LanguageTests {
  private static let german = """
    language: de
    name: Deutsch
    numbers:
      steps: [{from: 1000000, mark: " Mio."}]
      percent: " %"
      a_year: "/Jahr"
      range: "{low} bis {high}"
      money_range: "{low} bis {high}"
      currency: before
      currencies: {}
      units: {month: Monate}
    phrases:
      ListNotes:
        id: Kennung
    """

  @Test func oneFileAddsALanguage() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appending(path: "languages/de.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Self.german.utf8).write(to: file)
    let languages = try Workspace(models: [invoke.folder.path]).languages()
    #expect(languages.map(\.tag) == ["en", "zh-Hant", "zh-Hans", "de"])
    invoke.workspace.spoken = languages
    let output = invoke("companies", "--language", "de").output
    // What it doesn't translate is said in English.
    #expect(output.hasPrefix("Kennung"))
    #expect(output.contains("Facts"))
    try Data("language: de\n".utf8).write(to: file)
    #expect(throws: DiagnosticError.self) {
      try Workspace(models: [invoke.folder.path]).languages()
    }
  }

  @Test func tablesAreAsWideAsTheTerminal() throws {
    let invoke = try Invocation()
    let narrow = invoke("companies").output
    invoke.width = 120
    let wide = invoke("companies").output
    #expect(wide.split(separator: "\n").count < narrow.split(separator: "\n").count)
  }

  @Test(arguments: [
    (nil, 80), ("", 80), ("132", 132), ("wide", 80), ("3", 80), ("-1", 80), ("100000", 80),
  ])
  func columnsSayTheWidthWhereThereIsNoTerminal(_ columns: String?, _ width: Int) {
    #expect(TerminalWidth.stated(columns) == width)
  }
}
