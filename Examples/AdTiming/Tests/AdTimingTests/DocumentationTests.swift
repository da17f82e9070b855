import BreakevenTesting
import Foundation
import Testing

/// What the articles show stands in these tests, and so compiles.
@Suite struct DocumentationTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let articles = folder.appending(path: "../../../../Sources/Breakeven/Breakeven.docc")

  @Test(arguments: ["GettingStarted", "WritingAnEvaluator", "HowANumberIsTraced"])
  func codeOfArticlesCompiles(article: String) throws {
    let text = try String(
      contentsOf: Self.articles.appending(path: "\(article).md"), encoding: .utf8)
    let compiled = try ["SubscriptionsEvaluator", "DocumentedCode"].map { name in
      Self.code(
        try String(contentsOf: Self.folder.appending(path: "\(name).swift"), encoding: .utf8))
    }
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(!blocks.isEmpty)
    // What belongs into a package's manifest can't stand in a source.
    for block in blocks where !block.hasPrefix("dependencies:") {
      #expect(compiled.contains { $0.contains(Self.code(block)) }, "\(block)")
    }
  }

  /// The lines without indentation, without blank ones, imports and the mark of a test.
  private static func code(_ text: String) -> String {
    text.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces).replacing("@Test ", with: "") }
      .filter { !$0.isEmpty && !$0.hasPrefix("import ") }.joined(separator: "\n")
  }

  @Test func evaluatorOfTheArticleConforms() {
    expectConformance(of: SubscriptionsEvaluator(), models: [Repository.models])
  }
}
