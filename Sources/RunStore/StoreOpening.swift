import Foundation
import GRDB
import Synchronization
import Threads

/// The ways to open a store without doing anything to a file that isn't one.
enum StoreOpening {
  /// Refuses a file that another program made, before a byte of it changes.
  ///
  /// - Throws: `RunStoreError.notAStore`.
  static func refuseStrangers(_ storeFile: StoreFile) throws {
    let path = storeFile.path
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    let header = (try? file.read(upToCount: 108)) ?? Data()
    try? file.close()
    // Nothing is in it yet: whoever made it may be about to make a store.
    if header.isEmpty { return }
    guard header.starts(with: Data("SQLite format 3\0".utf8)), header.count == 108 else {
      throw RunStoreError.notAStore(path: storeFile.name)
    }
    // The application's id stands at byte 68, the number of tables and views on the first page at
    // 103 (https://www.sqlite.org/fileformat.html).
    func number(_ bytes: Range<Int>) -> Int { header[bytes].reduce(0) { $0 << 8 | Int($1) } }
    if number(68..<72) == Migration001.applicationID || number(103..<105) == 0 { return }
    // What a writer has not put into the file yet is seen by SQLite alone; where there is nothing of
    // the kind, SQLite would leave files beside it.
    if FileManager.default.fileExists(atPath: path + "-wal") {
      var configuration = configuration(Patience())
      configuration.readonly = true
      let queue = try? DatabaseQueue(path: path, configuration: configuration)
      if let queue { keep(queue) }
      if (try? queue?.read(isOurs)) != false { return }
    }
    throw RunStoreError.notAStore(path: storeFile.name)
  }

  /// Returns true for a store, and for a database in which nothing is yet.
  static func isOurs(_ db: Database) throws -> Bool {
    // Tables first: whoever makes the store at this moment writes the id together with them. The
    // list of migrations comes a moment earlier and says nothing yet.
    let tables = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name NOT LIKE 'grdb_%'")
    if tables == 0 { return true }
    return try Int.fetchOne(db, sql: "PRAGMA application_id") == Migration001.applicationID
  }

  /// A connection to a store, which is made if it isn't there.
  ///
  /// One connection and not GRDB's pool of them: a pool that finds no journal writes one before it
  /// reads, and would wait for whoever writes at that moment.
  static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration(Patience())
    configuration.prepareDatabase { db in
      // Readers and a writer keep out of each other's way; what was said to be stored is on the disk.
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    keep(queue)
    return queue
  }

  /// A connection to a copy of a store that may only be read.
  ///
  /// SQLite needs to write beside a file even to read it. The copy has no name any more, so that it
  /// goes with the connection, however the program ends.
  static func copy(of storeFile: StoreFile) throws -> DatabaseQueue {
    let path = storeFile.path
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent(
      "breakeven-store-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let copy = folder.appendingPathComponent("runs.sqlite").path
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      for ending in ["", "-wal"] where files.fileExists(atPath: path + ending) {
        try files.copyItem(atPath: path + ending, toPath: copy + ending)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy + ending)
      }
    } catch {
      throw RunStoreError.cannotOpen(path: storeFile.name, reason: "it can't be read")
    }
    let queue = try queue(copy)
    // Opens whatever lies beside the file.
    try queue.write { _ = try isOurs($0) }
    return queue
  }

  /// Connections that wait for others as long as a store's patience lasts.
  static func configuration(_ patience: Patience) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback { _ in patience.isLeft() }
    configuration.label = "RunStore"
    return configuration
  }

  /// Keeps a connection to the end of the process where there is no thread: Dispatch takes its queue
  /// apart on another one.
  private static func keep(_ queue: DatabaseQueue) {
    if !ThreadSupply.isThere { _ = Unmanaged.passRetained(queue) }
  }

  /// Whether the file is there, but it, or what has to lie beside it, can't be written.
  static func isReadOnly(_ storeFile: StoreFile) -> Bool {
    let (files, path) = (FileManager.default, storeFile.path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return storeFile.isThere
      && !(files.isWritableFile(atPath: path) && files.isWritableFile(atPath: folder))
  }
}

extension DatabaseError {
  /// Whether a step of a migration may have found tables otherwise than it had looked them up, since
  /// another program took the same step: a name is there twice, or not there yet.
  var meansAnotherWasFirst: Bool {
    [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(resultCode)
  }
}

/// How long a store waits for other programs, in all.
final class Patience: Sendable {
  private let moments: Int
  private let step: Double
  private let waited = Mutex(0)

  /// Waits so many seconds at most, in steps of so many.
  init(seconds: Double = 5, step: Double = 0.02) {
    moments = Int((seconds / step).rounded())
    self.step = step
  }

  /// Waits a moment and returns true, unless all patience is used up.
  func isLeft() -> Bool {
    let isLeft = waited.withLock { waited in
      waited += 1
      return waited <= moments
    }
    if isLeft { Thread.sleep(forTimeInterval: step) }
    return isLeft
  }
}
