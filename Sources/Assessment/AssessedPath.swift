package import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Threads

/// A company's assessment on one path, while its numbers are still draws.
struct AssessedPath: Sendable {
  var record: AssessmentRecord
  var projection: Projection
  var recovery: Recovery
  var readiness: Readiness
  var scores: [Double]
  /// The inputs, laid out to explain results.
  var drivers: Drivers

  /// The flows that the company's outcome takes from this path.
  var flows: OutcomePath { OutcomePath(projection) }
}

/// What all companies of a run share.
package struct RunContext: Sendable {
  package var evaluation: EvaluationContext
  package var draws: Draws
  package var evaluators: [any Evaluator]
  var companyModel: CompanyModelFile
  var policy: ScoringPolicy
  var discounting: Discounting
  /// Years of the last year's surplus that count beyond the horizon, one a draw.
  var horizonMultiple: [Double]
  /// The threads that evaluate; no result depends on them.
  var crew: Crew

  /// The share of the as-of year that is over.
  var elapsedShare: Double {
    let day = evaluation.asOf
    guard let start = Day(year: day.year, month: 1, day: 1) else { return 0 }
    let days = Double(start.days(to: day) + 1)
    let length = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0) ? 366.0 : 365.0
    return min(days / length, 1 - 1 / length)
  }
}

/// Assesses one company on one path, up to what needs the company's other paths.
struct PathAssessor {
  let run: RunContext
  let subject: Subject
  let evaluator: any Evaluator

  enum Result: Sendable {
    case assessed(AssessedPath)
    case none(AssessmentRecord)
  }

  func assess() throws -> Result {
    let path = evaluator.description.record
    if let without = try withoutNumbers(path) { return .none(without) }
    let projection = try evaluator.project(subject, over: run.draws)
    let recovery = Recovery(
      contribution: projection.contribution, investment: projection.investment,
      discounting: run.discounting, multiple: run.horizonMultiple)
    var record = AssessmentRecord(
      path: path.id, status: .assessed, because: nil, sources: [], missing: [])
    let (readiness, criteria) = self.readiness(path, projection)
    let scores = Score.draws(
      recovery: recovery.draws, readiness: readiness.index, weights: run.policy.weights)
    let drivers = Drivers(inputs: projection.inputs)
    fill(&record, projection, recovery, readiness, scores, drivers)
    record.criteria = criteria
    try addReportedRevenue(to: &record, projection)
    if recovery.isNotApplicable() {
      record.status = .notApplicable
      record.because = "nothing goes in and nothing comes out on this path in most draws"
      return .none(record)
    }
    return .assessed(
      AssessedPath(
        record: record, projection: projection, recovery: recovery, readiness: readiness,
        scores: scores, drivers: drivers))
  }

  // MARK: Without numbers

  /// The record of a path that isn't pursued, or for which facts are missing.
  private func withoutNumbers(_ path: PathRecord) throws -> AssessmentRecord? {
    let asOf = run.evaluation.asOf
    let missing = try run.evaluation.missing(for: evaluator, subject: subject)
    if let reason = subject.facts?.notPursued.first(where: { $0.path == path.id }),
      reason.source.isTimeless || reason.source.day <= asOf
    {
      return AssessmentRecord(
        path: path.id, status: .notApplicable, because: reason.because,
        sources: [reason.source.id], missing: [])
    }
    guard !missing.isEmpty else { return nil }
    return AssessmentRecord(
      path: path.id, status: .missingFacts,
      because: "missing " + missing.joined(separator: ", "), sources: [], missing: missing)
  }

  // MARK: What is reported

  /// The share of revenue that the company reports for this path, and whether the model's first
  /// year is of that order.
  private func addReportedRevenue(
    to record: inout AssessmentRecord, _ projection: Projection
  ) throws {
    record.exposureToday = .unknown("no revenue of this path is reported")
    guard let company = subject.facts else { return }
    let finder = try BaseYearFinder(company: company, context: run.evaluation)
    for metric in evaluator.description.reportedAs {
      guard let reported = try finder.latestFullYear(of: metric) else { continue }
      let amount = reported.lowest / 2 + reported.highest / 2
      if let whole = try finder.answer("revenue", of: reported.fact.period) {
        let total = whole.lowest / 2 + whole.highest / 2
        if total > 0 {
          record.exposureToday = .estimate(.exactly(100 * amount / total, unit: "point"))
        }
      }
      guard let modelled = Summary(projection.revenue[year: 0]).mean, amount > 0 else { return }
      let ratio = modelled / amount
      if !(1.0 / 3...3).contains(ratio) {
        let times = ratio >= 1 ? (ratio * 10).rounded() / 10 : (ratio * 100).rounded() / 100
        record.warnings.append(
          "Conflict: the model's revenue of \(projection.years[0]) is \(times) times the "
            + "\(run.evaluation.facts.titles(of: [metric])) reported for "
            + "\(reported.fact.period) (\(reported.fact.source.id))"
            + (reported.fact.note.map { ": \($0)." } ?? "."))
      }
      return
    }
  }

  // MARK: Readiness

  private func readiness(
    _ path: PathRecord, _ projection: Projection
  ) -> (Readiness, [CriterionResult]) {
    let halfLives = evaluator.description.halfLives
    let items = path.criteria.map { criterion in
      run.evaluation.facts.ratings(
        company: subject.company, path: path.id, criterion: criterion.id,
        asOf: run.evaluation.asOf)
    }
    var posteriors: [CriterionPosterior?] = []
    let criteria = path.criteria.enumerated().map { index, criterion -> ReadinessCriterion in
      let level: ReadinessCriterion.Level
      if let computed = projection.levels[criterion.id] {
        posteriors.append(nil)
        level = .computed(computed)
      } else {
        let posterior = CriterionPosterior(
          items[index].map {
            $0.evidence(halfLife: halfLives[criterion.id], asOf: run.evaluation.asOf)
          },
          scale: run.policy.readiness)
        posteriors.append(posterior)
        level = .evidence(
          posterior,
          uniforms: run.draws.levels(
            block: "readiness \(path.id) \(subject.company) \(criterion.id)", dimension: 0))
      }
      return ReadinessCriterion(
        weight: criterion.weight, isGate: criterion.gate, isInModel: criterion.inModel,
        level: level)
    }
    let readiness = Readiness(criteria, scale: run.policy.readiness)
    let results = path.criteria.enumerated().map { index, criterion in
      CriterionResult(
        id: criterion.id,
        level: Summary(readiness.levels[index]).quantity(
          unit: "level", reason: "no level could be drawn"),
        weight: readiness.weights[index], priorOnly: posteriors[index]?.isPriorOnly ?? false,
        ratings: zip(items[index], posteriors[index]?.weights ?? []).map(record))
    }
    return (readiness, results)
  }

  private func record(_ rating: Rating, weight: Double) -> RatingRecord {
    RatingRecord(
      low: rating.low, high: rating.high, grade: rating.grade.rawValue, origin: rating.origin,
      date: rating.period.text, source: rating.source.id, note: rating.note, weight: weight,
      knownSince: rating.knownSince.description)
  }

  // MARK: Numbers

  private func fill(
    _ record: inout AssessmentRecord, _ projection: Projection, _ recovery: Recovery,
    _ readiness: Readiness, _ scores: [Double], _ drivers: Drivers
  ) {
    let summaries = Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
    record.recovery = summaries.points(recovery.draws)
    record.viability = summaries.probability(Viability.probability(recovery: recovery.draws))
    record.viabilityBeyond = summaries.probability(
      Viability.probability(recovery: recovery.beyond))
    record.readiness = readiness.index.map(summaries.points) ?? .unknown("no criteria")
    record.score = summaries.points(scores)
    record.payback =
      recovery.medianPayback.map { year in
        .estimate(.exactly(Double(projection.years[0] + year), unit: "calendar_year"))
      } ?? .unknown("the median draw doesn't pay back by \(projection.years.last ?? 0)")
    let money = "\(run.evaluation.currency)/year"
    for (index, year) in projection.years.enumerated() {
      func estimate(_ name: String, _ draws: YearlyDraws, _ unit: String) -> Estimate? {
        guard let known = projection.estimates[name] else {
          return Summary(draws[year: index]).estimate(unit: unit)
        }
        var estimate = known[index]
        estimate?.unit = unit
        return estimate
      }
      var values: [String: Estimate] = [:]
      values["revenue"] = estimate("revenue", projection.revenue, money)
      values["contribution"] = estimate("contribution", projection.contribution, money)
      values["investment"] = estimate("investment", projection.investment, money)
      for (name, draws) in projection.metrics {
        let unit = projection.trace.first { $0.name == name }?.unit ?? "1"
        values[name] = estimate(name, draws, unit)
      }
      record.years[String(year)] = values
    }
    record.inputs = projection.inputs.map(\.record)
    record.trace = projection.trace
    if recovery.flagged > 0 {
      record.warnings.append(
        "\(recovery.flagged) of \(run.draws.count) draws were dropped: a formula left its domain.")
    }
    if readiness.isPriorOnly {
      record.warnings.append("Readiness: prior only, no evidence is known.")
    }
    let shares = drivers.shares(of: recovery.draws)
    record.drivers = drivers.ranked(shares)
    record.evidence = drivers.evidence(completeness: readiness.completeness, shares)
  }
}

extension EvaluationContext {
  /// Whether a company's fact is known.
  func hasAnswer(_ subject: Subject, metric: String) throws -> Bool {
    guard facts.metrics[metric] != nil, let company = subject.facts else { return false }
    return try facts.answer(company: company.id, metric: metric, asOf: asOf).chosen != nil
  }
}
