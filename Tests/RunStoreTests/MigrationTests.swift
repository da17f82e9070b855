import Foundation
import GRDB
import RunRecord
import Testing

@testable import RunStore

extension StoringTests {
  /// A store as version 0.1.0 left it, with years and metrics in each other's columns.
  private func makeOldStore(_ path: String) throws -> [YearRow] {
    let json = try SchemaOneTests.json.get()
    let queue = try DatabaseQueue(path: path)
    try Migrations.migrator.migrate(queue, upTo: "002")
    let run = try JSONDecoder().decode(JSONValue.self, from: json)
    var rows: [YearRow] = []
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run VALUES ('08e2ae3e4ebf', '2026-07-01', 1, 'T', 'Q', '1', 16, 'sobol', NULL,
            '2026-06-30', 2026, 2030, 'CNY', 0.12, '0.1.0', 'a', 'b')
          """)
      try db.execute(
        sql: "INSERT INTO run_document VALUES ('08e2ae3e4ebf', ?)",
        arguments: [String(decoding: json, as: UTF8.self)])
      for company in run["companies"].elements {
        let id = try #require(company["id"].text)
        try db.execute(
          sql: """
            INSERT INTO company (run_id, id, name, region, kind)
            VALUES ('08e2ae3e4ebf', ?, ?, 'china', 'k')
            """, arguments: [id, id])
        try db.execute(
          sql: """
            INSERT INTO outcome (run_id, company, already_broke_even, independence, gap, other)
            VALUES ('08e2ae3e4ebf', ?, 0, 1, 2, 3)
            """, arguments: [id])
        try db.execute(
          sql: """
            INSERT INTO ranking (run_id, company, unranked_because) VALUES ('08e2ae3e4ebf', ?, 'x')
            """, arguments: [id])
        for assessment in company["paths"].elements {
          rows += try insert(assessment, company: id, db)
        }
      }
    }
    try queue.close()
    return rows
  }

  /// Inserts an assessment in the columns of that time, and says how its years should read.
  private func insert(
    _ assessment: JSONValue, company: String, _ db: Database
  ) throws -> [YearRow] {
    let path = try #require(assessment["path"].text)
    try db.execute(
      sql: """
        INSERT INTO assessment (run_id, company, path, status, recovery, carry, knock_out)
        VALUES ('08e2ae3e4ebf', ?, ?, ?, 4, 5, 6)
        """, arguments: [company, path, assessment["status"].text])
    var rows: [YearRow] = []
    for (year, names) in assessment["years"].members {
      for (name, number) in names.members {
        let value = try #require(number.value)
        try db.execute(
          sql: """
            INSERT INTO assessment_year VALUES ('08e2ae3e4ebf', ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """,
          arguments: [company, path, year, name, value, number["unit"].text, value, value])
        rows.append(
          YearRow(
            company: company, path: path, metric: name, year: try #require(Int(year)), value: value)
        )
      }
    }
    return rows
  }

  @Test func aStoreOfTheOldSchemaIsMendedWhenItIsOpened() throws {
    try withPath { path in
      let rows = try makeOldStore(path)
      #expect(rows.count > 40)
      let store = try RunStore(path: path, mustExist: true)
      #expect(try Set(store.yearRows()) == Set(rows))
      #expect(try store.count("assessment_year") == rows.count)
      let years = try store.queue.read { db in
        try String.fetchSet(db, sql: "SELECT DISTINCT typeof(year) FROM assessment_year")
      }
      #expect(years == ["integer"])
      let money = try store.queue.read { db in
        try Row.fetchOne(
          db, sql: "SELECT money_back_index, support, odds_without FROM assessment LIMIT 1")
      }
      #expect(money == ["money_back_index": 4.0, "support": 5.0, "odds_without": 6.0])
      let outcome = try store.queue.read { db in
        try Row.fetchOne(
          db,
          sql: "SELECT diversification, uncovered_cost, existing_business FROM outcome LIMIT 1")
      }
      #expect(
        outcome == ["diversification": 1.0, "uncovered_cost": 2.0, "existing_business": 3.0])
      #expect(try store.count("league_table") == 3)
      #expect(try store.count("heat_map") == 6)
    }
  }

  @Test func aRunOfTheOldSchemaIsReadInTheWordsOfThisOne() throws {
    try withPath { path in
      _ = try makeOldStore(path)
      let store = try RunStore(path: path, mustExist: true)
      let run = try store.run(id: "08e2")
      #expect(run.schema == RunRecord.currentSchema)
      #expect(run == (try RunCoder.decode(RunRecord.self, from: SchemaOneTests.json.get())))
      #expect(try store.list().map(\.draws) == [16])
      // Stored again it gives the rows that the migration mended.
      let mended = try Set(store.yearRows())
      try store.save(run, createdAt: "2026-07-02")
      #expect(try Set(store.yearRows()) == mended)
    }
  }

  /// Until step 007 each input said all of itself, and texts of files were plain.
  @Test func inputsAndFilesOfAnEarlierStoreReadAsBefore() throws {
    try withPath { path in
      let queue = try DatabaseQueue(path: path)
      try Migrations.migrator.migrate(queue, upTo: "006")
      try queue.write { db in
        for run in ["a", "b"] {
          try db.execute(
            sql: """
              INSERT INTO run VALUES (?, '1', 3, 'T', 'Q', '1', 16, 'sobol', NULL, '2026-06-30', 2026,
                2030, 'CNY', 0.12, '0.1.0', 'a', 'b')
              """, arguments: [run])
          for (id, company, because) in [(1, "x", "why"), (2, "y", "why"), (3, "y", nil)] {
            try db.execute(
              sql: """
                INSERT INTO input VALUES
                  (?, ?, ?, 'p', NULL, 'n', 'N', '1', 'fact', 'company', '2', ?, '', 'f:1')
                """, arguments: [run, id, company, because])
          }
          try db.execute(
            sql: """
              INSERT INTO fact_used (run_id, input_id, position, metric, period, unit, source,
                confidence, is_estimate, known_since)
              VALUES (?, 2, 1, 'm', '2026', '1', 's', 'high', 0, '2026')
              """, arguments: [run])
        }
        try db.execute(sql: "INSERT INTO model_text VALUES ('aa', 'inputs: 算力')")
        try db.execute(sql: "INSERT INTO run_file VALUES ('a', 0, 'company.yaml', 'aa')")
      }
      func rows() throws -> [Row] {
        try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM input ORDER BY run_id, id") }
      }
      let before = try rows()
      let store = try RunStore(path: path, mustExist: true)
      #expect(try rows() == before)
      #expect(try store.count("input_text") == 4)
      #expect(
        try store.files(id: "a") == [
          ModelText(folder: 0, path: "company.yaml", sha256: "aa", text: "inputs: 算力")
        ])
      // What belongs to a run goes with it, and nothing else.
      try store.delete(id: "a")
      #expect(try store.count("input") == 3)
      #expect(try store.count("input_text") == 2)
      #expect(try store.count("fact_used") == 1)
      #expect(try store.count("model_text") == 0)
      #expect(try store.queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
    }
  }

  /// A migrated store and a new one have the same tables, columns and views.
  @Test func oldAndNewStoresAreAlike() throws {
    func schema(_ store: RunStore) throws -> [String] {
      try store.queue.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT object.name || '.' || part.name || ' ' || part.type || ' ' || part."notnull"
              || ' ' || part.pk
            FROM sqlite_master AS object JOIN pragma_table_info(object.name) AS part
            ORDER BY object.name, part.cid
            """)
      }
    }
    try withPath { path in
      _ = try makeOldStore(path)
      let old = try schema(RunStore(path: path, mustExist: true))
      let new = try schema(RunStore(path: path + "-new"))
      #expect(old == new)
      #expect(old.contains("assessment_year.year INTEGER 1 5"))
    }
  }
}

/// A number of a path in a year, as SQL reads it.
struct YearRow: Hashable {
  var company: String
  var path: String
  var metric: String
  var year: Int
  var value: Double
}

extension RunStore {
  /// What `assessment_year` says, of all runs.
  func yearRows() throws -> [YearRow] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT company, path, metric, year, value FROM assessment_year")
        .map {
          YearRow(
            company: $0["company"], path: $0["path"], metric: $0["metric"], year: $0["year"],
            value: $0["value"])
        }
    }
  }
}
