import GRDB

/// Metrics and years in the right columns, and the words of schema 2.
///
/// Until then every row of `assessment_year` had its year in `metric` and its metric in `year`.
enum Migration003 {
  static func migrate(_ db: Database) throws {
    try db.execute(sql: "DROP VIEW league_table; DROP VIEW heat_map")
    try mendYears(db)
    try renameColumns(db)
  }

  private static func mendYears(_ db: Database) throws {
    try db.rename(table: "assessment_year", to: "assessment_year_old")
    try db.create(table: "assessment_year", options: [.strict]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      table.column("company", .text).notNull()
      table.column("path", .text).notNull()
      table.column("metric", .text).notNull()
      table.column("year", .integer).notNull()
      table.column("value", .real).notNull()
      table.column("unit", .text).notNull()
      for name in ["p5", "p50", "p95", "standard_error"] {
        table.column(name, .real).notNull()
      }
      table.primaryKey(["run_id", "company", "path", "metric", "year"])
      table.foreignKey(
        ["run_id", "company", "path"], references: "assessment", columns: nil, onDelete: .cascade)
    }
    // A metric's name is never a number.
    try db.execute(
      sql: """
        INSERT INTO assessment_year
        SELECT run_id, company, path,
          CASE WHEN metric GLOB '[0-9]*' THEN year ELSE metric END,
          CAST(CASE WHEN metric GLOB '[0-9]*' THEN metric ELSE year END AS INTEGER),
          value, unit, p5, p50, p95, standard_error
        FROM assessment_year_old;
        DROP TABLE assessment_year_old;
        """)
  }

  private static func renameColumns(_ db: Database) throws {
    try db.alter(table: "assessment") { table in
      table.rename(column: "recovery", to: "money_back_index")
      table.rename(column: "carry", to: "support")
      table.rename(column: "knock_out", to: "odds_without")
    }
    try db.alter(table: "outcome") { table in
      table.rename(column: "independence", to: "diversification")
      table.rename(column: "gap", to: "uncovered_cost")
      table.rename(column: "other", to: "existing_business")
    }
  }
}
