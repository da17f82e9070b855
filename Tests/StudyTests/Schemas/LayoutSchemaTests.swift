import Documents
import Foundation
import TestSupport
import Testing

/// The schema of layouts takes what the guide shows, and refuses what no reader takes.
@Suite struct LayoutSchemaTests {
  private func mistakes(_ text: String) throws -> [String] {
    let root = try #require(try YAMLDocument(SourceText(text, file: "layout.yaml")).root)
    return try JSONSchema(file: Repository.folder.appending(path: "docs/schema/layout.schema.json"))
      .mistakes(in: JSONValue(root))
  }

  @Test func theGuidesLayoutFits() throws {
    let guide = try String(
      contentsOf: Repository.folder.appending(path: "docs/layout.md"), encoding: .utf8)
    let start = try #require(guide.range(of: "```yaml layout.yaml\n"))
    let end = try #require(guide.range(of: "```", range: start.upperBound..<guide.endIndex))
    #expect(try mistakes(String(guide[start.upperBound..<end.lowerBound])) == [])
  }

  @Test(arguments: [
    "pages: {front: {}}", "pages: {index: {sections: Brief}}", "pages: {index: {titel: a}}",
    "pages: {index: {sections: [{heading: a}]}}", "pages: {index: {title: {zh-Hant: 甲}}}",
    "words: {en: {Events: title}}", "layout: {}",
  ])
  func wrongOnesDoNot(_ text: String) throws {
    #expect(try !mistakes(text).isEmpty)
  }
}
