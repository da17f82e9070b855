import GRDB

/// The odds by companies like this one alone, and with the paths' models in full, take the place of
/// the odds with a base rate; those of runs that were stored before stay in their columns.
enum Migration004 {
  static func migrate(_ db: Database) throws {
    try db.alter(table: "outcome") { table in
      for view in ["outside", "inside"] {
        for state in ["broke_even", "still_losing", "sold", "cashed_out"] {
          table.add(column: "\(state)_\(view)", .real)
        }
      }
    }
    try db.execute(sql: "DROP VIEW IF EXISTS league_table; DROP VIEW IF EXISTS heat_map")
    try Views.create(db)
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
          round(100 * outcome.broke_even_outside, 1) AS outside_percent,
          round(100 * outcome.broke_even_inside, 1) AS inside_percent,
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
