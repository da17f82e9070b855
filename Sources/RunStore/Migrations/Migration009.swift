import GRDB

/// Runs are recognized by their compressed parts, which are about a twelfth of their JSON.
///
/// `of` says what a digest is of: `parts`, or the `document` for runs that were stored before.
enum Migration009 {
  static func migrate(_ db: Database) throws {
    try db.alter(table: "run_digest") { table in
      table.add(column: "of", .text).notNull().defaults(to: "document")
    }
  }
}
