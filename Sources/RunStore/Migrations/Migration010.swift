import GRDB

/// How far the model looks, without which a runway that reaches so far reads as one that ends there.
///
/// Runs that were stored before have none. In `league_table` it says which runways are longer than
/// they read.
enum Migration010 {
  static func migrate(_ db: Database) throws {
    try db.alter(table: "outcome") { table in
      table.add(column: "runway_censored_at", .real)
    }
    try db.execute(
      sql: """
        DROP VIEW league_table;
        CREATE VIEW league_table AS
        SELECT ranking.run_id, ranking.position, ranking.tier, ranking.sign,
          ranking.company, company.name,
          round(100 * outcome.broke_even, 1) AS broke_even_percent,
          round(100 * outcome.broke_even_outside, 1) AS outside_percent,
          round(100 * outcome.broke_even_inside, 1) AS inside_percent,
          round(outcome.runway_with_rounds_p50, 1) AS runway_months,
          outcome.runway_with_rounds_p50 >= outcome.runway_censored_at AS runway_is_censored,
          round(outcome.headroom_p5, 1) AS headroom_p5,
          round(outcome.headroom_p50, 1) AS headroom_p50,
          round(outcome.headroom_p95, 1) AS headroom_p95,
          round(ranking.rank_p5) AS rank_p5, round(ranking.rank_p95) AS rank_p95,
          coalesce(ranking.unranked_because, outcome.unknown) AS unknown
        FROM ranking
        JOIN company ON company.run_id = ranking.run_id AND company.id = ranking.company
        JOIN outcome ON outcome.run_id = ranking.run_id AND outcome.company = ranking.company
        ORDER BY ranking.run_id, ranking.position IS NULL, ranking.position, ranking.company;
        """)
  }
}
