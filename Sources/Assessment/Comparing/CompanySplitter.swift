package import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
package import Threads

/// Splits the differences of companies among the parts in which they differ (Method 9.3).
package struct CompanySplitter {
  let preparation: RunPreparation
  let crew: Crew

  /// The most draws: shares are told to a tenth of a point, and the sets are many.
  static let mostDraws = 4096
  /// The parts of the draws by which errors are told.
  static let batches = 16

  /// Makes a splitter for the companies of a request.
  package init(
    loaded: LoadedModels, request: EvaluationRequest, ownEvaluators: [any Evaluator], crew: Crew
  ) {
    var request = request
    request.draws = min(request.draws, Self.mostDraws)
    preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators, crew: crew)
    self.crew = crew
  }

  /// The difference of the two companies of each pair of ids, the first less the second.
  ///
  /// - Throws: `DiagnosticError` for unknown names and mistakes in the study.
  package func differences(_ pairs: [(String, String)]) throws -> [CompanyDifference] {
    let (run, _) = try preparation.run()
    let companies = try preparation.companies()
    let sides = Dictionary(
      try companies.map { company in (company.id, try Side(company, run)) },
      uniquingKeysWith: { $1 })
    return try pairs.compactMap { first, second in
      guard let one = sides[first], let other = sides[second] else { return nil }
      return try difference(one, other, run)
    }
  }

  /// A company with what can be split of it.
  private struct Side {
    let id: String
    /// Nil where there is no outcome.
    let member: CompanyPair.Member?
    /// Why there are no odds; nil where there are.
    let reason: Reason?

    init(_ company: Company, _ run: RunContext) throws {
      id = company.id
      let planned = try run.planner.plan(company)
      switch planned.outcome {
      case .failure(let missing):
        (member, reason) = (nil, missing.reason)
      case .success(let plan):
        member = CompanyPair.Member(
          plan: plan, paths: try planned.plan.evaluate(over: run.draws).compactMap(\.self))
        reason = plan.state.isEarning ? Reason(.earningHasNoOdds) : nil
      }
    }
  }

  private func difference(
    _ first: Side, _ second: Side, _ run: RunContext
  ) throws -> CompanyDifference {
    var difference = CompanyDifference(
      first: first.id, second: second.id, draws: run.draws.count)
    for side in [first, second] {
      if let reason = side.reason { difference.reasons[side.id] = reason }
    }
    guard let one = first.member, let other = second.member else { return difference }
    // Always split the same way round, so that the order of the two changes nothing but signs.
    let isTurned = second.id < first.id
    let members = isTurned ? (other, one) : (one, other)
    let pair = try CompanyPair(members.0, members.1, over: run.draws, run.policy.rules)
    let values = try crew.map(1 << pair.parts.count) { try Self.values(pair.course($0)) }
    let shares = ShapleyValues.shares(of: pair.parts.count) { values[$0] }
    // Without any part of the other, and with all of them, the mixtures are the two companies.
    for (id, set) in [
      (isTurned ? second.id : first.id, 0), (isTurned ? first.id : second.id, values.count - 1),
    ]
    where difference.reasons[id] == nil {
      difference.reasons[id] = try Self.withheld(pair.course(set), run.quantities)
    }
    // From the first to the second by id; the first less the second is the other way round.
    let sign: Double = isTurned ? 1 : -1
    let whole = zip(values[values.count - 1], values[0]).map { sign * ($0 - $1) }
    let hasOdds = difference.reasons.isEmpty
    difference.odds = hasOdds ? whole[0] : nil
    difference.oddsError = hasOdds ? Self.error(of: whole) : nil
    difference.headroom = whole[1].isFinite ? whole[1] : nil
    difference.parts = zip(pair.parts, shares).map { part, share in
      let share = share.map { sign * $0 }
      var record = DifferencePart(part, one.plan, other.plan, run)
      record.odds = hasOdds ? share[0] : nil
      record.oddsError = hasOdds ? Self.error(of: share) : nil
      record.headroom = share[1].isFinite ? share[1] : nil
      return record
    }.enumerated().sorted { left, right in
      let (a, b) = (left.element.weight, right.element.weight)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    return difference
  }

  /// Why a company has no odds on these draws; nil where it has.
  private static func withheld(_ course: CompanyCourse, _ quantities: Quantities) -> Reason? {
    course.canSay ? quantities.withheld(course.outcome().flagged) : Reason(.notAssessed)
  }

  /// Odds and mean headroom of a course, then the odds of each part of the draws.
  private static func values(_ course: CompanyCourse) -> [Double] {
    let event = course.outcome().brokeEvenIndicator
    let headroom = course.column("headroom", year: course.years.count - 1)
    let size = event.count / batches
    return [mean(event[...]), 100 * mean(headroom[...])]
      + (size > 0
        ? (0..<batches).map { mean(event[$0 * size..<($0 + 1) * size]) } : [])
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    let known = values.filter(\.isFinite)
    return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
  }

  /// The error of a quantity by how much it differs between parts of the draws; nil of few draws.
  private static func error(of values: [Double]) -> Double? {
    guard values.count > 2, let deviation = Summary(Array(values[2...])).sd else { return nil }
    return deviation / Double(batches).squareRoot()
  }
}

extension DifferencePart {
  /// By what parts are ordered: the share of the odds, else that of headroom.
  fileprivate var weight: Double { abs(odds ?? headroom ?? 0) }

  /// A part with what it is of each company, where one number says it.
  init(_ part: CompanyPart, _ first: OutcomePlan, _ second: OutcomePlan, _ run: RunContext) {
    let told = PartValue(currency: run.evaluation.currency)
    switch part {
    case .size: self.init(kind: .size)
    case .growth: self.init(kind: .growth)
    case .costs: self.init(kind: .costs)
    case .gap: self.init(kind: .gap)
    case .money: self.init(kind: .money)
    case .region: self.init(kind: .region)
    case .settings: self.init(kind: .settings)
    case .path(let path): self.init(kind: .path, paths: [path])
    case .paths(let paths): self.init(kind: .paths, paths: paths.sorted())
    }
    self.first = told.value(of: kind, first)
    self.second = told.value(of: kind, second)
  }
}

/// What a part is of a company, in one number.
private struct PartValue {
  let currency: String

  func value(of kind: DifferencePart.Kind, _ plan: OutcomePlan) -> Estimate? {
    let state = plan.state
    let revenue = Elementary.exp(state.today.level)
    switch kind {
    case .size: return .exactly(revenue / plan.usdRate, unit: .perYear(UnitName(currency)))
    case .growth: return .exactly(Elementary.exp(state.today.trend) - 1, unit: "1/year")
    case .costs:
      return state.costRatio.map { .exactly(100 * Elementary.exp($0.middle), unit: "percent") }
    case .gap: return state.gap.map { .exactly(100 * $0.value, unit: "percent") }
    case .money:
      // Months of cost that the newest balance, with what came in since, would pay.
      guard let cash = state.cash, let ratio = state.costRatio else { return nil }
      let cost = revenue * Elementary.exp(ratio.middle)
      return .exactly(12 * (cash.balance + cash.moneySince) / cost, unit: .month)
    case .region, .path, .paths, .settings: return nil
    }
  }
}
