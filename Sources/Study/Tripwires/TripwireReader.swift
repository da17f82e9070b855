internal import Diagnostics
internal import Documents
package import RunRecord
internal import Facts

/// Reads a file of forecasts that `breakeven ahead --write` wrote, all mistakes at once.
package enum TripwireReader {
  /// The keys of a file.
  static let keys = [
    "as_of", "days", "horizon", "draws", "seed", "sampler", "scenario", "facts", "settings",
    "tripwires",
  ]
  /// The keys of a forecast.
  static let tripwireKeys = [
    "company", "figure", "metrics", "period", "expected_by", "unit", "before", "forecast",
    "branches",
  ]
  /// The keys of a branch, of which the states' stand together or not at all.
  static let branchKeys = [
    "from", "below", "chance", "breaks_even", "still_losing", "sold", "out_of_cash",
  ]
  /// The keys of a forecast's quantiles.
  static let quantileKeys = ["p5", "p25", "p50", "p75", "p95"]

  /// Reads a file.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package static func read(file path: String) throws -> Tripwires {
    try read(YAMLDocument(contentsOf: path))
  }

  static func read(_ document: YAMLDocument) throws -> Tripwires {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: keys, of: "a file of tripwires", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(
        Diagnostic(
          "\(document.source.file) is empty",
          help: "breakeven ahead --write \(document.source.file)"))
    }
    let asOf = day("as_of", map, &problems)
    let days = map.integer("days", into: &problems)
    let horizon = map.integer("horizon", into: &problems)
    let draws = map.integer("draws", into: &problems)
    let seed = map.integer("seed", into: &problems)
    let sampler = map.choice("sampler", DrawSampler.self, into: &problems)
    let scenario = map.optionalString("scenario", into: &problems)
    let facts = map.string("facts", into: &problems)
    let settings = map.string("settings", into: &problems)
    let list = map.list("tripwires", into: &problems)
    let tripwires = list.compactMap { tripwire($0, &problems) }
    if list.isEmpty, map["tripwires"] == nil {
      _ = map.required("tripwires", into: &problems)
    }
    try problems.throwIfErrors()
    guard let asOf, let days, let horizon, let draws, let seed, seed >= 0, let sampler, let facts,
      let settings
    else { throw DiagnosticError(Diagnostic("\(document.source.file) is not complete")) }
    return Tripwires(
      asOf: asOf, days: days, horizon: horizon, draws: draws, seed: UInt64(seed), sampler: sampler,
      scenario: scenario, factsSha256: facts, settingsSha256: settings, tripwires: tripwires)
  }

  private static func tripwire(
    _ node: YAMLNode, _ problems: inout DiagnosticCollector
  ) -> Tripwire? {
    guard let map = node.mapping(allowedKeys: tripwireKeys, of: "a tripwire", into: &problems)
    else { return nil }
    let company = map.string("company", into: &problems)
    let kind = map.choice("figure", ExpectedFigure.Kind.self, into: &problems)
    let metrics = map.required("metrics", into: &problems)?.strings(into: &problems)
    let period = map.required("period", into: &problems)?
      .value(Period.form, into: &problems) { Period($0)?.text }
    let expectedBy = map["expected_by"] == nil ? nil : day("expected_by", map, &problems)
    let unit = map.string("unit", into: &problems)
    let before = map.optionalNumber("before", into: &problems)
    let forecast = map.required("forecast", into: &problems).flatMap { quantiles($0, &problems) }
    let branches = map.list("branches", into: &problems).compactMap { branch($0, &problems) }
    check(branches, of: node, &problems)
    if kind == .revenueGrowth, before == nil {
      problems.report(
        node.diagnostic(
          "a forecast of growth needs \"before\", the revenue of the same months a year before"))
    }
    guard let company, let kind, let metrics, let period, let unit, let forecast else { return nil }
    return Tripwire(
      company: company, kind: kind, metrics: metrics, period: period, expectedBy: expectedBy,
      unit: UnitName(unit), before: before, forecast: forecast, branches: branches)
  }

  private static func quantiles(
    _ node: YAMLNode, _ problems: inout DiagnosticCollector
  ) -> FigureQuantiles? {
    guard let map = node.mapping(allowedKeys: quantileKeys, of: "a forecast", into: &problems)
    else { return nil }
    let values = quantileKeys.compactMap { map.number($0, into: &problems) }
    guard values.count == quantileKeys.count else { return nil }
    guard values == values.sorted() else {
      problems.report(
        node.diagnostic("the quantiles of a forecast rise from p5 to p95, and these don't"))
      return nil
    }
    return FigureQuantiles(
      p5: values[0], p25: values[1], p50: values[2], p75: values[3], p95: values[4])
  }

  private static func branch(
    _ node: YAMLNode, _ problems: inout DiagnosticCollector
  ) -> FigureBranch? {
    guard let map = node.mapping(allowedKeys: branchKeys, of: "a branch", into: &problems) else {
      return nil
    }
    let low = map.optionalNumber("from", into: &problems)
    let high = map.optionalNumber("below", into: &problems)
    let chance = map.number("chance", into: &problems)
    let names = branchKeys.suffix(4)
    let hasStates = names.contains { map[$0] != nil }
    let shares = hasStates ? names.compactMap { map.number($0, into: &problems) } : []
    if shares.count == 4, abs(shares.reduce(0, +) - 1) > 0.005 {
      problems.report(
        node.diagnostic(
          "the shares of the four states sum to 1, and these sum to "
            + "\((1000 * shares.reduce(0, +)).rounded() / 1000)"))
    }
    guard let chance else { return nil }
    return FigureBranch(
      low: low, high: high, chance: chance,
      states: shares.count == 4
        ? OutcomeShares(
          brokeEven: shares[0], stillLosing: shares[1], sold: shares[2], cashedOut: shares[3])
        : nil)
  }

  /// Branches follow each other without a gap, and their chances sum to 1.
  private static func check(
    _ branches: [FigureBranch], of node: YAMLNode, _ problems: inout DiagnosticCollector
  ) {
    guard !branches.isEmpty else {
      problems.report(node.diagnostic("a tripwire needs at least one branch"))
      return
    }
    let sum = branches.reduce(0) { $0 + $1.chance }
    if abs(sum - 1) > 0.005 {
      problems.report(
        node.diagnostic(
          "the chances of the branches sum to 1, and these sum to "
            + "\((1000 * sum).rounded() / 1000)"))
    }
    let fit = zip(branches, branches.dropFirst()).allSatisfy { $0.high == $1.low && $0.high != nil }
    if !fit || branches.first?.low != nil || branches.last?.high != nil {
      problems.report(
        node.diagnostic(
          "the branches of a tripwire follow each other: each begins where the one before ends, "
            + "and the first and the last are open",
          help: "{below: A, …}, {from: A, below: B, …}, {from: B, …}"))
    }
  }

  private static func day(
    _ key: String, _ map: YAMLMapping, _ problems: inout DiagnosticCollector
  ) -> String? {
    map.required(key, into: &problems)?
      .value("a date such as 2026-09-30", into: &problems) { CalendarDay($0)?.description }
  }
}
