import Foundation
import GRDB
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

struct StoringTests {
  /// Runs a test with the path of a file that isn't there yet, in a folder of its own.
  func withPath(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("breakeven-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("runs.sqlite").path)
  }

  @Test func aRunComesBackAsItWasStored() throws {
    try withPath { path in
      var run = TinyStudy.run
      run.run.seed = .max
      run.run.scenario = "price-war"
      run.run.overrides = ["pricePerHospital_x": "0.1M to 0.6M", "two_words": "3"]
      try RunStore(path: path).save(run, createdAt: "2026-07-01T09:00:00Z")
      let store = try RunStore(path: path, mustExist: true)
      #expect(try store.run(id: "3f2a90c17be4") == run)
      #expect(try store.run(id: "3f") == run)
      #expect(try store.latest() == run)
      let entry = StoredRun(
        id: "3f2a90c17be4", createdAt: "2026-07-01T09:00:00Z", asOf: "2026-06-30",
        scenario: "price-war", overrides: run.run.overrides, seed: .max, draws: 256,
        companies: run.companies.count, paths: run.paths.count, version: "1.0.0")
      #expect(try store.list() == [entry])
      #expect(try store.entry(id: "3f2a") == entry)
    }
  }

  @Test func theSameIdReplacesTheWholeRun() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      var run = TinyStudy.run
      try store.save(run, createdAt: "1")
      run.companies = [run.companies[0]]
      run.ranking.order = []
      run.ranking.prefers = [:]
      run.ranking.unranked = [:]
      try store.save(run, createdAt: "2")
      #expect(try store.list().map(\.createdAt) == ["2"])
      #expect(try store.run(id: "3f2a90c17be4") == run)
      #expect(try store.count("company") == 1)
      #expect(try store.count("run_part") == RunArchive(run).parts.count)
      #expect(try store.count("run_document") == 0)
    }
  }

  @Test func latestIsTheLastByTime() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      #expect(try store.latest() == nil)
      try store.save(TinyStudy.run(id: "b"), createdAt: "2026-07-02T00:00:00Z")
      try store.save(TinyStudy.run(id: "a"), createdAt: "2026-07-01T00:00:00Z")
      #expect(try store.latest()?.run.id == "b")
      #expect(try store.list().map(\.id) == ["b", "a"])
      try store.save(TinyStudy.run(id: "c"), createdAt: "2026-07-02T00:00:00Z")
      #expect(try store.latest()?.run.id == "c")
    }
  }

  @Test func idsMayBeCutShortWhileTheyAreUnique() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      for id in ["abc1", "abd2", "ab"] {
        try store.save(TinyStudy.run(id: id), createdAt: "1")
      }
      #expect(try store.run(id: "abc").run.id == "abc1")
      #expect(try store.run(id: "ab").run.id == "ab")
      #expect(throws: RunStoreError.ambiguous(id: "a", matches: ["ab", "abc1", "abd2"])) {
        try store.run(id: "a")
      }
      for id in ["x", "", "ab%", "a_c", "ABC"] {
        #expect(throws: RunStoreError.runNotFound(id: id)) { try store.run(id: id) }
      }
    }
  }

  @Test func deletingLeavesNoRow() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run, createdAt: "1")
      #expect(try store.delete(id: "3f") == "3f2a90c17be4")
      for table in try store.tables() where !table.hasPrefix("grdb") {
        #expect(try store.count(table) == 0, "\(table)")
      }
      #expect(throws: RunStoreError.runNotFound(id: "3f")) { try store.delete(id: "3f") }
    }
  }

  @Test func allTablesAreStrict() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      let loose = try store.queue.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT name FROM pragma_table_list
            WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
              AND name NOT LIKE 'grdb%'
            """)
      }
      #expect(loose == [])
      try store.save(TinyStudy.run, createdAt: "1")
      #expect(throws: DatabaseError.self) {
        try store.queue.write { try $0.execute(sql: "UPDATE run SET draws = 'many'") }
      }
    }
  }

  @Test func theSchemaIsThatOfTheLastStep() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      let tables = try store.tables()
      #expect(
        tables == [
          "assessment", "assessment_year", "company", "fact_used", "grdb_migrations", "input_text",
          "input_use", "model_text", "outcome", "preference", "ranking", "run", "run_digest",
          "run_document", "run_file", "run_identity", "run_model", "run_override", "run_part",
          "source",
        ])
    }
  }
}

extension RunStore {
  func count(_ table: String) throws -> Int? {
    try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }

  func tables() throws -> [String] {
    try queue.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          ORDER BY name
          """)
    }
  }
}

extension TinyStudy {
  /// The run under another id.
  static func run(id: String) -> RunRecord {
    var run = run
    run.run.id = id
    return run
  }
}
