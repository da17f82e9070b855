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
    var records: [AssessmentRecord] = []
    var assessed: [AssessedPath] = []
    var base: Result<CompanyBase, MissingBaseYear>?
    let parts = try run.crew.map(run.evaluators.count + 1) { index -> Part in
      guard index < run.evaluators.count else { return .base(try self.base()) }
      return .path(
        try PathAssessor(run: run, subject: subject, evaluator: run.evaluators[index]).assess())
    }
    for part in parts {
      switch part {
      case .path(.none(let record)): records.append(record)
      case .path(.assessed(let path)):
        records.append(path.record)
        assessed.append(path)
      case .base(let found): base = found
      }
    }
    var claims: [String: [Double]] = [:]
    for path in assessed {
      guard let claim = path.projection.claim else { continue }
      claims[path.record.path] = Array(claim[year: claim.years - 1])
    }
    var (outcome, criteria) = outcome(from: try base ?? self.base(), &assessed)
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

  /// A part of a company that needs no other.
  private enum Part: Sendable {
    case path(PathAssessor.Result)
    case base(Result<CompanyBase, MissingBaseYear>)
  }

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

  private func outcome(
    from base: Result<CompanyBase, MissingBaseYear>, _ assessed: inout [AssessedPath]
  ) -> (OutcomeRecord, [String: [Double]]?) {
    let found: CompanyBase
    switch base {
    case .failure(let missing):
      let reason = "not enough evidence: \(missing.reason)"
      for index in assessed.indices {
        assessed[index].record.exposure = .unknown(missing.reason)
        assessed[index].record.drain = .unknown(missing.reason)
        assessed[index].record.carry = .unknown(missing.reason)
        assessed[index].record.knockOut = .unknown(missing.reason)
      }
      return (OutcomeRecord(unknown: reason, missing: missing.metrics), nil)
    case .success(let known): found = known
    }
    let simulation = OutcomeSimulator(
      run: run, subject: subject, flows: found.flows, paths: assessed
    ).simulate()
    let report = OutcomeReport(
      run: run, subject: subject, baseYear: found.year, flows: found.flows, simulation: simulation)
    let sides = run.crew.map(2) { [assessed] index -> Side in
      if index == 1 { return .exposure(ExposureReport(run: run, simulation, assessed)) }
      var record = report.record()
      addDrivers(simulation, assessed, to: &record)
      return .outcome(record)
    }
    var record = OutcomeRecord(unknown: "", missing: [])
    var criteria: [String: [Double]]?
    for side in sides {
      switch side {
      case .outcome(let outcome): record = outcome
      case .exposure(let exposure):
        exposure.add(to: &record, &assessed)
        criteria = exposure.criteria
      }
    }
    for index in assessed.indices {
      assessed[index].record.knockOut = quantities.probability(simulation.knockedOut[index])
    }
    return (record, criteria)
  }

  /// What is said of an outcome.
  private enum Side: Sendable {
    case outcome(OutcomeRecord)
    case exposure(ExposureReport)
  }

  private var quantities: Quantities {
    Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
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
