import GRDB

/// The identity of a run by all that it depended on, so that it is found again instead of being
/// evaluated anew.
enum Migration002 {
  static func migrate(_ db: Database) throws {
    try db.create(table: "run_identity", options: [.strict]) { table in
      table.primaryKey("run_id", .text).references("run", onDelete: .cascade)
      table.column("sha256", .text).notNull().unique(onConflict: .replace)
    }
  }
}
