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
    try checkMemory(companies)
    let done = Progress(total: companies.count, report: progress)
    // Few companies are planned together, so that threads don't compile the same models; the plans of
    // many would take more memory than they save time.
    let plans =
      companies.count > Self.mostPlanned
      ? [] : try run.planner.plan(companies, by: run.crew)
    try makeRooms(of: plans)
    // Of a company's draws only what all companies' are put together from outlives it.
    let together = InOrder<TogetherDraws, EvaluatedCompany>(TogetherDraws(run))
    let side = run.draws.fillMemory ? Crew(threads: 1) : run.crew
    let records = try side.map(companies.count) { index in
      defer { done.step() }
      let evaluated = try CompanyRecorder(
        run: run, company: companies[index],
        planned: plans.isEmpty ? try run.planner.plan(companies[index]) : plans[index],
        daysAhead: request.daysAhead
      ).evaluate()
      together.add(evaluated, at: index) { $0.add($1) }
      return evaluated.record
    }
    let sums = together.value
    let markets = try marketInputs(records)
    var collector = SourceCollector(facts: run.evaluation.facts)
    for company in records { collector.add(company) }
    for market in markets { collector.add(market.input) }
    let info = info(companies: companies)
    collector.add(info.rates ?? [])
    let paths = paths(records, sums)
    return RunRecord(
      run: info, paths: paths, companies: records,
      ranking: RankingBuilder(run: run).build(sums.field), atRisk: sums.atRisk,
      sources: collector.records(),
      markets: markets, warnings: warnings(records, sums, paths), efforts: efforts)
  }

  // MARK: Parts

  private static let mostPlanned = 256

  /// Refuses a run for which there isn't enough memory.
  private func checkMemory(_ companies: [Company]) throws {
    let check = MemoryCheck()
    // Which paths have numbers takes a while to tell: it is asked where it may matter.
    let most = MemoryEstimate(mostOf: run, companies: companies)
    if most.bytes <= check.memory.bytes { return }
    try check.check(MemoryEstimate(run, companies: companies))
  }

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
      judgements: run.policy.judgements, rates: CurrencyRates.all(in: run.evaluation),
      onlyPaths: run.leavesPathsOut ? models.map(\.path) : nil,
      someCompanies: leavesOut(companies) ? true : nil)
  }

  /// True if the study has companies that aren't among these.
  private func leavesOut(_ companies: [Company]) -> Bool {
    let studied = loaded.study.companies ?? loaded.facts.companies.map(\.id)
    return !Set(companies.map(\.id)).isSuperset(of: studied)
  }

  /// What it takes to find figures, of the metrics that say so.
  private var efforts: [String: ResearchEffort]? {
    let stated = run.evaluation.facts.metrics.compactMapValues { metric in
      metric.effort.map { ResearchEffort(findable: $0.chance, hours: $0.hours) }
    }
    return stated.isEmpty ? nil : stated
  }

  private func paths(_ companies: [CompanyRecord], _ sums: TogetherDraws) -> [PathRecord] {
    run.evaluators.map { evaluator in
      var record = evaluator.description.record
      let assessed = companies.compactMap { company in
        company.paths.first { $0.path == record.id }?.results
      }
      record.drivers = averaged(assessed.map(\.drivers))
      let crowding = sums.crowding(on: record.id)
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

  /// The market inputs that some assessment used, as declared.
  private func marketInputs(_ companies: [CompanyRecord]) throws -> [MarketInputRecord] {
    var records: [String: MarketInputRecord] = [:]
    for company in companies {
      for path in company.paths {
        guard let results = path.results,
          let subject = run.evaluation.facts.company(company.id)
        else { continue }
        let region = subject.region(forPath: path.path)
        for input in results.inputs where input.scope == .market {
          records["\(region) \(input.name)"] = MarketInputRecord(region: region, input: input)
        }
      }
    }
    return records.keys.sorted().compactMap { records[$0] }
  }

  private func warnings(
    _ companies: [CompanyRecord], _ sums: TogetherDraws, _ paths: [PathRecord]
  ) -> [Remark] {
    // What a later folder puts in an earlier one's place changes numbers that its author never saw.
    let redefined = run.redefinedUnits.map {
      Replacement(file: $0.file, subject: .declaration($0.name))
    }
    var warnings =
      run.redefinedUnits.map(Remark.init)
      + loaded.overridden.filter { !redefined.contains($0) }.map(Remark.init)
    warnings += run.settings.filter { !$0.isUsed(by: companies) }.map(\.unused)
    warnings += unexpectedSums(companies)
    for path in paths {
      guard let sum = path.crowding?.estimate, sum.p50 > 100 else { continue }
      var values: [String: StatementValue] = [
        "path": .named(path.title), "share": .share(sum.p50 / 100),
        "region": .text(path.crowdingRegion ?? ""),
        "year": .text(String(run.evaluation.years.last ?? 0)),
      ]
      if sums.isLimited(path.id) {
        values["left"] = .share(100 / sum.p50)
        warnings.append(Remark(.scaledToMarket, values))
      } else {
        warnings.append(Remark(.crowded, values))
      }
    }
    return warnings
  }

  /// The sums over all companies that the models' authors didn't expect.
  private func unexpectedSums(_ companies: [CompanyRecord]) -> [Remark] {
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
    of input: String, on path: String, over companies: [CompanyRecord]
  ) -> [String: Double] {
    var sums: [String: Double] = [:]
    for company in companies {
      guard
        let results = company.paths.first(where: { $0.path == path })?.results,
        let value = results.inputs.first(where: { $0.name == input })?.values.constant,
        let subject = run.evaluation.facts.company(company.id)
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
