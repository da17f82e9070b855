import GRDB

/// Metrics and years in the right columns, and the words of schema 2.
///
/// Until then every row of `assessment_year` had its year in `metric` and its metric in `year`.
enum Migration003 {
  static func migrate(_ db: Database) throws {
    try db.execute(sql: "DROP VIEW league_table; DROP VIEW heat_map")
    try mendYears(db)
    try renameColumns(db)
    try Views.create(db)
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

/// Tables to begin with, for those who read the store by SQL.
enum Views {
  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIEW league_table AS
        SELECT ranking.run_id, ranking.position, ranking.tier, ranking.sign,
          ranking.company, company.name,
          round(100 * outcome.broke_even, 1) AS broke_even_percent,
          round(100 * outcome.broke_even_with_base_rate, 1) AS with_base_rate_percent,
          round(100 * outcome.broke_even_with_base_rate_p5, 1) AS with_base_rate_p5,
          round(100 * outcome.broke_even_with_base_rate_p95, 1) AS with_base_rate_p95,
          round(outcome.runway_with_rounds_p50, 1) AS runway_months,
          round(outcome.headroom_p5, 1) AS headroom_p5,
          round(outcome.headroom_p50, 1) AS headroom_p50,
          round(outcome.headroom_p95, 1) AS headroom_p95,
          round(ranking.rank_p5) AS rank_p5, round(ranking.rank_p95) AS rank_p95,
          coalesce(ranking.unranked_because, outcome.unknown) AS unknown
        FROM ranking
        JOIN company ON company.run_id = ranking.run_id AND company.id = ranking.company
        JOIN outcome ON outcome.run_id = ranking.run_id AND outcome.company = ranking.company
        ORDER BY ranking.run_id, ranking.position IS NULL, ranking.position, ranking.company;

        CREATE VIEW heat_map AS
        SELECT assessment.run_id, assessment.company, company.name, assessment.path,
          assessment.status,
          round(assessment.score) AS score, round(assessment.score_p5) AS score_p5,
          round(assessment.score_p95) AS score_p95,
          round(assessment.exposure) AS exposure,
          round(assessment.money_back_index) AS money_back_index,
          round(100 * assessment.viability) AS viability_percent,
          round(assessment.readiness) AS readiness,
          assessment.evidence, assessment.mostly_assumption,
          coalesce(assessment.because, assessment.missing) AS because
        FROM assessment
        JOIN company ON company.run_id = assessment.run_id AND company.id = assessment.company
        ORDER BY assessment.run_id, assessment.company, assessment.path;
        """)
  }
}
