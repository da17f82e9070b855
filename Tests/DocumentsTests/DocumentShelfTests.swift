import Diagnostics
import Documents
import Foundation
import Testing

struct DocumentShelfTests {
  @Test func whatWasReadAheadIsGivenOut() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "breakeven-shelf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (good, bad) = (folder.appending(path: "a.yaml"), folder.appending(path: "b.yaml"))
    try Data("a: 1".utf8).write(to: good)
    try Data("a: [".utf8).write(to: bad)
    let shelf = DocumentShelf([good, bad].map { DocumentShelf.read($0.path) })
    try FileManager.default.removeItem(at: good)
    #expect(try shelf.document(good.path).source.text == "a: 1")
    #expect(throws: DiagnosticError.self) { try shelf.document(bad.path) }
    let missing = folder.appending(path: "c.yaml").path
    #expect(throws: DiagnosticError.self) { try shelf.document(missing) }
    try Data("c: 1".utf8).write(to: URL(filePath: missing))
    #expect(try shelf.document(missing).source.text == "c: 1")
  }
}
