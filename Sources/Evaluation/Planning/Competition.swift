internal import Diagnostics
internal import Facts
internal import Formulas
internal import Hashing
internal import Plan
internal import Synchronization

/// The companies that meet on the markets of a study's paths, found once for all of a run.
///
/// All companies of the study take part, whichever are asked for: so a company's numbers are the
/// same alone and among others.
package final class Competition: Sendable {
  private let context: EvaluationContext
  private let contestants = Mutex<[Market: [PlannedContest.Contestant]]>([:])
  private let rooms = Mutex<[Market: PlannedRoom]>([:])
  /// What each company brings to a market, by itself; nil for one that isn't on it.
  private let ownContestants = Mutex<[Share: PlannedContest.Contestant?]>([:])
  private let ownClaims = Mutex<[Share: ProgramPlan?]>([:])

  /// What a company brings to a market.
  private struct Share: Hashable {
    var market: Market
    var company: String
  }

  /// A contest or a shared market: those of one path's input in one region.
  private struct Market: Hashable {
    var path: String
    var input: String
    var region: String
    var years: [Int] = []
  }

  /// The competition of what is known on the day of a context.
  package init(_ context: EvaluationContext) {
    self.context = context
  }

  /// The competition in a context that differs from another's in what is known of one company alone:
  /// what the others bring is the same.
  package init(_ context: EvaluationContext, like other: Competition, but company: String) {
    self.context = context
    ownContestants.withLock { known in
      known = other.ownContestants.withLock { $0 }.filter { $0.key.company != company }
    }
    ownClaims.withLock { known in
      known = other.ownClaims.withLock { $0 }.filter { $0.key.company != company }
    }
  }

  /// What was found before, or is found now.
  private func known<Value: Sendable>(
    _ cache: borrowing Mutex<[Share: Value]>, _ share: Share, find: () throws -> Value
  ) rethrows -> Value {
    if let found = cache.withLock({ $0[share] }) { return found }
    let found = try find()
    cache.withLock { $0[share] = found }
    return found
  }

  /// The companies that contend with a subject for places on a path, in order of their ids.
  ///
  /// Those of the study that sell in its region, pursue the path and have known odds.
  ///
  /// - Throws: `DiagnosticError` when facts tie.
  func contestants(
    for contest: ContestOrigin, of set: InputSet, with subject: Subject
  ) throws -> [PlannedContest.Contestant] {
    let market = Market(
      path: set.id, input: contest.name, region: subject.region(on: set.id))
    let found =
      try contestants.withLock { $0[market] }
      ?? field(of: set, in: market.region).compactMap { rival in
        try known(ownContestants, Share(market: market, company: rival.company)) {
          let metrics = set.inputs.first { $0.name == contest.odds.name }?.metrics ?? []
          let takesPart =
            try metrics.contains { try context.hasAnswer(rival, metric: $0) }
            || context.missing(among: set, subject: rival).isEmpty
          return takesPart ? try contestant(rival, contest, set) : nil
        }
      }
    contestants.withLock { $0[market] = found }
    guard !found.contains(where: { $0.company == subject.company }) else { return found }
    return try (found + [contestant(subject, contest, set)]).sorted { $0.company < $1.company }
  }

  /// The part of the market for which a path's companies compete in a subject's region.
  ///
  /// - Throws: `DiagnosticError` when facts tie or an input can't be used.
  func room(
    of evaluator: ModelEvaluator, with subject: Subject, years: [Int]
  ) throws -> PlannedRoom? {
    guard let claim = evaluator.model.sharedMarket?.claim else { return nil }
    let set = evaluator.model.inputSet
    let market = Market(
      path: set.id, input: claim, region: subject.region(on: set.id), years: years)
    if let known = rooms.withLock({ $0[market] }) { return known }
    let others = try field(of: set, in: market.region).compactMap { rival in
      try known(ownClaims, Share(market: market, company: rival.company)) {
        try context.missing(among: set, subject: rival).isEmpty
          ? evaluator.planClaim(rival, years: years, among: self) : nil
      }.map { (company: rival.company, plan: $0) }
    }
    let isListed = others.contains { $0.company == subject.company }
    let own = isListed ? [] : [try evaluator.planClaim(subject, years: years, among: self)]
    let claimants = others.map(\.plan) + own
    let room = PlannedRoom(
      claimants: claimants, identity: identity(of: claimants, evaluator.model, years))
    if isListed { rooms.withLock { $0[market] = room } }
    return room
  }

  /// The name of what the claimants give, the same for the same formulas and draws alone.
  private func identity(
    of claimants: [ProgramPlan], _ model: ModelFile, _ years: [Int]
  ) -> String {
    let parts =
      [model.id, model.sharedMarket?.claim ?? "", "\(years)"]
      + model.variables.map { "\($0.declaration.name): \($0.declaration.formulaText)" }
      + claimants.flatMap { $0.inputs.map { "\($0.name): \($0.identity)" } }
    return SHA256.hex(parts.joined(separator: "\n"))
  }

  /// The companies of the study that sell in a region and pursue a path, in order of their ids.
  private func field(of set: InputSet, in region: String) -> [Subject] {
    context.facts.companies
      .filter { company in
        (context.studied?.contains(company.id) ?? true)
          && company.region(forPath: set.id) == region
      }
      .sorted { $0.id < $1.id }
      .map { Subject(company: $0, context: context) }
      .filter { $0.notPursued(set.id) == nil }
  }

  private func contestant(
    _ subject: Subject, _ contest: ContestOrigin, _ set: InputSet
  ) throws -> PlannedContest.Contestant {
    let resolver = InputResolver(subject: subject, inputs: set)
    let odds = try resolver.steady(contest.odds)
    let place = InputPlaces(set.inputs)[
      set.inputs.firstIndex { $0.name == contest.name } ?? 0]
    return PlannedContest.Contestant(
      company: subject.company, odds: odds.planned, block: resolver.ownBlock,
      dimension: place.dimension)
  }
}

extension Subject {
  /// The reason why it has no business on a path, if that was known on the day.
  func notPursued(_ path: String) -> Company.NotPursued? {
    facts?.notPursued.first { $0.path == path }.flatMap { reason in
      reason.source.isTimeless || reason.source.day <= context.asOf ? reason : nil
    }
  }
}
