internal import Evaluation
package import Facts
internal import Hashing
package import RunRecord
internal import Scoring
internal import Simulation
package import Study
internal import Synchronization
internal import Threads

/// Counts what is done, from any thread.
private final class Progress: Sendable {
  private let total: Int
  private let report: (@Sendable (EvaluationProgress) -> Void)?
  private let done = Mutex(0)

  init(total: Int, report: (@Sendable (EvaluationProgress) -> Void)?) {
    self.total = total
    self.report = report
  }

  func step() {
    let finished = done.withLock { count in
      count += 1
      return count
    }
    report?(EvaluationProgress(phase: "evaluating", done: finished, total: total))
  }
}

/// Evaluates companies side by side and puts the run on record.
package struct RunBuilder: Sendable {
  let run: RunContext
  let loaded: LoadedModels
  let request: EvaluationRequest
  let overrides: [String: String]

  package init(
    run: RunContext, loaded: LoadedModels, request: EvaluationRequest,
    overrides: [String: String]
  ) {
    self.run = run
    self.loaded = loaded
    self.request = request
    self.overrides = overrides
  }

  package func build(
    companies: [Company], progress: (@Sendable (EvaluationProgress) -> Void)?
  ) throws -> RunRecord {
    let done = Progress(total: companies.count, report: progress)
    let plans = try run.planner.plan(companies, by: run.crew)
    try makeRooms(of: plans)
    let evaluated = try run.crew.map(companies.count) { index in
      defer { done.step() }
      return try CompanyRecorder(
        run: run, company: companies[index], planned: plans[index], daysAhead: request.daysAhead
      ).evaluate()
    }
    let markets = try marketInputs(evaluated)
    var collector = SourceCollector(facts: run.evaluation.facts)
    for company in evaluated { collector.add(company.record) }
    for market in markets { collector.add(market.input) }
    let info = info(companies: companies)
    collector.add(info.rates ?? [])
    let paths = paths(evaluated)
    return RunRecord(
      run: info, paths: paths, companies: evaluated.map(\.record),
      ranking: RankingBuilder(run: run).build(evaluated), atRisk: atRisk(evaluated),
      sources: collector.records(),
      markets: markets, warnings: warnings(evaluated, paths), efforts: efforts)
  }

  // MARK: Parts

  /// Draws what companies claim of the markets that they share, a market a thread: else threads that
  /// take a company each would all do so for the same market at the same time.
  private func makeRooms(of plans: [PlannedCompany]) throws {
    let rooms = Dictionary(
      plans.flatMap(\.plan.paths).compactMap(\.room).map { ($0.identity, $0) },
      uniquingKeysWith: { first, _ in first }
    ).values.sorted { $0.claimants.count > $1.claimants.count }
    _ = try run.crew.map(rooms.count) { try rooms[$0].claims(from: run.draws) }
  }

  /// The id is a hash of everything that goes in, so that the same inputs give the same id.
  private func info(companies: [Company]) -> RunInfo {
    let models = run.evaluators.map { $0.description.reference }
    let parts =
      [
        Version.current, loaded.factsSha256, loaded.settingsSha256,
        run.evaluation.asOf.description, String(request.seed), String(request.draws),
        request.sampler.rawValue, request.scenario ?? "",
        companies.map(\.id).joined(separator: ","),
      ] + models.map { "\($0.path) \($0.version) \($0.sha256 ?? "")" }
      + overrides.keys.sorted().map { "\($0)=\(overrides[$0] ?? "")" }
      + (request.testsTheses ? loaded.theses.map { "\($0.id) \($0.sha256)" } : [])
      + (request.daysAhead.map { ["\($0) days ahead"] } ?? [])
    return RunInfo(
      id: String(SHA256.hex(parts.joined(separator: "\n")).prefix(12)),
      title: loaded.study.title, question: loaded.study.question, seed: request.seed,
      draws: request.draws, sampler: DrawSampler(run.draws.sampling.sampler),
      scenario: request.scenario,
      overrides: overrides, asOf: run.evaluation.asOf.description,
      startYear: run.evaluation.years.first ?? 0, horizon: run.evaluation.years.last ?? 0,
      currency: UnitName(run.evaluation.currency), discountRate: run.policy.discountRate,
      version: Version.current, models: models, factsSha256: loaded.factsSha256,
      settingsSha256: loaded.settingsSha256, overridden: loaded.overridden.map(Remark.init),
      judgements: run.policy.judgements, rates: CurrencyRates.all(in: run.evaluation))
  }

  /// What it takes to find figures, of the metrics that say so.
  private var efforts: [String: ResearchEffort]? {
    let stated = run.evaluation.facts.metrics.compactMapValues { metric in
      metric.effort.map { ResearchEffort(findable: $0.chance, hours: $0.hours) }
    }
    return stated.isEmpty ? nil : stated
  }

  /// How many of the companies with odds break even and run out, counted in each draw.
  private func atRisk(_ companies: [EvaluatedCompany]) -> AtRiskRecord? {
    AtRiskRecord(states: companies.map(\.states).filter { !$0.isEmpty }, draws: run.draws.count)
  }

  private func paths(_ companies: [EvaluatedCompany]) -> [PathRecord] {
    run.evaluators.map { evaluator in
      var record = evaluator.description.record
      let assessed = companies.compactMap { company in
        company.record.paths.first { $0.path == record.id }?.results
      }
      record.drivers = averaged(assessed.map(\.drivers))
      let crowding = crowding(companies, on: record.id)
      record.crowding = crowding?.sum
      record.crowdingRegion = crowding?.region
      return record
    }
  }

  /// Each driver's mean share over the companies; one that a company's list lacks counts 0 there.
  private func averaged(_ lists: [[DriverRecord]]) -> [DriverRecord] {
    var byName: [String: DriverRecord] = [:]
    for driver in lists.joined() {
      var sum = byName[driver.name] ?? driver
      if byName[driver.name] != nil { sum.share += driver.share }
      sum.low = nil
      sum.high = nil
      byName[driver.name] = sum
    }
    return byName.values.map { driver in
      var mean = driver
      mean.share /= Double(lists.count)
      return mean
    }.sorted { ($1.share, $0.name) < ($0.share, $1.name) }
  }

  /// The market share that the companies' stories claim together in the last year, per cent:
  /// before anything is scaled those of the whole study, else those of the companies at hand.
  ///
  /// In the region where that is most: companies of different regions don't share a market.
  private func crowding(
    _ companies: [EvaluatedCompany], on path: String
  ) -> (sum: Quantity, region: String)? {
    var claims: [String: [[Double]]] = [:]
    for company in companies {
      guard let subject = run.evaluation.facts.company(company.record.id) else { continue }
      let region = subject.region(forPath: path)
      if let all = company.crowding[path] {
        claims[region] = [all]
      } else if let claim = company.claims[path] {
        claims[region, default: []].append(claim)
      }
    }
    let sums = claims.keys.sorted().map { region -> (sum: Quantity, region: String) in
      let columns = claims[region] ?? []
      let total = (0..<run.draws.count).map { draw in columns.reduce(0) { $0 + $1[draw] } }
      let summary = Summary(total)
      return (summary.quantity(unit: .point, scale: 100), region)
    }
    return sums.max { ($0.sum.estimate?.p50 ?? 0) < ($1.sum.estimate?.p50 ?? 0) }
  }

  /// The market inputs that some assessment used, as declared.
  private func marketInputs(_ companies: [EvaluatedCompany]) throws -> [MarketInputRecord] {
    var records: [String: MarketInputRecord] = [:]
    for company in companies {
      for path in company.record.paths {
        guard let results = path.results,
          let subject = run.evaluation.facts.company(company.record.id)
        else { continue }
        let region = subject.region(forPath: path.path)
        for input in results.inputs where input.scope == .market {
          records["\(region) \(input.name)"] = MarketInputRecord(region: region, input: input)
        }
      }
    }
    return records.keys.sorted().compactMap { records[$0] }
  }

  private func warnings(_ companies: [EvaluatedCompany], _ paths: [PathRecord]) -> [Remark] {
    // What a later folder puts in an earlier one's place changes numbers that its author never saw.
    let redefined = run.redefinedUnits.map {
      Replacement(file: $0.file, subject: .declaration($0.name))
    }
    var warnings =
      run.redefinedUnits.map(Remark.init)
      + loaded.overridden.filter { !redefined.contains($0) }.map(Remark.init)
    warnings += unexpectedSums(companies)
    for path in paths {
      guard let sum = path.crowding?.estimate, sum.p50 > 100 else { continue }
      var values: [String: StatementValue] = [
        "path": .named(path.title), "share": .share(sum.p50 / 100),
        "region": .text(path.crowdingRegion ?? ""),
        "year": .text(String(run.evaluation.years.last ?? 0)),
      ]
      if companies.contains(where: { $0.crowding[path.id] != nil }) {
        values["left"] = .share(100 / sum.p50)
        warnings.append(Remark(.scaledToMarket, values))
      } else {
        warnings.append(Remark(.crowded, values))
      }
    }
    return warnings
  }

  /// The sums over all companies that the models' authors didn't expect.
  private func unexpectedSums(_ companies: [EvaluatedCompany]) -> [Remark] {
    // A few companies alone can't give the sum of all.
    guard request.companies.isEmpty else { return [] }
    return run.evaluators.map(\.description).flatMap { path in
      path.checks.flatMap { check in
        let sums = sums(of: check.input, on: path.record.id, over: companies)
        return sums.sorted { $0.key < $1.key }
          .filter { !check.expected.contains($0.value) }
          .map { region, sum in
            Remark(
              .expectedSum,
              [
                "path": .named(path.record.title), "input": .text(check.input),
                "region": .text(region), "sum": .number((10 * sum).rounded() / 10),
                "low": .number(check.expected.lowerBound),
                "high": .number(check.expected.upperBound),
              ])
          }
      }
    }
  }

  /// The means of an input that is the same in all years, added up by region.
  private func sums(
    of input: String, on path: String, over companies: [EvaluatedCompany]
  ) -> [String: Double] {
    var sums: [String: Double] = [:]
    for company in companies {
      guard
        let results = company.record.paths.first(where: { $0.path == path })?.results,
        let value = results.inputs.first(where: { $0.name == input })?.values.constant,
        let subject = run.evaluation.facts.company(company.record.id)
      else { continue }
      sums[subject.region(forPath: path), default: 0] += value.value
    }
    return sums
  }
}

extension DrawSampler {
  /// The sampler of draws, for the record.
  init(_ sampler: Sampler) {
    switch sampler {
    case .sobol: self = .sobol
    case .random: self = .random
    }
  }
}

extension AtRiskRecord {
  /// Counts companies draw by draw; nil below two of them.
  init?(states: [[OutcomeState?]], draws: Int) {
    guard states.count > 1 else { return nil }
    func count(_ wanted: Set<OutcomeState>) -> Estimate? {
      Summary(
        (0..<draws).map { draw in
          Double(states.count { $0[draw].map(wanted.contains) ?? false })
        }
      ).estimate(unit: .companies)
    }
    guard let breakEven = count([.brokeEven]), let runOut = count([.cashedOut, .sold]) else {
      return nil
    }
    self.init(companies: states.count, breakEven: breakEven, runOut: runOut)
  }
}
