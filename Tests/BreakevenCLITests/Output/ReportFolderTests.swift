import Foundation
import Testing

@testable import BreakevenCLI

struct ReportFolderTests {
  @Test func pagesAreWrittenAndTheIndexComesFirst() throws {
    let invoke = try Invocation()
    let folder = invoke.folder.appendingPathComponent("a/b").path
    let files = try ReportFolder.write(
      [
        ReportPage(path: "companies/云从.md", content: "one"),
        ReportPage(path: "index.md", content: "two"),
      ], to: folder)
    #expect(files == ["\(folder)/index.md", "\(folder)/companies/云从.md"])
    #expect(try String(contentsOfFile: files[0], encoding: .utf8) == "two")
    #expect(try String(contentsOfFile: files[1], encoding: .utf8) == "one")
  }

  @Test(arguments: ["", "/etc/x", "../x", "a/../x", "a//x", "./x", "a\\x", "a\nx", "a/"])
  func aPageOutsideTheFolderIsABug(_ path: String) throws {
    let invoke = try Invocation()
    let folder = invoke.folder.appendingPathComponent("out").path
    #expect(throws: InternalError.self) {
      try ReportFolder.write(
        [ReportPage(path: "fine.md", content: ""), ReportPage(path: path, content: "")],
        to: folder)
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aFolderThatCanNotBeMadeIsNamed() throws {
    let invoke = try Invocation()
    let file = invoke.folder.appendingPathComponent("file")
    try Data().write(to: file)
    #expect {
      try ReportFolder.write([ReportPage(path: "index.md", content: "")], to: file.path)
    } throws: { ExitStatus($0) == .cannotWrite }
  }
}
