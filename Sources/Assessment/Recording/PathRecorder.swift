internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Puts a company's path on record.
struct PathRecorder {
  let run: RunContext
  let planned: PlannedPath
  let result: PathResult
  /// The flows with what they rest on.
  let projection: Projection
  /// The inputs, laid out to explain results.
  let drivers: Drivers
  /// The revenue that the company reports of the path.
  let reported: ReportedRevenue

  init(
    run: RunContext, planned: PlannedPath, result: PathResult, reported: SegmentWindow?,
    line: PathLine?
  ) {
    self.run = run
    self.planned = planned
    self.result = result
    switch (planned.evidence, result.run) {
    case (.projection(let given), _): projection = given
    case (.records(let model, let records), let pass?):
      projection = model.projection(of: pass, result.flows, records: records, draws: run.draws)
    case (.records, nil): preconditionFailure("a program's flows come from its run")
    }
    drivers = Drivers(inputs: projection.inputs)
    self.reported = ReportedRevenue(
      reported, line: line, year: projection.years[0], limit: run.policy.reportedRevenueFactor,
      context: run.evaluation)
  }

  /// The assessment as the record has it; `shares` is what the path is to its company.
  func record(_ shares: PathShares) -> AssessmentRecord {
    let summaries = run.quantities
    let explained = drivers.shares(of: result.recovery.draws)
    return AssessmentRecord(
      path: result.path,
      state: .assessed(
        PathResults(
          exposure: shares.exposure, drain: shares.drain, exposureToday: reported.share,
          moneyBackIndex: summaries.points(result.recovery.draws),
          viability: summaries.probability(Viability.probability(recovery: result.recovery.draws)),
          viabilityBeyond: summaries.probability(
            Viability.probability(recovery: result.recovery.beyond)),
          readiness: result.readiness.index.map(summaries.points) ?? .unknown(Reason(.noCriteria)),
          score: summaries.points(result.scores), support: shares.support, payback: payback,
          oddsWithout: shares.oddsWithout,
          series: series(currency: UnitName(run.evaluation.currency)),
          evidence: drivers.evidence(
            completeness: result.readiness.completeness, explained, by: run.policy.judgements),
          criteria: criteria, drivers: drivers.ranked(explained),
          inputs: projection.inputs.map(\.record), trace: projection.trace,
          warnings: warnings(draws: run.draws.count))))
  }

  private var payback: Quantity {
    result.recovery.medianPayback.map { year in
      .estimate(.exactly(Double(projection.years[0] + year), unit: .calendarYear))
    }
      ?? .unknown(Reason(.noPayback, ["year": .text(String(projection.years.last ?? 0))]))
  }

  /// Revenue, contribution, investment and the model's metrics, year by year.
  private func series(currency: UnitName) -> [YearlySeries] {
    let money = UnitName.perYear(currency)
    let results = [
      series("revenue", projection.revenue, money),
      series("contribution", projection.contribution, money),
      series("investment", projection.investment, money),
    ]
    return results
      + projection.metrics.keys.sorted().compactMap { name in
        projection.metrics[name].map { draws in
          series(name, draws, projection.trace.first { $0.name == name }?.unit ?? .fraction)
        }
      }
  }

  private func series(_ name: String, _ draws: YearlyDraws, _ unit: UnitName) -> YearlySeries {
    var values: [Int: Estimate] = [:]
    for (index, year) in projection.years.enumerated() {
      if let known = projection.estimates[name] {
        var estimate = known[index]
        estimate?.unit = unit
        values[year] = estimate
      } else {
        values[year] = Summary(draws[year: index]).estimate(unit: unit)
      }
    }
    let title = projection.trace.first { $0.name == name }?.title
    return YearlySeries(name: name, title: title, unit: unit, values: values)
  }

  private func warnings(draws: Int) -> [Remark] {
    var warnings: [Remark] = []
    if result.recovery.flagged > 0 {
      warnings.append(
        Remark(
          .drawsOutOfDomain, ["dropped": .whole(result.recovery.flagged), "draws": .whole(draws)]))
    }
    if result.readiness.isPriorOnly { warnings.append(Remark(.readinessPriorOnly)) }
    return reported.remarks + warnings
  }

  // MARK: Readiness

  private var criteria: [CriterionResult] {
    planned.evaluator.description.record.criteria.enumerated().map { index, criterion in
      let posterior = result.posteriors[index]
      return CriterionResult(
        id: criterion.id,
        level: Summary(result.readiness.levels[index]).quantity(unit: .level),
        weight: result.readiness.weights[index], priorOnly: posterior?.isPriorOnly ?? false,
        ratings: zip(planned.ratings[index], posterior?.weights ?? []).map(record))
    }
  }

  private func record(_ rating: Rating, weight: Double) -> RatingRecord {
    RatingRecord(
      low: rating.low, high: rating.high, grade: RatingGrade(rating.grade), origin: rating.origin,
      date: rating.period.text, source: rating.source.id, note: rating.note, weight: weight,
      knownSince: rating.knownSince.description)
  }
}

extension RatingGrade {
  /// The grade of a rating, for the record.
  init(_ grade: Rating.Grade) {
    switch grade {
    case .A: self = .a
    case .B: self = .b
    case .C: self = .c
    case .D: self = .d
    }
  }
}
