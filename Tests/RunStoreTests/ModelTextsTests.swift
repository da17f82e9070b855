import GRDB
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

extension StoringTests {
  private static let files = [
    ModelText(folder: 0, path: "company.yaml", sha256: "aa", text: "inputs: 算力\n"),
    ModelText(folder: 0, path: "study.yaml", sha256: "bb", text: "as_of: 2026-06-30\n"),
    ModelText(folder: 1, path: "company.yaml", sha256: "aa", text: "inputs: 算力\n"),
  ]

  @Test func theFilesOfARunComeBack() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run, createdAt: "1", files: Self.files)
      #expect(try store.files(id: "3f2a") == Self.files)
      // Three files, two texts.
      #expect(try store.count("run_file") == 3)
      #expect(try store.count("model_text") == 2)
    }
  }

  @Test func whatNoRunNeedsGoesWithTheLastThatDid() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run(id: "a"), createdAt: "1", files: Self.files)
      try store.save(TinyStudy.run(id: "b"), createdAt: "2", files: [Self.files[0]])
      #expect(try store.count("model_text") == 2)
      try store.delete(id: "a")
      #expect(try store.files(id: "b") == [Self.files[0]])
      #expect(try store.count("model_text") == 1)
      // In place of an earlier run of the same id: its texts go too.
      try store.save(TinyStudy.run(id: "b"), createdAt: "3", files: [Self.files[1]])
      #expect(try store.files(id: "b") == [Self.files[1]])
      #expect(try store.count("model_text") == 1)
      try store.delete(id: "b")
      #expect(try store.count("model_text") == 0)
      #expect(try store.count("run_file") == 0)
    }
  }

  /// A store as the version before left it: its runs have no files, and new ones do.
  @Test func runsOfEarlierStoresHaveNoFiles() throws {
    try withPath { path in
      let queue = try DatabaseQueue(path: path)
      try Migrations.migrator.migrate(queue, upTo: "004")
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO run VALUES ('0a', '2026-07-01', 2, 'T', 'Q', '1', 16, 'sobol', NULL,
              '2026-06-30', 2026, 2030, 'CNY', 0.12, '1.0.0', 'a', 'b')
            """)
      }
      try queue.close()
      let store = try RunStore(path: path, mustExist: true)
      #expect(try store.files(id: "0a") == [])
      try store.save(TinyStudy.run, createdAt: "2026-07-02", files: Self.files)
      #expect(try store.files(id: "3f2a") == Self.files)
      #expect(try store.list().count == 2)
    }
  }
}
