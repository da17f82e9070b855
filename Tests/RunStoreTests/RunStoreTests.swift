import Foundation
import GRDB
import RunRecord
import Testing

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
      let run = StoredSample.run()
      try RunStore(path: path).save(run, createdAt: "2026-07-01T09:00:00Z")
      let store = try RunStore(path: path, mustExist: true)
      #expect(try store.run(id: "a1b2c3d4") == run)
      #expect(try store.run(id: "a1") == run)
      #expect(try store.latest() == run)
      let entry = StoredRun(
        id: "a1b2c3d4", createdAt: "2026-07-01T09:00:00Z", asOf: "2026-06-30",
        scenario: "price-war", overrides: run.run.overrides, seed: .max, draws: 16384,
        companies: 2, paths: 1, version: "1.0.0")
      #expect(try store.list() == [entry])
      #expect(try store.entry(id: "a1b2") == entry)
    }
  }

  @Test func theSameIdReplacesTheWholeRun() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(StoredSample.run(), createdAt: "1")
      let shorter = StoredSample.run(companies: ["one"])
      var ranking = shorter.ranking
      ranking.unranked = [:]
      var run = shorter
      run.ranking = ranking
      try store.save(run, createdAt: "2")
      #expect(try store.list().map(\.createdAt) == ["2"])
      #expect(try store.run(id: "a1b2c3d4") == run)
      #expect(try store.count("company") == 1)
      #expect(try store.count("run_document") == 1)
    }
  }

  @Test func latestIsTheLastByTime() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      #expect(try store.latest() == nil)
      try store.save(StoredSample.run(id: "b"), createdAt: "2026-07-02T00:00:00Z")
      try store.save(StoredSample.run(id: "a"), createdAt: "2026-07-01T00:00:00Z")
      #expect(try store.latest()?.run.id == "b")
      #expect(try store.list().map(\.id) == ["b", "a"])
      try store.save(StoredSample.run(id: "c"), createdAt: "2026-07-02T00:00:00Z")
      #expect(try store.latest()?.run.id == "c")
    }
  }

  @Test func idsMayBeCutShortWhileTheyAreUnique() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      for id in ["abc1", "abd2", "ab"] {
        try store.save(StoredSample.run(id: id), createdAt: "1")
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
      try store.save(StoredSample.run(), createdAt: "1")
      #expect(try store.delete(id: "a1") == "a1b2c3d4")
      for table in try store.tables() where !table.hasPrefix("grdb") {
        #expect(try store.count(table) == 0, "\(table)")
      }
      #expect(throws: RunStoreError.runNotFound(id: "a1")) { try store.delete(id: "a1") }
    }
  }

  @Test func allTablesAreStrict() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      let loose = try store.pool.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT name FROM pragma_table_list
            WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
              AND name NOT LIKE 'grdb%'
            """)
      }
      #expect(loose == [])
      try store.save(StoredSample.run(), createdAt: "1")
      #expect(throws: DatabaseError.self) {
        try store.pool.write { try $0.execute(sql: "UPDATE run SET draws = 'many'") }
      }
    }
  }

  @Test func theSchemaIsThatOfTheLastStep() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      let tables = try store.tables()
      #expect(
        tables == [
          "assessment", "assessment_year", "company", "fact_used", "grdb_migrations", "input",
          "outcome", "preference", "ranking", "run", "run_document", "run_identity", "run_model",
          "run_override", "source",
        ])
    }
  }

  @Test func theViewsReadWell() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(StoredSample.run(), createdAt: "1")
      let rows = try store.pool.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT position, tier, company, broke_even_percent, runway_months, headroom_p50, unknown
            FROM league_table
            """)
      }
      #expect(rows.map { $0["company"] as String } == ["one", "two"])
      #expect(rows[0]["broke_even_percent"] as Double? == 40)
      #expect(rows[0]["runway_months"] as Double? == 34.1)
      #expect(rows[0]["headroom_p50"] as Double? == 40.1)
      #expect(rows[1]["position"] as Int? == nil)
      #expect(rows[1]["unknown"] as String? == "no cash")
      let scores = try store.pool.read { db in
        try Double.fetchAll(db, sql: "SELECT score FROM heat_map")
      }
      #expect(scores == [55, 55])
      let facts = try store.pool.read { db in
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM fact_used JOIN input
            ON input.run_id = fact_used.run_id AND input.id = fact_used.input_id
            """)
      }
      // One input on the path of each company, one of company one's own, one of the market.
      #expect(facts == 4)
    }
  }
}

extension RunStore {
  func count(_ table: String) throws -> Int? {
    try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }

  func tables() throws -> [String] {
    try pool.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          ORDER BY name
          """)
    }
  }
}
