internal import Documents
internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Threads

/// A company on record, with the only draws that are kept of it: what rankings and path pages
/// need.
struct EvaluatedCompany: Sendable {
  let record: CompanyRecord
  /// The criteria it is ranked by, in every draw; nil without odds.
  let criteria: CriterionDraws?
  /// The state it ends in, in every draw; nothing without odds.
  let states: [OutcomeState?]
  /// The share of each path's market that the company's story claims in the last year, by path.
  let claims: [String: [Double]]
  /// What all companies of its region claim together of it before anything is scaled, in the last
  /// year, by path; of the models that limit claims to the market.
  let crowding: [String: [Double]]
}

/// Evaluates a company's plan and puts the result on record.
struct CompanyRecorder {
  let run: RunContext
  let company: Company
  let planned: PlannedCompany
  /// The days within which its next disclosures are looked at; nil to leave them.
  var daysAhead: Int?

  func evaluate() throws -> EvaluatedCompany {
    let (result, told) = try planned.evaluate(
      over: run.draws, kept: daysAhead == nil ? .told : .between, by: run.crew
    ) { [run] in try ToldPath($0, $1, in: run) }
    let state = try? planned.state.get()
    let nowcaster = run.planner.outcomes.nowcaster
    let paths = paths(result, told)
    let (outcome, records) = records(of: paths, result.outcome)
    let facts = CompanyFacts(company: company, context: run.evaluation)
    let nowcast = state.map { nowcaster.record(of: company, $0) }
    return EvaluatedCompany(
      record: CompanyRecord(
        id: company.id, name: company.names.en, names: LocalizedText(company.names),
        region: company.region, kind: company.kind ?? "", listing: company.listing,
        parent: company.parent,
        alreadyBrokeEven: earning(state), nowcast: nowcast, outcome: outcome,
        paths: records, reported: facts.reported,
        events: facts.events,
        warnings: unique(
          facts.warnings + (nowcast?.mistakes ?? [])
            + InputDoubts(run: run, company: company.id).remarks(on: outcome.inputs)
            + paths.compactMap(\.assessed).flatMap(\.doubts)
            + paths.compactMap(\.assessed?.lack)),
        ahead: ahead(planned, result)),
      criteria: outcome.known == nil ? nil : criteria(planned, result),
      states: outcome.known == nil ? [] : states(planned, result), claims: claims(result),
      crowding: try crowding(result))
  }

  /// What the next disclosures will tell of a company with odds, where that was asked for.
  private func ahead(_ planned: PlannedCompany, _ result: CompanyResult) -> CompanyAhead? {
    guard let daysAhead, isAsked(planned) else { return nil }
    return CompanyForecast(company, planned, result, days: daysAhead, in: run).record()
  }

  /// That the newest twelve months made no loss, and by which figures; nil where they did.
  private func earning(_ state: CompanyNowcaster.Found?) -> Reason? {
    guard let state = state?.nowcast, state.isEarning, !state.isTooOld,
      let result = state.result, let window = state.resultWindow
    else { return nil }
    return Reason(
      .earningNow,
      [
        "metrics": .metrics(run.evaluation.facts.names(of: result.metrics)),
        "end": .text(MonthText.month(window.end)),
      ])
  }

  /// All paths of the run, laid out for the record.
  private func paths(_ result: CompanyResult, _ told: [ToldPath?]) -> [Path] {
    let lines = result.outcome?.lines ?? []
    var evaluated = zip(told, result.paths).map { ($0, $1) }[...]
    let all = planned.paths.map { path -> (PlannedCompany.Path, ToldPath?, PathResult?) in
      guard case .planned = path else { return (path, nil, nil) }
      let (told, result) = evaluated.removeFirst()
      return (path, told, result)
    }
    return run.crew.map(all.count) { [planned, run, company] index in
      switch all[index] {
      case (.without(let id, let state), _, _):
        return .without(AssessmentRecord(path: id, state: state))
      case (.planned, let path?, let result?):
        return .assessed(
          PathRecorder(
            run: run, company: company.id, path: path, result: result,
            reported: planned.lines[result.path], line: lines.first { $0.path == result.path }))
      case (.planned(let plan), _, _):
        return .without(
          AssessmentRecord(
            path: plan.evaluator.description.record.id,
            state: .notPursued(NotPursued(because: Reason(.nothingHappens), sources: []))))
      }
    }
  }

  /// A path of the run for the company.
  private enum Path: Sendable {
    case assessed(PathRecorder)
    case without(AssessmentRecord)

    var assessed: PathRecorder? {
      if case .assessed(let path) = self { path } else { nil }
    }
  }

  private func outcome(_ result: CompanyOutcome?, _ paths: [PathRecorder]) -> Outcome {
    switch (planned.outcome, result) {
    case (.failure(let missing), _):
      .unknown(
        UnknownOutcome(
          reason: Reason(.notEnoughEvidence, ["reason": .statements([missing.reason])]),
          missing: missing.metrics))
    case (.success, nil): .unknown(UnknownOutcome(reason: Reason(.noDraw), missing: []))
    case (.success, let result?) where withheld(result) != nil:
      .unknown(UnknownOutcome(reason: withheld(result) ?? Reason(.noDraw), missing: []))
    case (.success(let plan), let result?):
      .known(OutcomeRecorder(run: run, plan: plan, result: result, paths: paths).record())
    }
  }

  /// The reason why the outcome is withheld: too many draws have none.
  private func withheld(_ result: CompanyOutcome) -> Reason? {
    run.quantities.withheld(result.flagged)
  }

  private func criteria(_ planned: PlannedCompany, _ result: CompanyResult) -> CriterionDraws? {
    isAsked(planned) ? result.outcome?.exposure.criteria : nil
  }

  private func states(_ planned: PlannedCompany, _ result: CompanyResult) -> [OutcomeState?] {
    isAsked(planned) ? result.outcome?.draws?.states ?? [] : []
  }

  /// Returns true for a company at risk: of one that earns nobody asks whether it breaks even.
  private func isAsked(_ planned: PlannedCompany) -> Bool {
    (try? planned.outcome.get()).map { !$0.state.isEarning } ?? false
  }

  /// The records of the outcome and the paths, side by side.
  private func records(
    of paths: [Path], _ outcome: CompanyOutcome?
  ) -> (Outcome, [AssessmentRecord]) {
    let assessed = paths.compactMap(\.assessed)
    let recorded = run.crew.map(assessed.count + 1) { index -> Recorded in
      guard index > 0 else { return .outcome(self.outcome(outcome, assessed)) }
      return .path(assessed[index - 1].record(shares(of: index - 1, planned, outcome)))
    }
    guard case .outcome(let first) = recorded[0] else {
      preconditionFailure("the outcome comes first")
    }
    var others = recorded.dropFirst()
    let records = paths.compactMap { path -> AssessmentRecord? in
      if case .without(let record) = path { return record }
      guard case .path(let record) = others.removeFirst() else { return nil }
      return record
    }
    return (first, records)
  }

  /// A part of the company's record.
  private enum Recorded: Sendable {
    case outcome(Outcome)
    case path(AssessmentRecord)
  }

  private func shares(
    of place: Int, _ planned: PlannedCompany, _ outcome: CompanyOutcome?
  ) -> PathShares {
    if let outcome {
      return withheld(outcome).map { PathShares(unknown: $0) }
        ?? PathShares(outcome, path: place, run.quantities)
    }
    if case .failure(let missing) = planned.outcome { return PathShares(unknown: missing.reason) }
    return PathShares(unknown: Reason(.noDraw))
  }

  private func claims(_ result: CompanyResult) -> [String: [Double]] {
    var claims: [String: [Double]] = [:]
    for path in result.paths.compactMap(\.self) {
      guard let claim = path.flows.claim else { continue }
      claims[path.path] = Array(claim[year: claim.years - 1])
    }
    return claims
  }

  private func crowding(_ result: CompanyResult) throws -> [String: [Double]] {
    var crowding: [String: [Double]] = [:]
    for (path, result) in zip(planned.plan.paths, result.paths) where result != nil {
      guard let room = path.room else { continue }
      let claims = try room.claims(from: run.draws)
      crowding[path.path] = Array(claims[year: claims.years - 1])
    }
    return crowding
  }
}
