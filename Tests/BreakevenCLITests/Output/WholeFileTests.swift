import Foundation
import Testing

@testable import BreakevenCLI

struct WholeFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func kind(_ url: URL) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
  }

  @Test func aFileIsWrittenOver() throws {
    let file = folder.appendingPathComponent("a.txt")
    try WholeFile.write("long before", to: file.path)
    try WholeFile.write("new", to: file.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == "new")
  }

  /// What a link leads to is written, and the link stays one.
  @Test func aLinkIsFollowed() throws {
    let file = folder.appendingPathComponent("a.txt")
    let link = folder.appendingPathComponent("link.txt")
    try WholeFile.write("before", to: file.path)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    try WholeFile.write("after", to: link.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == "after")
    #expect(try kind(link) == .typeSymbolicLink)
  }

  /// A pipe gets the text and stays a pipe: a file put in its place would be nobody's to read.
  @Test func aPipeIsWrittenTo() throws {
    let pipe = folder.appendingPathComponent("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let reader = open(pipe.path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try WholeFile.write("text", to: pipe.path)
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, 16) == 4)
    #expect(String(decoding: bytes.prefix(4), as: UTF8.self) == "text")
    #expect(try kind(pipe) != .typeRegular)
  }
}
