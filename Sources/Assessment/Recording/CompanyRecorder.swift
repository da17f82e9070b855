internal import Documents
internal import Evaluation
internal import Facts
internal import Plan
internal import RunRecord
internal import Simulation

/// A company on record, with the only draws that are kept of it: what rankings and path pages
/// need.
struct EvaluatedCompany: Sendable {
  let record: CompanyRecord
  /// The criteria it is ranked by, in every draw; nil without an outcome.
  let criteria: CriterionDraws?
  /// The share of each path's market that the company's story claims in the last year, by path.
  let claims: [String: [Double]]
  /// What all companies of its region claim together of it before anything is scaled, in the last
  /// year, by path; of the models that limit claims to the market.
  let crowding: [String: [Double]]
}

/// Plans a company, evaluates the plan and puts the result on record.
struct CompanyRecorder {
  let run: RunContext
  let company: Company

  func evaluate() throws -> EvaluatedCompany {
    let planned = try run.planner.plan(company)
    let result = try planned.plan.evaluate(over: run.draws)
    var results = result.paths[...]
    let paths = try planned.paths.map { path -> Path in
      switch path {
      case .without(let id, let state): return .without(AssessmentRecord(path: id, state: state))
      case .planned(let plan):
        guard let result = results.removeFirst() else {
          return .without(
            AssessmentRecord(
              path: plan.evaluator.description.record.id,
              state: .notPursued(NotPursued(because: Reason(.nothingHappens), sources: []))))
        }
        return .assessed(
          try PathRecorder(run: run, subject: planned.subject, planned: plan, result: result))
      }
    }
    let facts = CompanyFacts(company: company, context: run.evaluation)
    return EvaluatedCompany(
      record: CompanyRecord(
        id: company.id, name: company.names.en, names: LocalizedText(company.names),
        region: company.region, kind: company.kind ?? "", listing: company.listing,
        parent: company.parent,
        alreadyBrokeEven: try BaseYearFinder(company: company, context: run.evaluation)
          .brokeEven(),
        nowcast: try nowcast(),
        outcome: outcome(planned, result.outcome, paths.compactMap(\.assessed)),
        paths: records(of: paths, planned, result.outcome), reported: facts.reported,
        events: facts.events, warnings: facts.warnings),
      criteria: result.outcome?.exposure.criteria, claims: claims(result),
      crowding: try crowding(result))
  }

  /// The state today; nil where the company model has no numbers for it or nothing is known.
  private func nowcast() throws -> NowcastRecord? {
    guard let formulas = run.companyModel.formulas else { return nil }
    let nowcaster = try CompanyNowcaster(formulas, in: run.evaluation)
    guard case .success(let found) = nowcaster.find(company) else { return nil }
    return nowcaster.record(of: company, found)
  }

  /// A path of the run for the company.
  private enum Path {
    case assessed(PathRecorder)
    case without(AssessmentRecord)

    var assessed: PathRecorder? {
      if case .assessed(let path) = self { path } else { nil }
    }
  }

  private func outcome(
    _ planned: PlannedCompany, _ result: OutcomeResult?, _ paths: [PathRecorder]
  ) -> Outcome {
    switch (planned.outcome, result) {
    case (.failure(let missing), _):
      .unknown(
        UnknownOutcome(
          reason: Reason(.notEnoughEvidence, ["reason": .statements([missing.reason])]),
          missing: missing.metrics))
    case (.success, nil):
      .unknown(UnknownOutcome(reason: Reason(.noDraw), missing: []))
    case (.success(let evidence), let result?):
      .known(
        OutcomeRecorder(
          run: run, subject: planned.subject, plan: planned.plan, evidence: evidence,
          result: result, paths: paths
        ).record())
    }
  }

  private func records(
    of paths: [Path], _ planned: PlannedCompany, _ outcome: OutcomeResult?
  ) -> [AssessmentRecord] {
    var place = 0
    return paths.map { path in
      switch path {
      case .without(let record): return record
      case .assessed(let path):
        defer { place += 1 }
        return path.record(shares(of: place, planned, outcome))
      }
    }
  }

  private func shares(
    of place: Int, _ planned: PlannedCompany, _ outcome: OutcomeResult?
  ) -> PathShares {
    if let outcome { return PathShares(outcome, path: place, run.quantities) }
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
    for path in result.paths.compactMap(\.self) {
      guard let room = path.run?.plan.room else { continue }
      let claims = try room.claims(from: run.draws)
      crowding[path.path] = Array(claims[year: claims.years - 1])
    }
    return crowding
  }
}
