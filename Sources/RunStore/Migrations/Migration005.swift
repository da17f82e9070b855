import GRDB

/// The text of the model files that each run was made from, each text once.
///
/// With it a run can be computed again when the files have changed. Runs that were stored before have
/// none.
enum Migration005 {
  static func migrate(_ db: Database) throws {
    try db.create(table: "model_text", options: [.strict]) { table in
      table.primaryKey("sha256", .text)
      table.column("text", .text).notNull()
    }
    try db.create(table: "run_file", options: [.strict]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      table.column("folder", .integer).notNull()
      table.column("path", .text).notNull()
      table.column("sha256", .text).notNull().references("model_text").indexed()
      table.primaryKey(["run_id", "folder", "path"])
    }
  }
}
