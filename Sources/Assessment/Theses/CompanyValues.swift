internal import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Units

/// A formula that is wanted of a company.
struct ValueRequest: Hashable, Sendable {
  var scope: Measure.Scope
  var each: String
  var unit: String
  var year: Int
  /// True if a company that earns has no value.
  var isOfRisk: Bool

  init(_ measure: Measure, horizon: Int) {
    scope = measure.scope
    each = measure.each.text
    unit = measure.unit.text
    year = measure.year ?? horizon
    isOfRisk = measure.companies == .atRisk
  }
}

/// A formula's value of a company in each draw, or the reason why there is none.
enum CompanyValue: Sendable {
  case values([Double])
  case unknown(Reason)
}

/// Computes what is wanted of one company in a world.
struct CompanyValues {
  let world: ClaimWorld
  let company: Company
  /// The compiled formulas and the names that they use.
  let formulas: [ValueRequest: MeasureFormula]

  /// All that is wanted, each path and each view of the company run once.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  func values(of requests: [ValueRequest]) throws -> [ValueRequest: CompanyValue] {
    var found: [ValueRequest: CompanyValue] = [:]
    for (path, requests) in Dictionary(grouping: requests, by: \.scope.path) {
      let values =
        try path.map { try self.values(of: requests, onPath: $0) }
        ?? ofCompany(requests)
      found.merge(values) { $1 }
    }
    return found
  }

  // MARK: Paths

  private func values(
    of requests: [ValueRequest], onPath id: String
  ) throws -> [ValueRequest: CompanyValue] {
    func unknown(_ reason: Reason) -> [ValueRequest: CompanyValue] {
      Dictionary(requests.map { ($0, .unknown(reason)) }, uniquingKeysWith: { $1 })
    }
    guard
      let evaluator = world.common.evaluators.first(where: { $0.description.record.id == id })
    else { return unknown(Reason(.claimNeedsPath, ["path": .text(id)])) }
    let rules = world.common.policy.rules
    let (plan, path) = try PathPlanner(
      subject: Subject(company: company, context: world.context), draws: world.draws,
      rules: rules, competition: world.competition
    ).plan(evaluator)
    guard let plan else {
      guard case .without(_, let state) = path else { return unknown(Reason(.notAssessed)) }
      return unknown(AssessmentRecord(path: id, state: state).reason ?? Reason(.notAssessed))
    }
    let result = try CompanyPlan(
      company: company.id, sampling: world.draws.sampling, years: world.context.years,
      rules: rules, paths: [plan]
    ).evaluate(over: world.draws)[0]
    guard let result, let run = result.run else { return unknown(Reason(.nothingHappens)) }
    let values = PathValues(result: result, run: run, rules: rules, draws: world.draws)
    return Dictionary(
      requests.map { request in
        (
          request,
          value(of: request, years: run.years, money: run.plan.money) {
            try values.column($0, year: $1)
          }
        )
      }, uniquingKeysWith: { $1 })
  }

  // MARK: The company as a whole

  private func ofCompany(_ requests: [ValueRequest]) throws -> [ValueRequest: CompanyValue] {
    let years = world.context.years
    var found: [ValueRequest: CompanyValue] = [:]
    let ahead = requests.filter { $0.year >= years[0] }
    for request in requests where request.year < years[0] { found[request] = reported(request) }
    guard !ahead.isEmpty else { return found }
    let planned = try world.planner.plan(company)
    let plan: OutcomePlan
    switch planned.outcome {
    case .failure(let missing):
      for request in ahead { found[request] = .unknown(missing.reason) }
      return found
    case .success(let known): plan = known
    }
    // Of a company that earns nothing is run that is asked of those at risk alone.
    guard !plan.state.isEarning || ahead.contains(where: { !$0.isOfRisk }) else {
      for request in ahead { found[request] = .unknown(Reason(.earningIsNotRanked)) }
      return found
    }
    let paths = try planned.plan.evaluate(over: world.draws).compactMap(\.self)
    for (scope, requests) in Dictionary(grouping: ahead, by: \.scope) {
      guard case .company(let view) = scope else { continue }
      let isAsked = requests.contains { !$0.isOfRisk || !plan.state.isEarning }
      guard isAsked else {
        for request in requests { found[request] = .unknown(Reason(.earningIsNotRanked)) }
        continue
      }
      let names = Set(requests.flatMap { formulas[$0]?.formula.used ?? [] })
      let outputs = Set(CompanyFormulas.outputs.map(\.name))
      let course = try plan.course(
        paths: paths, in: view, over: world.draws, world.common.policy.rules,
        kept: names.isSubset(of: outputs) ? .outputs : .everything)
      for request in requests {
        if request.isOfRisk, plan.state.isEarning {
          found[request] = .unknown(Reason(.earningIsNotRanked))
          continue
        }
        found[request] = value(of: request, years: course.years, money: 1 / plan.usdRate) {
          name, year in
          if let columns = course.input(name) { return columns[columns.count == 1 ? 0 : year] }
          return course.column(name, year: year)
        }
      }
    }
    return found
  }

  /// The value of a year that is over, by what was reported of it.
  private func reported(_ request: ValueRequest) -> CompanyValue {
    let used = formulas[request]?.formula.used ?? []
    let reports = ReportedYear(
      company: company, year: request.year, context: world.context,
      currency: formulas[request]?.currency ?? world.context.currency)
    let values = used.map { reports.value($0) }
    guard values.allSatisfy({ $0 != nil }) else {
      return .unknown(
        Reason(
          .yearNotKnown,
          [
            "names": .text(used.joined(separator: ", ")), "year": .text(String(request.year)),
            "day": .text(world.context.asOf.description),
            "first": .text(String(world.context.years[0])),
            "last": .text(String(world.context.years.last ?? 0)),
          ]))
    }
    return value(of: request, years: [request.year], money: nil) { name, _ in
      Array(repeating: reports.value(name) ?? .nan, count: world.draws.count)
    }
  }

  /// A formula's value of columns in the model's own money; `money` is what a unit of that is in
  /// the study's, nil where the columns are in the measure's money already.
  private func value(
    of request: ValueRequest, years: [Int], money: Double?,
    _ column: (_ name: String, _ year: Int) throws -> [Double]
  ) -> CompanyValue {
    guard let formula = formulas[request], let year = years.firstIndex(of: request.year) else {
      return .unknown(Reason(.noDraw))
    }
    let conversion = world.context.facts.exchangeRates.convert(
      1, from: world.context.currency, to: formula.currency,
      days: DayRange(start: world.context.asOf, end: world.context.asOf), isFlow: false,
      asOf: world.context.asOf)
    guard case .success(let fromStudy) = conversion else { return .unknown(Reason(.noDraw)) }
    var columns: [String: Column] = [:]
    for name in formula.formula.used {
      guard let known = formula.names[name], let own = try? column(name, year),
        own.count == world.draws.count
      else { return .unknown(Reason(.noDraw)) }
      var scale = known.unit.scale
      if let money {
        let unit = money * fromStudy.factor
        for _ in 0..<abs(known.moneyPower) { scale *= known.moneyPower > 0 ? unit : 1 / unit }
        if known.isOfStudy { scale *= fromStudy.factor }
      }
      columns[name] = .values(scale == 1 ? own : own.map { $0 * scale })
    }
    return .values(formula.formula.values(of: columns, draws: world.draws.count))
  }
}

/// A compiled formula with the names that it may use.
struct MeasureFormula: Sendable {
  let names: MeasureNames
  /// The currency of its amounts.
  let currency: String
  let formula: ClaimFormula
}

/// Columns of a path's run and of what is made of its flows, in the model's own units.
struct PathValues {
  let result: PathResult
  let run: ProgramRun
  let rules: ScoringRules
  let draws: Draws

  func column(_ name: String, year: Int) throws -> [Double] {
    if let column = run.column(name, year: year) { return column }
    if let input = run.inputs.first(where: { $0.input.name == name }) {
      let column = input.columns[input.columns.count == 1 ? 0 : year]
      return (0..<draws.count).map { column.value(in: $0) / input.input.scale }
    }
    switch MeasureNames.OfFlows(rawValue: name) {
    case .moneyBackIndex: return result.recovery.draws
    case .readinessIndex: return result.readiness.index ?? []
    case .presentContribution:
      var nothing = result.flows.investment
      for place in nothing.values.indices { nothing.values[place] = 0 }
      return try worth(investment: nothing).draws
    case .presentValue: return try worth(investment: result.flows.investment).draws
    case .presentValueBeyond: return try worth(investment: result.flows.investment).beyond
    case nil: return []
    }
  }

  private func worth(investment: YearlyDraws) throws -> NetPresentValue {
    NetPresentValue(
      contribution: result.flows.contribution, investment: investment,
      discounting: rules.discounting(years: run.years.count),
      multiple: try rules.horizonMultiples(from: draws))
  }
}

/// What a company reported of a calendar year that is over.
struct ReportedYear {
  let company: Company
  let year: Int
  let context: EvaluationContext
  /// The currency of the values.
  let currency: String

  /// The metrics that answer for variables of the company model.
  private static let metrics = ["revenue": "revenue", "result": "operating_income"]

  /// The reported value of a variable; nil where none is known.
  func value(_ variable: String) -> Double? {
    guard let metric = Self.metrics[variable],
      let unit = try? context.units.parse(currency),
      let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    let known = company.facts.filter {
      $0.kind == .observation && $0.metric == metric && $0.knownSince <= context.asOf
        && $0.days.start == first && $0.days.end == last
    }
    let best = known.max { ($0.confidence, $0.knownSince) < ($1.confidence, $1.knownSince) }
    return best.flatMap { fact in
      (try? context.answering(fact, in: unit, because: .answerForYear(year)))
        .flatMap { try? Distribution($0.distribution).quantile(0.5) }
    }
  }
}
