internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Threads

/// A company evaluated: its record, and the draws that rankings and path pages need.
struct EvaluatedCompany: Sendable {
  var record: CompanyRecord
  /// Headroom, cash cover, path support and independence in every draw; nil without an outcome.
  var criteria: [String: [Double]]?
  /// What the company's story claims of each path's market in the last year, by path.
  var claims: [String: [Double]]
}

/// Evaluates one company: its paths, its outcome, and what ties them together.
struct CompanyEvaluation {
  let run: RunContext
  let company: Company
  let subject: Subject

  init(run: RunContext, company: Company) {
    self.run = run
    self.company = company
    subject = Subject(company: company, context: run.evaluation)
  }

  func evaluate() throws -> EvaluatedCompany {
    let paths = try run.evaluators.map {
      try PathAssessor(run: run, subject: subject, evaluator: $0).assess()
    }
    let assessed = paths.compactMap(\.assessed)
    var claims: [String: [Double]] = [:]
    for path in assessed {
      guard let claim = path.projection.claim else { continue }
      claims[path.path] = Array(claim[year: claim.years - 1])
    }
    let result = result(from: try base(), assessed)
    let facts = CompanyFacts(company: company, context: run.evaluation)
    return EvaluatedCompany(
      record: CompanyRecord(
        id: company.id, name: company.names.en, names: LocalizedText(company.names),
        region: company.region, kind: company.kind ?? "", listing: company.listing,
        parent: company.parent,
        alreadyBrokeEven: try BaseYearFinder(company: company, context: run.evaluation)
          .brokeEven(),
        nowcast: try nowcast(), outcome: result.outcome, paths: records(of: paths, result.shares),
        reported: facts.reported, events: facts.events, warnings: facts.warnings),
      criteria: result.criteria, claims: claims)
  }

  /// The records of all paths; `shares` are those of the assessed ones, in their order.
  private func records(
    of paths: [PathAssessor.Result], _ shares: [PathShares]
  ) -> [AssessmentRecord] {
    var rest = shares[...]
    return paths.map { path in
      switch path {
      case .without(let record): record
      case .assessed(let assessed): assessed.record(rest.removeFirst(), run: run)
      }
    }
  }

  /// The state today; nil where the company model has no numbers for it or nothing is known.
  private func nowcast() throws -> NowcastRecord? {
    guard let formulas = run.companyModel.formulas else { return nil }
    let nowcaster = try CompanyNowcaster(formulas, in: run.evaluation)
    guard case .success(let found) = nowcaster.find(company) else { return nil }
    return nowcaster.record(of: company, found)
  }

  // MARK: Outcome and exposure

  /// The year that the outcome starts from, and the company's figures in it.
  private struct CompanyBase: Sendable {
    var year: BaseYear
    var flows: CompanyFlows
  }

  private func base() throws -> Result<CompanyBase, MissingBaseYear> {
    let finder = try BaseYearFinder(company: company, context: run.evaluation)
    switch try finder.find() {
    case .failure(let missing): return .failure(missing)
    case .success(let year):
      let flows = try CompanyFlowsBuilder(
        subject: subject, baseYear: year, parameters: run.companyModel.parameters,
        draws: run.draws
      ).build()
      return .success(CompanyBase(year: year, flows: flows))
    }
  }

  /// What becomes of the company, and what each assessed path is to it.
  private struct CompanyResult {
    var outcome: Outcome
    var shares: [PathShares]
    var criteria: [String: [Double]]?
  }

  private func result(
    from base: Result<CompanyBase, MissingBaseYear>, _ assessed: [AssessedPath]
  ) -> CompanyResult {
    let found: CompanyBase
    switch base {
    case .failure(let missing):
      return CompanyResult(
        outcome: .unknown(
          UnknownOutcome(
            reason: Reason(.notEnoughEvidence, ["reason": .statements([missing.reason])]),
            missing: missing.metrics)),
        shares: assessed.map { _ in PathShares(unknown: missing.reason) })
    case .success(let known): found = known
    }
    let simulation = OutcomeSimulator(
      run: run, subject: subject, flows: found.flows, paths: assessed
    ).simulate()
    let exposure = ExposureReport(run: run, simulation, assessed)
    let outcome = OutcomeReport(
      run: run, subject: subject, baseYear: found.year, flows: found.flows,
      simulation: simulation, exposure: exposure, assessed: assessed
    ).record()
    let shares = exposure.paths.enumerated().map { index, path in
      PathShares(
        exposure: path.exposure, drain: path.drain, support: path.support,
        oddsWithout: quantities.probability(simulation.knockedOut[index]))
    }
    return CompanyResult(
      outcome: .known(outcome), shares: shares, criteria: exposure.criteria)
  }

  private var quantities: Quantities {
    Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
  }
}
