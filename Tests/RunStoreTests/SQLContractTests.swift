import GRDB
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

/// What SQL reads of a real run is what the record says.
extension StoringTests {
  private static let run = TinyStudy.run

  /// Runs a test on a store that holds the run.
  private func withStore(_ body: (RunStore) throws -> Void) throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(Self.run, createdAt: "1")
      try body(store)
    }
  }

  private func rows(_ store: RunStore, _ sql: String) throws -> [Row] {
    try store.queue.read { try Row.fetchAll($0, sql: sql) }
  }

  @Test func metricsAndYearsStandInTheirColumns() throws {
    try withStore { store in
      let info = Self.run.run
      let rows = try rows(
        store, "SELECT metric, typeof(year) AS type, year FROM assessment_year")
      #expect(Set(rows.map { $0["metric"] as String }).isSuperset(of: ["revenue", "served"]))
      for row in rows {
        #expect(row["metric"] as String != "" && Int(row["metric"] as String) == nil)
        #expect(row["type"] == "integer")
        #expect((info.startYear...info.horizon).contains(row["year"]))
      }
    }
  }

  @Test func yearsHaveTheNumbersOfTheRecord() throws {
    try withStore { store in
      var expected: [[String]: [Double]] = [:]
      for company in Self.run.companies {
        for assessment in company.paths {
          for series in assessment.series {
            for (year, value) in series.values {
              let key = [company.id, assessment.path, series.name, "\(year)", value.unit.rawValue]
              expected[key] = [value.value, value.p5, value.p50, value.p95, value.standardError]
            }
          }
        }
      }
      var found: [[String]: [Double]] = [:]
      for row in try rows(store, "SELECT * FROM assessment_year") {
        let key = ["company", "path", "metric", "year", "unit"].map { column in
          String.fromDatabaseValue(row[column]) ?? "\(row[column] as Int)"
        }
        found[key] = ["value", "p5", "p50", "p95", "standard_error"].map { row[$0] as Double }
      }
      #expect(expected.count > 50)
      #expect(found == expected)
    }
  }

  @Test func assessmentsHaveTheNumbersOfTheRecord() throws {
    try withStore { store in
      let rows = try rows(store, "SELECT * FROM assessment ORDER BY company, path")
      let all = Self.run.companies.sorted { $0.id < $1.id }.flatMap { company in
        company.paths.sorted { $0.path < $1.path }.map { (company.id, $0) }
      }
      #expect(rows.count == all.count)
      for (row, (company, assessment)) in zip(rows, all) {
        #expect(row["company"] == company && row["path"] == assessment.path)
        #expect(row["status"] == assessment.status.rawValue)
        #expect(row["because"] as String? == assessment.reason?.message)
        for (column, quantity) in [
          ("exposure", assessment.exposure), ("drain", assessment.drain),
          ("exposure_today", assessment.exposureToday),
          ("money_back_index", assessment.moneyBackIndex), ("viability", assessment.viability),
          ("viability_beyond", assessment.viabilityBeyond), ("readiness", assessment.readiness),
          ("score", assessment.score), ("support", assessment.support),
          ("payback_year", assessment.payback), ("odds_without", assessment.oddsWithout),
        ] {
          #expect(row[column] as Double? == quantity.value, "\(company) \(column)")
        }
        #expect(row["score_p5"] as Double? == assessment.score.estimate?.p5)
        #expect(row["score_p95"] as Double? == assessment.score.estimate?.p95)
        #expect(row["evidence"] as String? == assessment.evidence?.level.rawValue)
        #expect(row["mostly_assumption"] as Bool? == assessment.evidence?.mostlyAssumption)
      }
    }
  }

  @Test func outcomesHaveTheNumbersOfTheRecord() throws {
    try withStore { store in
      for row in try rows(store, "SELECT * FROM outcome") {
        let company = try #require(Self.run.companies.first { $0.id == row["company"] })
        let outcome = company.outcome
        #expect(row["already_broke_even"] == company.hasBrokenEven)
        #expect(row["unknown"] as String? == outcome.unknown?.reason.message)
        let model = outcome.states
        let (outside, inside) = (outcome.statesOutside, outcome.statesInside)
        let runway = outcome.runwayMonths
        for (column, value) in [
          ("broke_even", model?.brokeEven.value), ("still_losing", model?.stillLosing.value),
          ("sold", model?.sold.value), ("cashed_out", model?.cashedOut.value),
          ("broke_even_outside", outside?.brokeEven.value),
          ("still_losing_outside", outside?.stillLosing.value),
          ("sold_outside", outside?.sold.value),
          ("cashed_out_outside", outside?.cashedOut.value),
          ("broke_even_inside", inside?.brokeEven.value),
          ("cashed_out_inside", inside?.cashedOut.value),
          ("median_break_even_year", outcome.medianBreakEvenYear.value),
          ("runway_static", runway?.static.value), ("runway_alone", runway?.alone.value),
          ("runway_with_rounds", runway?.withRounds.value),
          ("runway_with_rounds_p50", runway?.withRounds.estimate?.p50),
          ("runway_censored_at", runway.map { $0.censoredAt }),
          ("headroom", outcome.headroom.value), ("headroom_p5", outcome.headroom.estimate?.p5),
          ("headroom_p50", outcome.headroom.estimate?.p50),
          ("headroom_p95", outcome.headroom.estimate?.p95),
          ("cash_cover", outcome.cashCover.value), ("path_support", outcome.pathSupport.value),
          ("diversification", outcome.diversification.value),
          ("uncovered_cost", outcome.uncoveredCost.value),
          ("existing_business", outcome.existingBusiness.value),
        ] {
          #expect(row[column] as Double? == value, "\(company.id) \(column)")
        }
      }
      #expect(try store.count("outcome") == Self.run.companies.count)
    }
  }

  @Test func theOrderHasTheNumbersOfTheRecord() throws {
    try withStore { store in
      let ranking = Self.run.ranking
      let ranked = try rows(
        store, "SELECT * FROM ranking WHERE position IS NOT NULL ORDER BY position")
      #expect(ranked.map { $0["company"] as String } == ranking.order.map(\.id))
      for (row, place) in zip(ranked, ranking.order) {
        #expect(row["tier"] == place.tier)
        #expect(row["sign"] as String? == place.sign?.rawValue)
        #expect(row["mean_utility"] as Double? == place.meanUtility.value)
        #expect(row["rank_p95"] as Double? == place.rank.estimate?.p95)
      }
      let others = try rows(store, "SELECT * FROM ranking WHERE position IS NULL ORDER BY company")
      #expect(
        others.map { [$0["company"] as String, $0["unranked_because"]] }
          == ranking.unranked.sorted { $0.key < $1.key }.map { [$0.key, $0.value.message] })
      var prefers: [String: [String: Double]] = [:]
      for row in try rows(store, "SELECT * FROM preference") {
        prefers[row["company"], default: [:]][row["over"]] = row["probability"]
      }
      #expect(prefers == ranking.prefers)
    }
  }

  @Test func inputsAndTheirFactsAreThere() throws {
    try withStore { store in
      let inputs =
        Self.run.companies.flatMap { company in
          company.paths.flatMap(\.inputs) + company.outcome.inputs
        } + Self.run.markets.map(\.input)
      let rows = try rows(store, "SELECT * FROM input ORDER BY id")
      #expect(rows.map { $0["name"] as String } == inputs.map(\.name))
      #expect(rows.map { $0["kind"] as String } == inputs.map(\.kind.rawValue))
      #expect(rows.map { $0["scope"] as String } == inputs.map(\.scope.rawValue))
      #expect(rows.map { $0["place"] as String? } == inputs.map(\.place))
      let facts = try self.rows(
        store,
        """
        SELECT fact_used.* FROM fact_used JOIN input
        ON input.run_id = fact_used.run_id AND input.id = fact_used.input_id
        ORDER BY input_id, position
        """)
      let used = inputs.flatMap(\.facts)
      #expect(facts.map { $0["metric"] as String } == used.map(\.metric))
      #expect(facts.map { $0["value"] as Double? } == used.map(\.value))
      #expect(facts.map { $0["because"] as String? } == used.map { $0.because?.message })
      #expect(try store.count("source") == Self.run.sources.count)
      #expect(try store.count("run_model") == Self.run.run.models.count)
    }
  }

  /// A runway that reaches as far as the model looks, and one that ends before.
  @Test func aRunwayThatIsLongerThanItReadsSaysSo() throws {
    try withPath { path in
      var run = Self.run
      let index = try #require(run.companies.firstIndex { $0.outcome.runwayMonths != nil })
      guard case .known(var outcome) = run.companies[index].outcome else { return }
      let months = try #require(outcome.runwayMonths?.withRounds.estimate?.p50)
      let store = try RunStore(path: path)
      for (limit, isCensored) in [(months, true), (months + 1, false)] {
        outcome.runwayMonths?.censoredAt = limit
        run.companies[index].outcome = .known(outcome)
        try store.save(run, createdAt: "1")
        let found = try rows(
          store,
          "SELECT * FROM league_table WHERE company = '\(run.companies[index].id)'")
        #expect(found.map { $0["runway_is_censored"] as Bool? } == [isCensored])
      }
    }
  }

  /// One row a company, ranked ones first, and one a company and path, with rounded numbers.
  @Test func theViewsReadWell() throws {
    try withStore { store in
      let league = try rows(store, "SELECT * FROM league_table")
      #expect(
        league.map { $0["company"] as String }
          == Self.run.ranking.order.map(\.id) + Self.run.ranking.unranked.keys.sorted())
      for row in league {
        let company = try #require(Self.run.companies.first { $0.id == row["company"] })
        let percent = company.outcome.states.map { ($0.brokeEven.value * 1000).rounded() / 10 }
        #expect(row["broke_even_percent"] as Double? == percent)
        let headroom = company.outcome.headroom.estimate.map { ($0.p50 * 10).rounded() / 10 }
        #expect(row["headroom_p50"] as Double? == headroom)
        let isCensored = company.outcome.runwayMonths.flatMap { runway in
          runway.withRounds.estimate.map { $0.p50 >= runway.censoredAt }
        }
        #expect(row["runway_is_censored"] as Bool? == isCensored)
        #expect((row["unknown"] as String? == nil) == (company.outcome.states != nil))
      }
      let cells = try rows(store, "SELECT * FROM heat_map")
      #expect(cells.count == Self.run.companies.flatMap(\.paths).count)
      for row in cells {
        let company = try #require(Self.run.companies.first { $0.id == row["company"] })
        let assessment = try #require(company.paths.first { $0.path == row["path"] })
        #expect(row["score"] as Double? == assessment.score.value?.rounded())
        #expect(row["money_back_index"] as Double? == assessment.moneyBackIndex.value?.rounded())
        #expect((row["because"] as String? == nil) == (assessment.results != nil))
      }
    }
  }
}
