import Diagnostics
import Foundation
import Testing

@testable import BreakevenCLI

final class WholeFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
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

  /// Who may read a file decides its owner, not whoever writes results to it.
  @Test(arguments: [mode_t(0o600), 0o664, 0o755])
  func permissionsStay(_ permissions: mode_t) throws {
    let file = folder.appendingPathComponent("a.txt").path
    try WholeFile.write("before", to: file)
    #expect(chmod(file, permissions) == 0)
    try WholeFile.write("after", to: file)
    #expect(SystemCall.status(of: file)?.permissions == permissions)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test func theCauseOfAFailureIsNamed() {
    func cause(_ path: String) -> String? {
      do {
        try WholeFile.write("text", to: folder.path + path)
        return nil
      } catch { return "\(error)" }
    }
    #expect(cause("") == "it is a folder")
    #expect(cause("/none/a.txt") == "there is no such folder")
    #expect(cause("/" + String(repeating: "a", count: 300)) == "the name is too long")
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

  /// What a link leads to is made if it isn't there yet, by way of further links too.
  @Test func aLinkToNothingIsFollowed() throws {
    let files = FileManager.default
    let names = ["first.txt", "second.txt", "b/third.txt"]
    let links = names.map { folder.appendingPathComponent($0) }
    try files.createDirectory(
      at: folder.appendingPathComponent("b"), withIntermediateDirectories: false)
    let target = folder.appendingPathComponent("a.txt")
    for (link, place) in zip(links, ["second.txt", links[2].path, "../a.txt"]) {
      try files.createSymbolicLink(atPath: link.path, withDestinationPath: place)
    }
    for text in ["before", "after"] {
      try WholeFile.write(text, to: links[0].path)
      #expect(try String(contentsOf: target, encoding: .utf8) == text)
      for link in links { #expect(try kind(link) == .typeSymbolicLink) }
    }
    #expect(
      try files.contentsOfDirectory(atPath: folder.path).sorted()
        == ["a.txt", "b", "first.txt", "second.txt"])
  }

  /// A link stays one though nothing can be written where it leads.
  @Test(arguments: [
    ("none/a.txt", "there is no such folder"), ("link.txt", "too many levels of symbolic links"),
  ])
  func aLinkToNowhereStays(_ place: String, _ cause: String) throws {
    let link = folder.appendingPathComponent("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: place)
    let failure = #expect(throws: SystemFailure.self) {
      try WholeFile.write("text", to: link.path)
    }
    #expect(failure?.description == cause)
    #expect(try kind(link) == .typeSymbolicLink)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["link.txt"])
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
