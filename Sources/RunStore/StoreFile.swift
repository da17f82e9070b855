import Diagnostics
import Foundation

/// The file of a store, looked at before SQLite sees it: SQLite waits for ever for a pipe that nobody
/// writes to, and has one sentence for all that keeps it from a file.
struct StoreFile {
  /// The file as it was named.
  let name: String
  /// Its whole path: names that SQLite would take for something else, such as `:memory:` and `file:x`,
  /// are files like any other.
  let path: String
  /// Whether it is there.
  let isThere: Bool

  /// Looks at what stands at a name.
  ///
  /// - Throws: `RunStoreError.cannotOpen` for what can't be a store's file: an empty name, a folder, a
  ///   pipe, a socket, a device, a name that no file can have.
  init(_ name: String) throws {
    func refusal(_ reason: String) -> RunStoreError { .cannotOpen(path: name, reason: reason) }
    if name.isEmpty { throw refusal("its name is empty") }
    self.name = name
    path = name.hasPrefix("/") ? name : FileManager.default.currentDirectoryPath + "/" + name
    if path.utf8.count > Self.longest { throw refusal("\(SystemFailure(number: ENAMETOOLONG))") }
    if path.hasSuffix("/") { throw refusal("\(SystemFailure(number: EISDIR))") }
    // What SQLite writes beside a file has the longest name.
    var status = stat()
    if stat(path + "-journal", &status) != 0, errno != ENOENT {
      throw refusal("\(SystemFailure.latest)")
    }
    isThere = stat(path, &status) == 0
    if isThere, let reason = Self.whyNoFile(status) { throw refusal(reason) }
  }

  /// Refuses a file that isn't there and can't be made.
  ///
  /// - Throws: `RunStoreError.cannotOpen`.
  func checkPlace() throws {
    if isThere { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if access(folder, W_OK | X_OK) != 0 {
      throw RunStoreError.cannotOpen(path: name, reason: "\(SystemFailure.latest)")
    }
  }

  /// The longest path that SQLite takes, in bytes, with the ending of its journal
  /// (SQLITE_MAX_PATHNAME of its system interface for Unix).
  private static let longest = 512 - "-journal".utf8.count

  /// What stands there instead of a file; nil for a file.
  private static func whyNoFile(_ status: stat) -> String? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "\(SystemFailure(number: EISDIR))"
    case S_IFIFO: "it is a pipe, not a file"
    case S_IFSOCK: "it is a socket, not a file"
    default: "it is a device, not a file"
    }
  }
}
