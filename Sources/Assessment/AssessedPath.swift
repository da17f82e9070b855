package import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Threads

/// A company's assessment on one path, while its numbers are still draws.
struct AssessedPath: Sendable {
  /// The path's id.
  var path: String
  var projection: Projection
  var recovery: Recovery
  var readiness: Readiness
  var criteria: [CriterionResult]
  var scores: [Double]
  /// The inputs, laid out to explain results.
  var drivers: Drivers
  /// What the company reports of the path.
  var reported: ReportedRevenue

  /// The flows that the company's outcome takes from this path.
  var flows: OutcomePath { OutcomePath(projection) }
}

/// What a company reports of a path's revenue.
struct ReportedRevenue: Sendable {
  /// The path's revenue over the company's, points.
  var share = Quantity.unknown(Reason(.notReportedByPath))
  /// That the model's first year is of another order.
  var conflict: Remark?
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
    case without(AssessmentRecord)

    var assessed: AssessedPath? {
      if case .assessed(let path) = self { path } else { nil }
    }
  }

  func assess() throws -> Result {
    let path = evaluator.description.record
    if let without = try withoutNumbers(path) {
      return .without(AssessmentRecord(path: path.id, state: without))
    }
    let projection = try evaluator.project(subject, over: run.draws)
    let recovery = Recovery(
      contribution: projection.contribution, investment: projection.investment,
      discounting: run.discounting, multiple: run.horizonMultiple)
    if recovery.isNotApplicable() {
      return .without(
        AssessmentRecord(
          path: path.id,
          state: .notPursued(NotPursued(because: Reason(.nothingHappens), sources: []))))
    }
    let (readiness, criteria) = self.readiness(path, projection)
    return .assessed(
      AssessedPath(
        path: path.id, projection: projection, recovery: recovery, readiness: readiness,
        criteria: criteria,
        scores: Score.draws(
          recovery: recovery.draws, readiness: readiness.index, weights: run.policy.weights),
        drivers: Drivers(inputs: projection.inputs), reported: try reportedRevenue(projection)))
  }

  // MARK: Without numbers

  /// Why a path has no numbers: it isn't pursued, or facts are missing; nil where it has.
  private func withoutNumbers(_ path: PathRecord) throws -> AssessmentRecord.State? {
    let asOf = run.evaluation.asOf
    let missing = try run.evaluation.missing(for: evaluator, subject: subject)
    if let reason = subject.facts?.notPursued.first(where: { $0.path == path.id }),
      reason.source.isTimeless || reason.source.day <= asOf
    {
      return .notPursued(
        NotPursued(because: .written(reason.because), sources: [reason.source.id]))
    }
    return missing.isEmpty ? nil : .missingFacts(missing)
  }

  // MARK: What is reported

  /// The share of revenue that the company reports for this path, and whether the model's first
  /// year is of that order.
  private func reportedRevenue(_ projection: Projection) throws -> ReportedRevenue {
    var found = ReportedRevenue()
    guard let company = subject.facts else { return found }
    let finder = try BaseYearFinder(company: company, context: run.evaluation)
    for metric in evaluator.description.reportedAs {
      guard let reported = try finder.latestFullYear(of: metric) else { continue }
      let amount = reported.lowest / 2 + reported.highest / 2
      if let whole = try finder.answer("revenue", of: reported.fact.period) {
        let total = whole.lowest / 2 + whole.highest / 2
        if total > 0 {
          found.share = .estimate(.exactly(100 * amount / total, unit: .point))
        }
      }
      guard let modelled = Summary(projection.revenue[year: 0]).mean, amount > 0 else {
        return found
      }
      let ratio = modelled / amount
      if !(1.0 / 3...3).contains(ratio) {
        let times = ratio >= 1 ? (ratio * 10).rounded() / 10 : (ratio * 100).rounded() / 100
        found.conflict = Remark(
          .modelledAgainstReported,
          [
            "year": .text(String(projection.years[0])), "times": .number(times),
            "metrics": .metrics(run.evaluation.facts.names(of: [metric])),
            "period": .text(reported.fact.period.text), "source": .text(reported.fact.source.id),
            "note": .text(reported.fact.note.map { "\($0)." } ?? ""),
          ])
      }
      return found
    }
    return found
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
        level: Summary(readiness.levels[index]).quantity(unit: .level),
        weight: readiness.weights[index], priorOnly: posteriors[index]?.isPriorOnly ?? false,
        ratings: zip(items[index], posteriors[index]?.weights ?? []).map(record))
    }
    return (readiness, results)
  }

  private func record(_ rating: Rating, weight: Double) -> RatingRecord {
    RatingRecord(
      low: rating.low, high: rating.high, grade: RatingGrade(rating.grade), origin: rating.origin,
      date: rating.period.text, source: rating.source.id, note: rating.note, weight: weight,
      knownSince: rating.knownSince.description)
  }
}

extension EvaluationContext {
  /// Whether a company's fact is known.
  func hasAnswer(_ subject: Subject, metric: String) throws -> Bool {
    guard facts.metrics[metric] != nil, let company = subject.facts else { return false }
    return try facts.answer(company: company.id, metric: metric, asOf: asOf).chosen != nil
  }
}
