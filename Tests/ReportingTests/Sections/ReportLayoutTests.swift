import Foundation
import Reporting
import Testing

struct ReportLayoutTests {
  /// Every file `…Section.swift` is in the layout, and the layout names nothing else.
  @Test func foldersAndListsAgree() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Reporting/Sections").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var names: [String] = []
    for case let file as URL in files {
      let name = file.lastPathComponent
      if name.hasSuffix("Section.swift") && name != "Section.swift" {
        names.append(String(name.dropLast("Section.swift".count)))
      }
    }
    #expect(names.sorted() == ReportLayout.names.sorted())
  }
}
