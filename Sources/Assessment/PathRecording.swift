internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// What a path is to its company, which is known when all its paths are.
struct PathShares: Sendable {
  var exposure: Quantity
  var drain: Quantity
  var support: Quantity
  var oddsWithout: Quantity

  /// Shares that are unknown for one reason.
  init(unknown reason: Reason) {
    exposure = .unknown(reason)
    drain = exposure
    support = exposure
    oddsWithout = exposure
  }

  init(exposure: Quantity, drain: Quantity, support: Quantity, oddsWithout: Quantity) {
    self.exposure = exposure
    self.drain = drain
    self.support = support
    self.oddsWithout = oddsWithout
  }
}

extension AssessedPath {
  /// The assessment as the record has it.
  func record(_ shares: PathShares, run: RunContext) -> AssessmentRecord {
    let summaries = Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
    let explained = drivers.shares(of: recovery.draws)
    return AssessmentRecord(
      path: path,
      state: .assessed(
        PathResults(
          exposure: shares.exposure, drain: shares.drain, exposureToday: reported.share,
          moneyBackIndex: summaries.points(recovery.draws),
          viability: summaries.probability(Viability.probability(recovery: recovery.draws)),
          viabilityBeyond: summaries.probability(
            Viability.probability(recovery: recovery.beyond)),
          readiness: readiness.index.map(summaries.points) ?? .unknown(Reason(.noCriteria)),
          score: summaries.points(scores), support: shares.support, payback: payback,
          oddsWithout: shares.oddsWithout,
          series: series(currency: UnitName(run.evaluation.currency)),
          evidence: drivers.evidence(completeness: readiness.completeness, explained),
          criteria: criteria, drivers: drivers.ranked(explained),
          inputs: projection.inputs.map(\.record), trace: projection.trace,
          warnings: warnings(draws: run.draws.count))))
  }

  private var payback: Quantity {
    recovery.medianPayback.map { year in
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
    if recovery.flagged > 0 {
      warnings.append(
        Remark(
          .drawsOutOfDomain, ["dropped": .whole(recovery.flagged), "draws": .whole(draws)]))
    }
    if readiness.isPriorOnly { warnings.append(Remark(.readinessPriorOnly)) }
    if let conflict = reported.conflict { warnings.append(conflict) }
    return warnings
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
