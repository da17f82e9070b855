import GRDB

/// The record as JSON in compressed parts, since it takes most of a store.
///
/// Documents of runs that were stored before stay as they are in `run_document`.
///
/// Each part is a zlib stream (RFC 1950) of `length` bytes of text; all parts of a run in order of
/// `position`, decompressed and one behind the other, are its JSON.
enum Migration007 {
  static func migrate(_ db: Database) throws {
    try db.create(table: "run_part", options: [.strict]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      table.column("position", .integer).notNull()
      table.column("length", .integer).notNull()
      table.column("document", .blob).notNull()
      table.primaryKey(["run_id", "position"])
    }
  }
}
