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
  let path: ToldPath
  let result: PathResult
  /// The inputs, laid out to explain results.
  let drivers: Drivers
  /// The revenue that the company reports of the path.
  let reported: ReportedRevenue
  /// True if the path is too far from the accounts to count in the outcome.
  private let isLeftOut: Bool
  /// The company's id.
  private let company: String

  init(
    run: RunContext, company: String, path: ToldPath, result: PathResult,
    reported: SegmentWindow?, line: PathLine?
  ) {
    self.run = run
    self.company = company
    self.path = path
    self.result = result
    isLeftOut = line?.isWithheld ?? false
    drivers = Drivers(inputs: path.projection.inputs)
    self.reported = ReportedRevenue(
      reported, line: line, year: path.projection.years[0],
      limit: run.policy.reportedRevenueFactor, context: run.evaluation)
  }

  private var planned: PlannedPath { path.planned }
  private var projection: Projection { path.projection }

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
          viability: viability(Viability.probability(recovery: result.recovery.draws)),
          viabilityBeyond: viability(path.viabilityBeyond),
          readiness: result.readiness.index.map(summaries.points) ?? .unknown(Reason(.noCriteria)),
          score: summaries.points(result.scores), support: shares.support, payback: payback,
          oddsWithout: shares.oddsWithout,
          series: path.series,
          evidence: drivers.evidence(
            completeness: result.readiness.completeness, explained, by: run.policy.judgements),
          criteria: criteria, drivers: drivers.ranked(explained),
          inputs: projection.inputs.map(\.record), trace: projection.trace,
          warnings: warnings(draws: run.draws.count) + betterWithout(shares) + doubts,
          comparisons: path.comparisons)))
  }

  /// That the path's numbers are withheld, or that it doesn't count, for whoever looks at the company alone.
  var lack: Remark? {
    let title = StatementValue.named(planned.evaluator.description.record.title)
    if withheld != nil {
      return Remark(
        .pathWithheld,
        [
          "path": title, "dropped": .whole(result.recovery.flagged),
          "draws": .whole(run.draws.count),
        ])
    }
    return isLeftOut ? Remark(.pathLeftOut, ["path": title]) : nil
  }

  /// What in the inputs can't be right, or was redefined.
  var doubts: [Remark] {
    unique(
      planned.doubts(of: projection.inputs.map(\.record), in: run, company: company) + doubtfulRates
    )
  }

  /// Rates at which the model's money is converted that all others of the pair contradict, or that are of long
  /// before the as-of day.
  private var doubtfulRates: [Remark] {
    let rates = (conversion?.steps ?? []).map(\.rate)
    let limit = run.planner.outcomes.nowcaster.parameters.tooOldAfter
    return rates.flatMap(Reason.doubts)
      + rates.compactMap { Remark.old($0, asOf: run.evaluation.asOf, after: limit) }
  }

  private var conversion: CurrencyConversion? {
    try? (planned.evaluator as? ModelEvaluator)?.conversion(in: run.evaluation)
  }

  /// The reason why the path's numbers are withheld: too many draws have none.
  private var withheld: Reason? { run.quantities.withheld(result.recovery.flagged) }

  private func viability(_ odds: EventProbability) -> Quantity {
    withheld.map(Quantity.unknown) ?? run.quantities.probability(odds)
  }

  private var payback: Quantity {
    if let withheld { return .unknown(withheld) }
    return path.medianPayback.map { year in
      .estimate(.exactly(Double(projection.years[0] + year), unit: .calendarYear))
    }
      ?? .unknown(Reason(.noPayback, ["year": .text(String(projection.years.last ?? 0))]))
  }

  private func warnings(draws: Int) -> [Remark] {
    var warnings: [Remark] = []
    if result.recovery.flagged > 0 {
      warnings.append(
        Remark(
          .drawsOutOfDomain, ["dropped": .whole(result.recovery.flagged), "draws": .whole(draws)]))
    }
    if result.readiness.isPriorOnly { warnings.append(Remark(.readinessPriorOnly)) }
    if let converted { warnings.append(converted) }
    return reported.remarks + warnings
  }

  /// That the company would do better without the path, and why.
  private func betterWithout(_ shares: PathShares) -> [Remark] {
    guard let with = shares.worseWith, let without = shares.oddsWithout.value,
      let year = projection.years.last
    else { return [] }
    let last = projection.years.count - 1
    let brings = Summary(Array(result.flows.contribution[year: last])).p50 ?? 0
    let costs = Summary(Array(result.flows.investment[year: last])).p50 ?? 0
    let odds: [String: StatementValue] = ["without": .share(without), "with": .share(with)]
    return [
      costs > brings
        ? Remark(
          .betterWithoutCosts, odds.merging(["year": .text(String(year))]) { first, _ in first })
        : Remark(.betterWithoutSlower, odds)
    ]
  }

  /// That the model's money was converted, and at which rate.
  private var converted: Remark? {
    guard let model = planned.evaluator as? ModelEvaluator,
      let conversion, !conversion.steps.isEmpty
    else { return nil }
    return Remark(
      .pathConverted,
      [
        "currency": .text(model.model.currency),
        "rates": .statements(conversion.steps.flatMap(Reason.conversion)),
      ])
  }

  // MARK: Readiness

  private var criteria: [CriterionResult] {
    planned.evaluator.description.record.criteria.enumerated().map { index, criterion in
      let posterior = result.posteriors[index]
      return CriterionResult(
        id: criterion.id,
        level: path.levels[index],
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
