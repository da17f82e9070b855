import GRDB

/// A hash of each run's document, by which a document is known that is no longer what was stored.
///
/// SQLite finds pages that are out of order, but not a digit that became another. Runs that were
/// stored before have none and are taken as they are.
enum Migration006 {
  static func migrate(_ db: Database) throws {
    try db.create(table: "run_digest", options: [.strict]) { table in
      table.primaryKey("run_id", .text).references("run", onDelete: .cascade)
      table.column("sha256", .text).notNull()
    }
  }
}
