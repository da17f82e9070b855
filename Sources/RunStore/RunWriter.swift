import GRDB
import RunRecord

/// Writes one run into the tables, inside a transaction of its caller's.
struct RunWriter {
  let db: Database
  let run: RunRecord

  /// Writes all rows, and the whole run as JSON.
  func write(createdAt: String, archive: RunArchive) throws {
    try writeRun(createdAt: createdAt)
    for company in run.companies {
      try write(company)
    }
    try writeInputs()
    try writeRanking()
    for source in run.sources {
      try insert(
        into: "source",
        [
          ("id", source.id), ("title", source.title), ("publisher", source.publisher),
          ("date", source.date), ("kind", source.kind.rawValue), ("reference", source.reference),
          ("known_since", source.knownSince),
        ])
    }
    for (position, part) in archive.parts.enumerated() {
      try insert(
        into: "run_part",
        [
          ("position", position), ("length", part.deflated.length),
          ("document", part.deflated.bytes), ("form", part.form.rawValue),
        ])
    }
  }

  private func writeRun(createdAt: String) throws {
    let info = run.run
    try db.execute(
      sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        info.id, createdAt, run.schema, info.title.text(in: "en"), info.question.text(in: "en"),
        String(info.seed), info.draws, info.sampler.rawValue, info.scenario, info.asOf,
        info.startYear,
        info.horizon, info.currency.rawValue, info.discountRate, info.version, info.factsSha256,
        info.settingsSha256,
      ])
    for (name, distribution) in info.overrides.sorted(by: { $0.key < $1.key }) {
      try insert(into: "run_override", [("name", name), ("distribution", distribution)])
    }
    for model in info.models {
      try insert(
        into: "run_model",
        [
          ("path", model.path),
          ("title", run.paths.first { $0.id == model.path }?.title.text(in: "en")),
          ("version", model.version), ("file", model.file), ("sha256", model.sha256),
        ])
    }
  }

  private func write(_ company: CompanyRecord) throws {
    try insert(
      into: "company",
      [
        ("id", company.id), ("name", company.name),
        ("name_zh_hant", company.names.byLanguage["zh-Hant"]),
        ("name_zh_hans", company.names.byLanguage["zh-Hans"]),
        ("region", company.region), ("kind", company.kind), ("listing", company.listing),
        ("parent", company.parent),
      ])
    try write(company.outcome, of: company)
    for assessment in company.paths {
      try write(assessment, of: company.id)
    }
  }

  private func write(_ outcome: Outcome, of company: CompanyRecord) throws {
    var row: [(String, (any DatabaseValueConvertible)?)] = [
      ("company", company.id), ("unknown", outcome.unknown?.reason.message),
      ("already_broke_even", company.alreadyBrokeEven != nil),
      ("median_break_even_year", outcome.medianBreakEvenYear.value),
      ("runway_static", outcome.runwayMonths?.static.value),
      ("runway_alone", outcome.runwayMonths?.alone.value),
      ("runway_censored_at", outcome.runwayMonths.map { $0.censoredAt }),
    ]
    row += states(outcome.states, suffix: "")
    row += states(outcome.statesOutside, suffix: "_outside")
    row += states(outcome.statesInside, suffix: "_inside")
    row += spread("runway_with_rounds", outcome.runwayMonths?.withRounds.estimate)
    row += spread("headroom", outcome.headroom.estimate)
    row += [
      ("cash_cover", outcome.cashCover.value), ("path_support", outcome.pathSupport.value),
      ("diversification", outcome.diversification.value),
      ("uncovered_cost", outcome.uncoveredCost.value),
      ("existing_business", outcome.existingBusiness.value),
    ]
    try insert(into: "outcome", row)
  }

  private func states(
    _ states: StateProbabilities?, suffix: String
  ) -> [(String, (any DatabaseValueConvertible)?)] {
    [
      ("broke_even" + suffix, states?.brokeEven.value),
      ("still_losing" + suffix, states?.stillLosing.value),
      ("sold" + suffix, states?.sold.value), ("cashed_out" + suffix, states?.cashedOut.value),
    ]
  }

  private func spread(
    _ name: String, _ estimate: Estimate?
  ) -> [(String, (any DatabaseValueConvertible)?)] {
    [
      (name, estimate?.value), (name + "_p5", estimate?.p5), (name + "_p50", estimate?.p50),
      (name + "_p95", estimate?.p95),
    ]
  }

  private func write(_ assessment: AssessmentRecord, of company: String) throws {
    let results = assessment.results
    try insert(
      into: "assessment",
      [
        ("company", company), ("path", assessment.path), ("status", assessment.status.rawValue),
        ("because", assessment.reason?.message),
        ("missing", list(assessment.missing.map(\.description))),
        ("exposure", results?.exposure.value), ("drain", results?.drain.value),
        ("exposure_today", results?.exposureToday.value),
        ("money_back_index", results?.moneyBackIndex.value),
        ("viability", results?.viability.value),
        ("viability_beyond", results?.viabilityBeyond.value),
        ("readiness", results?.readiness.value), ("score", results?.score.value),
        ("score_p5", results?.score.estimate?.p5), ("score_p95", results?.score.estimate?.p95),
        ("support", results?.support.value), ("payback_year", results?.payback.value),
        ("odds_without", results?.oddsWithout.value),
        ("evidence", results?.evidence.level.rawValue),
        ("mostly_assumption", results?.evidence.mostlyAssumption),
      ])
    for series in results?.series ?? [] {
      for year in series.years {
        guard let estimate = series[year] else { continue }
        try insert(
          into: "assessment_year",
          [
            ("company", company), ("path", assessment.path), ("metric", series.name),
            ("year", year), ("value", estimate.value), ("unit", series.unit.rawValue),
            ("p5", estimate.p5), ("p50", estimate.p50), ("p95", estimate.p95),
            ("standard_error", estimate.standardError),
          ])
      }
    }
  }

  private func writeRanking() throws {
    for (index, place) in run.ranking.order.enumerated() {
      try insert(
        into: "ranking",
        [
          ("company", place.id), ("position", index + 1), ("tier", place.tier),
          ("sign", place.sign?.rawValue), ("mean_utility", place.meanUtility.value),
          ("rank", place.rank.value), ("rank_p5", place.rank.estimate?.p5),
          ("rank_p95", place.rank.estimate?.p95),
        ])
    }
    for (company, because) in run.ranking.unranked.sorted(by: { $0.key < $1.key }) {
      try insert(into: "ranking", [("company", company), ("unranked_because", because.message)])
    }
    for (company, others) in run.ranking.prefers.sorted(by: { $0.key < $1.key }) {
      for (other, probability) in others.sorted(by: { $0.key < $1.key }) {
        try insert(
          into: "preference",
          [("company", company), ("over", other), ("probability", probability)])
      }
    }
  }
}
