import Foundation
import GRDB
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

struct StoreFailuresTests {
  let tests = StoringTests()

  /// Two companies of one id break a key in the middle of writing.
  @Test func aFailureInTheMiddleChangesNothing() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      let run = TinyStudy.run
      try store.save(run, createdAt: "1")
      var broken = run
      broken.companies.append(run.companies[0])
      #expect {
        try store.save(broken, createdAt: "2")
      } throws: { error in
        guard case RunStoreError.cannotWrite(path, let reason) = error else { return false }
        return reason.contains("UNIQUE constraint failed: company.run_id, company.id")
      }
      #expect(try store.list().map(\.createdAt) == ["1"])
      #expect(try store.run(id: "3f2a90c17be4") == run)
      #expect(try store.count("company") == run.companies.count)
    }
  }

  @Test func aRunThatIsNoNumberIsNotStored() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      var run = TinyStudy.run
      run.run.discountRate = .nan
      // A mistake of what went into the run is no failure of the store.
      let error = #expect(throws: NumberNotFinite.self) { try store.save(run, createdAt: "1") }
      #expect(error?.place == "run.discountRate")
      #expect(try store.list() == [])
    }
  }

  @Test func twoConnectionsWorkOnOneFile() throws {
    try tests.withPath { path in
      let first = try RunStore(path: path)
      let second = try RunStore(path: path)
      try first.save(TinyStudy.run(id: "a"), createdAt: "1")
      try second.save(TinyStudy.run(id: "b"), createdAt: "2")
      #expect(try first.list().map(\.id) == ["b", "a"])
      try first.delete(id: "b")
      #expect(try second.list().map(\.id) == ["a"])
    }
  }

  @Test func manyProcessesMayMakeTheFileAtOnce() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("breakeven-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("runs.sqlite").path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask {
          // A machine that is busy with other things may keep a turn waiting for longer than the store
          // does; then the error says to try again, and trying again loses nothing.
          while true {
            do {
              try RunStore(path: path).save(TinyStudy.run(id: "run-\(index)"), createdAt: "1")
              return
            } catch RunStoreError.busy {}
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try RunStore(path: path).list().count == 8)
  }

  @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
    try tests.withPath { path in
      let text = String(repeating: "revenue,year\n", count: 400)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: RunStoreError.notAStore(path: path)) { try RunStore(path: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    try tests.withPath { path in
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE mine (a)") }
      #expect(throws: RunStoreError.notAStore(path: path)) { try RunStore(path: path) }
      let tables = try DatabaseQueue(path: path).read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_master")
      }
      #expect(tables == ["mine"])
    }
  }

  /// Its journal mode too is its owner's: not a byte changes, and nothing appears beside it.
  @Test(arguments: ["DELETE", "WAL"])
  func aDatabaseOfAnotherProgramKeepsEveryByte(_ journal: String) throws {
    try tests.withPath { path in
      do {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA journal_mode = \(journal); CREATE TABLE mine (a)")
        }
        try queue.close()
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: RunStoreError.notAStore(path: path)) { try RunStore(path: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      for ending in ["-wal", "-shm", "-journal"] {
        #expect(!FileManager.default.fileExists(atPath: path + ending))
      }
    }
  }

  @Test func aStoreThatCanNotBeWrittenIsRead() throws {
    try tests.withPath { path in
      let writer = try RunStore(path: path)
      try writer.save(TinyStudy.run, createdAt: "1", identity: "the same")
      let reader = try RunStore(StoreFile(path), isReadOnly: true)
      #expect(try reader.list() == writer.list())
      #expect(try reader.run(id: TinyStudy.run.run.id) == TinyStudy.run)
      #expect(try reader.run(identity: "the same", usedAt: "2") == TinyStudy.run)
      #expect(throws: RunStoreError.readOnly(path: path)) {
        try reader.save(TinyStudy.run(id: "b"), createdAt: "3")
      }
      #expect(throws: RunStoreError.readOnly(path: path)) {
        try reader.delete(id: TinyStudy.run.run.id)
      }
      #expect(try writer.list().map(\.createdAt) == ["1"])
    }
  }

  /// Whoever only reads doesn't wait for a writer, though no journal is there yet.
  @Test func aReaderDoesNotWaitForAWriter() throws {
    try tests.withPath { path in
      try RunStore(path: path).save(TinyStudy.run, createdAt: "1")
      let writer = try DatabaseQueue(path: path)
      try writer.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN EXCLUSIVE")
        #expect(try RunStore(path: path).list().map(\.createdAt) == ["1"])
        try db.execute(sql: "ROLLBACK")
      }
    }
  }

  /// What was said to be stored outlives a power cut: 2 is FULL
  /// (https://www.sqlite.org/pragma.html#pragma_synchronous).
  @Test func aCommitWaitsForTheDisk() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      #expect(try store.queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
      #expect(try store.queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
  }

  /// A store that may only be read leaves no copy behind, not even while it is open.
  @Test func aCopyHasNoName() throws {
    try tests.withPath { path in
      try RunStore(path: path).save(TinyStudy.run, createdAt: "1")
      let reader = try RunStore(StoreFile(path), isReadOnly: true)
      let opened = try reader.queue.read {
        try String.fetchOne($0, sql: "SELECT file FROM pragma_database_list")
      }
      let folder = ((opened ?? "") as NSString).deletingLastPathComponent
      #expect(!folder.isEmpty && !FileManager.default.fileExists(atPath: folder))
      #expect(try reader.list().map(\.createdAt) == ["1"])
    }
  }

  /// All waiting of one store together is as long as its message says.
  @Test func patienceEnds() {
    let patience = Patience(seconds: 0.005, step: 0.001)
    #expect(
      (1...8).map { _ in patience.isLeft() } == [true, true, true, true, true, false, false, false])
  }

  /// Everything after the first page is overwritten.
  @Test func aDamagedFileSaysSo() throws {
    try tests.withPath { path in
      do {
        let store = try RunStore(path: path)
        try store.save(TinyStudy.run, createdAt: "1")
        try store.queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try store.queue.close()
      }
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes.replaceSubrange(4096..., with: Data(repeating: 0x5A, count: bytes.count - 4096))
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect {
        let store = try RunStore(path: path)
        _ = try store.list()
        _ = try store.run(id: "3f2a90c17be4")
      } throws: { error in
        guard case RunStoreError.damaged(path, _) = error else { return false }
        return "\(error)".hasPrefix("the store \(path) is damaged (")
      }
    }
  }

  /// A digit that became another leaves a document that can be read, and is refused by its hash.
  @Test func aDocumentThatIsAnotherSaysSo() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      let id = TinyStudy.run.run.id
      try store.save(TinyStudy.run, createdAt: "1")
      let document = try RunCoder.encode(TinyStudy.run, isPretty: false)
      let other = Deflated(
        Data(document.replacingOccurrences(of: "Who breaks", with: "Who brakes").utf8))
      try store.queue.write {
        try $0.execute(sql: "DELETE FROM run_part")
        try $0.execute(
          sql: "INSERT INTO run_part VALUES (?, 0, ?, ?, 'text')",
          arguments: [id, other.length, other.bytes])
      }
      let refusal = RunStoreError.damaged(path: path, reason: "run \(id) isn't what was stored")
      #expect(throws: refusal) { try store.run(id: id) }
      #expect(throws: refusal) { try store.latest() }
      // A run of an earlier version has no hash, and is read.
      try store.queue.write { try $0.execute(sql: "DELETE FROM run_digest") }
      #expect(try store.run(id: id) != TinyStudy.run)
    }
  }

  @Test func aRunThatCanNotBeReadSaysSo() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run, createdAt: "1")
      try store.queue.write {
        try $0.execute(sql: "UPDATE run_part SET document = x'7B'; DELETE FROM run_digest")
      }
      #expect(throws: RunStoreError.damaged(path: path, reason: "a run in it can't be read")) {
        try store.run(id: "3f2a90c17be4")
      }
    }
  }

  @Test func aStoreOfALaterVersionIsLeftAlone() throws {
    try tests.withPath { path in
      try RunStore(path: path).queue.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
      }
      #expect(throws: RunStoreError.newerVersion(path: path)) { try RunStore(path: path) }
    }
  }

  @Test func aMissingStoreIsNotMadeWhenItMustExist() throws {
    try tests.withPath { path in
      #expect(throws: RunStoreError.noStore(path: path)) {
        try RunStore(path: path, mustExist: true)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func aFolderThatIsNotThereSaysSo() throws {
    try tests.withPath { path in
      let inside = path + "/runs.sqlite"
      #expect {
        try RunStore(path: inside)
      } throws: { "\($0)".hasPrefix("cannot open the store \(inside): ") }
    }
  }

  /// The administrator may write anywhere, so the test says nothing to them.
  @Test(.enabled(if: geteuid() != 0))
  func aReadOnlyFolderSaysSo() throws {
    try tests.withPath { path in
      let folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }
      #expect(throws: RunStoreError.self) { try RunStore(path: path) }
    }
  }

  #if os(Linux)
    /// Not even the administrator can make a file in /proc.
    @Test func aFolderThatTakesNoFilesSaysSo() throws {
      #expect {
        try RunStore(path: "/proc/runs.sqlite")
      } throws: { "\($0)".hasPrefix("cannot open the store /proc/runs.sqlite: ") }
    }
  #endif

  @Test func aWriterThatDoesNotLetGoIsNamed() {
    let error = RunStore.sentence(
      for: DatabaseError(resultCode: .SQLITE_BUSY), path: "x", doing: .writing)
    #expect(
      "\(error)"
        == "the store x was kept busy by another program for more than 5 seconds; try again")
  }
}
