import GRDB

/// Half the room for runs of thousands of companies.
///
/// Parts of a run may lie by columns (`JSONColumns`): `form` says so; parts of runs that were stored
/// before are text. Tables with many short rows are kept in the order of their keys, which no longer
/// stand a second time in an index. Columns and rows are the same.
enum Migration008 {
  static func migrate(_ db: Database) throws {
    try db.alter(table: "run_part") { table in
      table.add(column: "form", .text).notNull().defaults(to: "text")
    }
    let views = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    // A view may not name a table that isn't there while another is renamed.
    for view in views { try db.drop(view: view["name"]) }
    for table in [
      "assessment", "assessment_year", "fact_used", "input_use", "preference", "run_file",
    ] {
      try orderByKey(table, db)
    }
    for view in views { try db.execute(sql: view["sql"]) }
  }

  private static func orderByKey(_ table: String, _ db: Database) throws {
    let declared = try String.fetchOne(
      db, sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
      arguments: [table])
    guard let declared, let body = declared.firstIndex(of: "(") else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "the table \(table) isn't there", sql: nil)
    }
    let indexes = try String.fetchAll(
      db,
      sql: "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT NULL",
      arguments: [table])
    let (columns, new) = (declared[body...], table + "_new")
    try db.execute(
      sql: """
        CREATE TABLE \(new) \(columns), WITHOUT ROWID;
        INSERT INTO \(new) SELECT * FROM \(table);
        """)
    // What refers to the table goes on doing so by its name.
    try db.drop(table: table)
    try db.rename(table: new, to: table)
    for index in indexes { try db.execute(sql: index) }
  }
}
