internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// A path's numbers as its program made them, told before the draws of its variables are let go of.
struct ToldPath: Sendable {
  /// Its evaluator and its evidence.
  let planned: PlannedPath
  /// The flows with what they rest on.
  let projection: Projection
  /// Revenue, contribution, investment and the model's metrics, year by year.
  let series: [YearlySeries]
  /// The year in which the median draw is paid back, counted from the first; nil where none is.
  let medianPayback: Int?
  /// The odds that what goes in comes back, with a value beyond the horizon.
  let viabilityBeyond: EventProbability
  /// The levels of the readiness criteria, in their order.
  let levels: [Quantity]
  /// What the model's file holds against each other; nil where it names nothing.
  let comparisons: [ComparisonResult]?

  /// Tells a path that has just run.
  ///
  /// - Throws: `DiagnosticError` where a comparison can't be computed.
  init(_ planned: PlannedPath, _ result: PathResult, in run: RunContext) throws {
    self.planned = planned
    var projection: Projection
    switch (planned.evidence, result.run) {
    case (.projection(let given), _): projection = given
    case (.records(let model, let records), let pass?):
      projection = model.projection(of: pass, result.flows, records: records, draws: run.draws)
    case (.records, nil): preconditionFailure("a program's flows come from its run")
    }
    series = projection.series(in: run)
    // Their draws have been told.
    projection.metrics = [:]
    projection.claim = nil
    projection.trace = projection.trace.map(run.quantities.withholding)
    self.projection = projection
    medianPayback = result.recovery.medianPayback
    viabilityBeyond = Viability.probability(recovery: result.recovery.beyond)
    levels = result.readiness.levels.map { Summary($0).quantity(unit: .level) }
    comparisons = try PathComparisons(run: run).records(planned, result)
  }
}

extension Projection {
  /// Revenue, contribution, investment and the model's metrics, year by year.
  fileprivate func series(in run: RunContext) -> [YearlySeries] {
    let money = UnitName.perYear(UnitName(run.evaluation.currency))
    let results = [
      series("revenue", revenue, money, in: run),
      series("contribution", contribution, money, in: run),
      series("investment", investment, money, in: run),
    ]
    return results
      + metrics.keys.sorted().compactMap { name in
        metrics[name].map { draws in
          series(name, draws, trace.first { $0.name == name }?.unit ?? .fraction, in: run)
        }
      }
  }

  private func series(
    _ name: String, _ draws: YearlyDraws, _ unit: UnitName, in run: RunContext
  ) -> YearlySeries {
    var values: [Int: Estimate] = [:]
    for (index, year) in years.enumerated() {
      let column = draws[year: index]
      // A year without numbers in too many draws has none.
      if run.quantities.withheld(column.count { !$0.isFinite }) != nil { continue }
      if let known = estimates[name] {
        var estimate = known[index]
        estimate?.unit = unit
        values[year] = estimate
      } else {
        values[year] = Summary(column).estimate(unit: unit)
      }
    }
    let title = trace.first { $0.name == name }?.title
    return YearlySeries(name: name, title: title, unit: unit, values: values)
  }
}

/// What paths' models hold against each other, on the draws of a run.
private struct PathComparisons {
  let run: RunContext

  /// What the model's file holds against each other; nil where it names nothing, and for evaluators
  /// written in Swift.
  ///
  /// - Throws: `DiagnosticError` where the multiple beyond the horizon can't be drawn.
  func records(_ planned: PlannedPath, _ result: PathResult) throws -> [ComparisonResult]? {
    guard let model = (planned.evaluator as? ModelEvaluator)?.model, let pass = result.run,
      !model.comparisons.isEmpty
    else { return nil }
    return try model.comparisons.compactMap { comparison in
      try PathComparison(
        pass, set: comparison.set, against: comparison.against, over: run.draws,
        run.policy.rules
      ).map { record(comparison, $0) }
    }
  }

  private func record(
    _ comparison: ModelComparison, _ computed: PathComparison
  ) -> ComparisonResult {
    let numbers = run.quantities
    let money = UnitName(run.evaluation.currency)
    return ComparisonResult(
      id: comparison.id, title: comparison.title, set: settings(comparison.set),
      against: settings(comparison.against),
      better: numbers.probability(computed.better(\.draws)),
      worse: numbers.probability(computed.worse(\.draws)),
      betterBeyond: numbers.probability(computed.better(\.beyond)),
      worseBeyond: numbers.probability(computed.worse(\.beyond)),
      difference: numbers.quantity(computed.difference(\.draws), unit: money),
      differenceBeyond: numbers.quantity(computed.difference(\.beyond), unit: money))
  }

  private func settings(_ numbers: [String: Double]) -> [InputSetting] {
    numbers.sorted { $0.key < $1.key }.map { InputSetting(name: $0.key, value: $0.value) }
  }
}
