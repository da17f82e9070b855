import Foundation
import Testing
import TinyStudy

@testable import RunStore

/// What stands at a store's name decides, not what SQLite makes of the name.
struct StoreFileTests {
  let tests = StoringTests()

  /// Names that SQLite takes for a database in memory, or for an address.
  @Test(arguments: [":memory:", "file:x.sqlite", "file:x?mode=memory", "a b%20c#d"])
  func everyNameIsAFile(_ name: String) throws {
    try tests.withPath { path in
      let folder = (path as NSString).deletingLastPathComponent
      let file = try StoreFile(folder + "/" + name)
      try RunStore(file, isReadOnly: false).save(TinyStudy.run, createdAt: "1")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).contains(name))
      #expect(try RunStore(file, isReadOnly: false).list().count == 1)
      #expect(try StoreFile(name).path == FileManager.default.currentDirectoryPath + "/" + name)
    }
  }

  /// Each with its cause, and at once.
  @Test(arguments: [
    ("", "its name is empty"), ("FOLDER", "it is a folder"), ("FOLDER/new/", "it is a folder"),
    ("FOLDER/pipe", "it is a pipe, not a file"), ("FOLDER/socket", "it is a socket, not a file"),
    ("/dev/null", "it is a device, not a file"),
    ("FOLDER/file/runs.sqlite", "a part of its path is a file, not a folder"),
    ("FOLDER/" + String(repeating: "n", count: 250), "the name is too long"),
    ("FOLDER/" + String(repeating: "d/", count: 250), "the name is too long"),
    ("FOLDER/none/runs.sqlite", "there is no such folder"),
  ])
  func whatCanBeNoStoreIsRefused(_ name: String, _ reason: String) throws {
    try tests.withPath { path in
      let folder = (path as NSString).deletingLastPathComponent
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      try Data().write(to: URL(fileURLWithPath: folder + "/file"))
      let socket = try bind(folder + "/socket")
      defer { close(socket) }
      let name = name.replacing("FOLDER", with: folder)
      #expect(throws: RunStoreError.cannotOpen(path: name, reason: reason)) {
        try RunStore(path: name)
      }
    }
  }

  @Test func aStoreThatIsOnlyReadNeedsNoFolder() throws {
    try tests.withPath { path in
      #expect(throws: RunStoreError.noStore(path: path + "/none/runs.sqlite")) {
        try RunStore(path: path + "/none/runs.sqlite", mustExist: true)
      }
    }
  }

  /// A socket in the file system.
  private func bind(_ path: String) throws -> Int32 {
    #if canImport(Darwin)
      let file = socket(AF_UNIX, SOCK_STREAM, 0)
    #else
      let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.bind(file, $0, size)
      }
    }
    try #require(file >= 0 && result == 0)
    return file
  }
}
