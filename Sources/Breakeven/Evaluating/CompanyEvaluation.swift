internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
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
    var records: [AssessmentRecord] = []
    var assessed: [AssessedPath] = []
    let results = try run.crew.map(run.evaluators.count) { [run, subject] index in
      try PathAssessor(run: run, subject: subject, evaluator: run.evaluators[index]).assess()
    }
    for result in results {
      switch result {
      case .none(let record): records.append(record)
      case .assessed(let path):
        records.append(path.record)
        assessed.append(path)
      }
    }
    var claims: [String: [Double]] = [:]
    for path in assessed {
      guard let claim = path.projection.claim else { continue }
      claims[path.record.path] = Array(claim[year: claim.years - 1])
    }
    var (outcome, criteria) = try outcome(&assessed)
    let proof = try BaseYearFinder(company: company, context: run.evaluation).brokeEven()
    outcome.alreadyBrokeEven = proof != nil
    outcome.alreadyBrokeEvenBecause = proof
    for path in assessed {
      guard let place = records.firstIndex(where: { $0.path == path.record.path }) else { continue }
      records[place] = path.record
    }
    let facts = CompanyFacts(company: company, context: run.evaluation)
    return EvaluatedCompany(
      record: CompanyRecord(
        id: company.id, name: company.names.en, names: LocalizedText(company.names),
        region: company.region, kind: company.kind ?? "", listing: company.listing,
        parent: company.parent, outcome: outcome, paths: records, reported: facts.reported,
        events: facts.events, warnings: facts.warnings),
      criteria: criteria, claims: claims)
  }

  // MARK: Outcome and exposure

  private func outcome(
    _ assessed: inout [AssessedPath]
  ) throws -> (OutcomeRecord, [String: [Double]]?) {
    let finder = try BaseYearFinder(company: company, context: run.evaluation)
    let baseYear: BaseYear
    switch try finder.find() {
    case .failure(let missing):
      let reason = "not enough evidence: \(missing.reason)"
      for index in assessed.indices {
        assessed[index].record.exposure = .unknown(missing.reason)
        assessed[index].record.drain = .unknown(missing.reason)
        assessed[index].record.carry = .unknown(missing.reason)
        assessed[index].record.knockOut = .unknown(missing.reason)
      }
      return (OutcomeRecord(unknown: reason, missing: missing.metrics), nil)
    case .success(let found): baseYear = found
    }
    let flows = try CompanyFlowsBuilder(
      subject: subject, baseYear: baseYear, parameters: run.companyModel.parameters,
      draws: run.draws
    ).build()
    let simulation = OutcomeSimulator(
      run: run, subject: subject, flows: flows, paths: assessed
    ).simulate()
    var record = OutcomeReport(
      run: run, subject: subject, baseYear: baseYear, flows: flows, simulation: simulation
    ).record()
    let criteria = addExposure(simulation, to: &record, &assessed)
    addDrivers(simulation, assessed, to: &record)
    for index in assessed.indices {
      assessed[index].record.knockOut = quantities.probability(simulation.knockedOut[index])
    }
    return (record, criteria)
  }

  private var quantities: Quantities {
    Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
  }

  /// Exposure by path, gap, carry, and the four ranking criteria.
  private func addExposure(
    _ simulation: OutcomeSimulation, to record: inout OutcomeRecord,
    _ assessed: inout [AssessedPath]
  ) -> [String: [Double]] {
    let flows = simulation.withRounds.horizonFlows(paths: assessed.map(\.flows))
    let exposure = Exposure(flows, baseYearCost: simulation.model.anchor.totalCost)
    var carries: [[Double]] = []
    for index in assessed.indices {
      let carry = Score.carry(exposure: exposure.paths[index], score: assessed[index].scores)
      carries.append(carry)
      assessed[index].record.exposure = shares(exposure.paths[index])
      assessed[index].record.drain = shares(exposure.drains[index])
      assessed[index].record.carry = shares(carry)
    }
    let support = Score.pathSupport(
      carries: carries, other: exposure.other, otherScore: run.policy.otherScore)
    let headroom = RankingCriteria.headroom(flows)
    let cover = RankingCriteria.cashCover(simulation.withRounds)
    let independence = RankingCriteria.independence(Dependence(flows), flows: flows)
    record.gap = shares(exposure.gap)
    record.other = shares(exposure.other)
    record.headroom = shares(headroom)
    record.cashCover = shares(cover)
    record.pathSupport = shares(support)
    record.independence = shares(independence)
    if exposure.undefined > 0 {
      record.notes.append(
        "In \(exposure.undefined) of \(run.draws.count) draws there is no cost base to speak of; "
          + "they are left out of the exposures.")
    }
    return [
      "headroom": headroom, "cash_cover": cover, "path_support": support,
      "independence": independence,
    ]
  }

  /// Shares whose undefined draws don't count against them.
  private func shares(_ values: [Double]) -> Quantity {
    Summary(values).quantity(unit: "point", reason: "undefined in every draw")
  }

  // MARK: What drives break-even

  private func addDrivers(
    _ simulation: OutcomeSimulation, _ assessed: [AssessedPath], to record: inout OutcomeRecord
  ) {
    let used = Set(record.inputs.map(\.name))
    var drivers = Drivers(inputs: simulation.inputs.filter { used.contains($0.record.name) })
    for path in assessed { drivers.add(path.drivers) }
    let event = simulation.withRounds.brokeEvenIndicator
    record.drivers = drivers.ranked(drivers.shares(of: event))
    record.assumptionBand = drivers.band(of: event, drivers: record.drivers)
    guard (record.states?.brokeEven.value ?? 1) < 0.5 else { return }
    record.wouldHaveToBelieve = drivers.beliefs(
      event: event, target: 0.5, drivers: record.drivers, most: 5)
  }
}
