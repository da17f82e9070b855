import Foundation
import GRDB

/// Room for runs of thousands of companies: the record as JSON in compressed parts, and what inputs
/// have in common said once.
///
/// Each part is a zlib stream (RFC 1950) of `length` bytes of text; all parts of a run in order of
/// `position`, decompressed and one behind the other, are its JSON. Documents of runs that were stored
/// before stay as they are in `run_document`. The texts of model files are such streams too.
///
/// What a model says of an input is the same for most companies: it lies in `input_text`, whose input
/// it is in `input_use`. `input` shows both together, as before.
enum Migration007 {
  static func migrate(_ db: Database) throws {
    try db.create(table: "run_part", options: [.strict]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      table.column("position", .integer).notNull()
      table.column("length", .integer).notNull()
      table.column("document", .blob).notNull()
      table.primaryKey(["run_id", "position"])
    }
    try shareTexts(db)
    try deflateFiles(db)
  }

  private static func deflateFiles(_ db: Database) throws {
    try db.create(table: "model_text_new", options: [.strict]) { table in
      table.primaryKey("sha256", .text)
      table.column("length", .integer).notNull()
      table.column("text", .blob).notNull()
    }
    let old = try Row.fetchCursor(db, sql: "SELECT sha256, text FROM model_text")
    while let row = try old.next() {
      let text = Deflated(Data((row["text"] as String).utf8))
      try db.execute(
        sql: "INSERT INTO model_text_new VALUES (?, ?, ?)",
        arguments: [row["sha256"] as String, text.length, text.bytes])
    }
    // The files go on referring to the table by its name.
    try db.drop(table: "model_text")
    try db.rename(table: "model_text_new", to: "model_text")
  }

  /// What is the same for many.
  private static let columns = [
    "name", "title", "unit", "kind", "scope", "distribution", "because", "sources", "place",
  ]

  private static func shareTexts(_ db: Database) throws {
    // What refers to the table refers to it under its new name.
    try db.rename(table: "input", to: "input_use")
    try db.create(table: "input_text", options: [.strict, .withoutRowID]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      table.column("id", .integer).notNull()
      for name in columns {
        let column = table.column(name, .text)
        if !["title", "because", "place"].contains(name) { column.notNull() }
      }
      table.primaryKey(["run_id", "id"])
    }
    try db.alter(table: "input_use") { table in
      table.add(column: "text_id", .integer).notNull().defaults(to: 0)
    }
    let names = columns.joined(separator: ", ")
    let number = "dense_rank() OVER (PARTITION BY run_id ORDER BY \(names))"
    try db.execute(
      sql: """
        INSERT INTO input_text SELECT DISTINCT run_id, \(number), \(names) FROM input_use;
        UPDATE input_use SET text_id = numbered.number
        FROM (SELECT rowid AS place, \(number) AS number FROM input_use) AS numbered
        WHERE numbered.place = input_use.rowid;
        """)
    try db.alter(table: "input_use") { table in
      for name in columns { table.drop(column: name) }
    }
    try db.execute(
      sql: """
        CREATE VIEW input AS
        SELECT used.run_id, used.id, used.company, used.path, used.region, \(names)
        FROM input_use AS used
        JOIN input_text AS said ON said.run_id = used.run_id AND said.id = used.text_id
        """)
  }
}
