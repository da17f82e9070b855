import GRDB

/// The first schema: tables that read well in `sqlite3` and Datasette, and the record as JSON.
///
/// Numbers that are unknown are NULL, with the reason in the column `unknown` or `because`.
enum Migration001 {
  /// `BRKE`, which marks an SQLite file as a store of this program.
  static let applicationID = 0x4252_4B45

  static func migrate(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try createRun(db)
    try createCompany(db)
    try createAssessment(db)
    try createEvidence(db)
    try createRanking(db)
    try createViews(db)
  }

  private static func createRun(_ db: Database) throws {
    try db.create(table: "run", options: [.strict]) { table in
      table.primaryKey("id", .text)
      table.column("created_at", .text).notNull()
      table.column("schema", .integer).notNull()
      table.column("title", .text).notNull()
      table.column("question", .text).notNull()
      table.column("seed", .text).notNull()
      table.column("draws", .integer).notNull()
      table.column("sampler", .text).notNull()
      table.column("scenario", .text)
      table.column("as_of", .text).notNull()
      table.column("start_year", .integer).notNull()
      table.column("horizon", .integer).notNull()
      table.column("currency", .text).notNull()
      table.column("discount_rate", .real).notNull()
      table.column("version", .text).notNull()
      table.column("facts_sha256", .text).notNull()
      table.column("settings_sha256", .text).notNull()
    }
    try db.create(table: "run_document", options: [.strict]) { table in
      table.primaryKey("run_id", .text).references("run", onDelete: .cascade)
      table.column("document", .text).notNull()
    }
    try create("run_override", key: ["name"], in: db) { table in
      table.column("name", .text).notNull()
      table.column("distribution", .text).notNull()
    }
    try create("run_model", key: ["path"], in: db) { table in
      table.column("path", .text).notNull()
      table.column("title", .text)
      table.column("version", .integer).notNull()
      table.column("file", .text)
      table.column("sha256", .text)
    }
  }

  private static func createCompany(_ db: Database) throws {
    try create("company", key: ["id"], in: db) { table in
      table.column("id", .text).notNull()
      table.column("name", .text).notNull()
      table.column("name_zh_hant", .text)
      table.column("name_zh_hans", .text)
      table.column("region", .text).notNull()
      table.column("kind", .text).notNull()
      table.column("listing", .text)
      table.column("parent", .text)
    }
    try create("outcome", key: ["company"], ofCompany: true, in: db) { table in
      table.column("unknown", .text)
      table.column("already_broke_even", .integer).notNull()
      for state in ["broke_even", "still_losing", "sold", "cashed_out"] {
        table.column(state, .real)
      }
      for state in ["broke_even", "still_losing", "sold", "cashed_out"] {
        table.column("\(state)_with_base_rate", .real)
      }
      table.column("broke_even_with_base_rate_p5", .real)
      table.column("broke_even_with_base_rate_p95", .real)
      table.column("median_break_even_year", .real)
      table.column("runway_static", .real)
      table.column("runway_alone", .real)
      for suffix in ["", "_p5", "_p50", "_p95"] {
        table.column("runway_with_rounds\(suffix)", .real)
      }
      for suffix in ["", "_p5", "_p50", "_p95"] {
        table.column("headroom\(suffix)", .real)
      }
      for name in ["cash_cover", "path_support", "independence", "gap", "other"] {
        table.column(name, .real)
      }
    }
  }

  private static func createAssessment(_ db: Database) throws {
    try create("assessment", key: ["company", "path"], ofCompany: true, in: db) { table in
      table.column("path", .text).notNull()
      table.column("status", .text).notNull()
        .check(sql: "status IN ('assessed', 'not_applicable', 'missing_facts')")
      table.column("because", .text)
      table.column("missing", .text)
      for name in ["exposure", "drain", "exposure_today", "recovery", "viability"] {
        table.column(name, .real)
      }
      for name in ["viability_beyond", "readiness", "score", "score_p5", "score_p95", "carry"] {
        table.column(name, .real)
      }
      table.column("payback_year", .real)
      table.column("knock_out", .real)
      table.column("evidence", .text)
      table.column("mostly_assumption", .integer)
    }
    try create(
      "assessment_year", key: ["company", "path", "metric", "year"], ofCompany: true, in: db
    ) { table in
      table.column("path", .text).notNull()
      table.column("metric", .text).notNull()
      table.column("year", .text).notNull()
      table.column("value", .real).notNull()
      table.column("unit", .text).notNull()
      for name in ["p5", "p50", "p95", "standard_error"] {
        table.column(name, .real).notNull()
      }
      table.foreignKey(
        ["run_id", "company", "path"], references: "assessment", columns: nil, onDelete: .cascade)
    }
  }

  private static func createEvidence(_ db: Database) throws {
    // Whose input it is: a company's on a path, a company's own (no path), or a region's.
    try create("input", key: ["id"], in: db) { table in
      table.column("id", .integer).notNull()
      table.column("company", .text)
      table.column("path", .text)
      table.column("region", .text)
      table.column("name", .text).notNull()
      table.column("title", .text)
      table.column("unit", .text).notNull()
      table.column("kind", .text).notNull()
      table.column("scope", .text).notNull()
      table.column("distribution", .text).notNull()
      table.column("because", .text)
      table.column("sources", .text).notNull()
      table.column("place", .text)
    }
    try create("fact_used", key: ["input_id", "position"], in: db) { table in
      table.column("input_id", .integer).notNull()
      table.column("position", .integer).notNull()
      table.column("metric", .text).notNull()
      table.column("period", .text).notNull()
      table.column("value", .real)
      table.column("low", .real)
      table.column("high", .real)
      table.column("unit", .text).notNull()
      table.column("source", .text).notNull()
      table.column("confidence", .text).notNull()
      table.column("is_estimate", .integer).notNull()
      table.column("known_since", .text).notNull()
      table.column("verdict", .text)
      table.column("because", .text)
      table.column("note", .text)
      table.foreignKey(
        ["run_id", "input_id"], references: "input", columns: ["run_id", "id"], onDelete: .cascade)
    }
    try create("source", key: ["id"], in: db) { table in
      table.column("id", .text).notNull()
      table.column("title", .text).notNull()
      table.column("publisher", .text).notNull()
      table.column("date", .text)
      table.column("kind", .text).notNull()
      table.column("reference", .text).notNull()
      table.column("known_since", .text)
    }
  }

  private static func createRanking(_ db: Database) throws {
    try create("ranking", key: ["company"], ofCompany: true, in: db) { table in
      table.column("position", .integer)
      table.column("tier", .text)
      table.column("sign", .text)
      table.column("mean_utility", .real)
      table.column("rank", .real)
      table.column("rank_p5", .real)
      table.column("rank_p95", .real)
      table.column("unranked_because", .text)
    }
    try create("preference", key: ["company", "over"], ofCompany: true, in: db) { table in
      table.column("over", .text).notNull()
      table.column("probability", .real).notNull()
    }
  }

  private static func createViews(_ db: Database) throws {
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
          round(assessment.exposure) AS exposure, round(assessment.recovery) AS recovery,
          round(100 * assessment.viability) AS viability_percent,
          round(assessment.readiness) AS readiness,
          assessment.evidence, assessment.mostly_assumption,
          coalesce(assessment.because, assessment.missing) AS because
        FROM assessment
        JOIN company ON company.run_id = assessment.run_id AND company.id = assessment.company
        ORDER BY assessment.run_id, assessment.company, assessment.path;
        """)
  }

  /// A STRICT table of rows that belong to a run, and to a company of it if so said.
  private static func create(
    _ name: String, key: [String], ofCompany: Bool = false, in db: Database,
    columns: (TableDefinition) -> Void
  ) throws {
    try db.create(table: name, options: [.strict]) { table in
      table.column("run_id", .text).notNull().references("run", onDelete: .cascade)
      if ofCompany { table.column("company", .text).notNull() }
      columns(table)
      table.primaryKey(["run_id"] + key)
      if ofCompany {
        table.foreignKey(
          ["run_id", "company"], references: "company", columns: ["run_id", "id"],
          onDelete: .cascade)
      }
    }
  }
}
