internal import Evaluation
internal import Facts
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Synchronization

/// The draws of all companies of a run, put together as they come: sums and counts, which don't grow
/// with the number of companies, and what they are ranked by.
struct TogetherDraws: Sendable {
  /// What the companies are ranked by.
  private(set) var field: RankingBuilder.Field
  private let run: RunContext
  private let ranking: RankingBuilder
  private var states: StateCount
  /// The claims on each path's market by region, added up draw by draw; before anything is scaled
  /// those of the whole study, else those of the companies at hand.
  private var claims: [String: [String: [Double]]] = [:]
  /// The paths whose models limit claims to the market.
  private var limited: Set<String> = []

  init(_ run: RunContext) {
    self.run = run
    ranking = RankingBuilder(run: run)
    field = ranking.field()
    states = StateCount(draws: run.draws.count)
  }

  /// Adds a company, after those before it.
  mutating func add(_ company: EvaluatedCompany) {
    let record = company.record
    ranking.add(
      RankingBuilder.Candidate(
        id: record.id, criteria: company.criteria,
        reason: record.outcome.unknown?.reason
          ?? Reason(record.hasBrokenEven ? .earningIsNotRanked : .notAssessed)), to: &field)
    states.add(company.states)
    limited.formUnion(company.crowding.keys)
    guard let subject = run.evaluation.facts.company(record.id) else { return }
    for (path, claim) in company.claims where company.crowding[path] == nil {
      let region = subject.region(forPath: path)
      let sums = claims[path]?[region]
      claims[path, default: [:]][region] =
        sums.map { sums in zip(sums, claim).map { $0 + $1 } } ?? claim.map { 0 + $0 }
    }
    for (path, all) in company.crowding {
      claims[path, default: [:]][subject.region(forPath: path)] = all
    }
  }

  /// How many of the companies with odds break even and run out, counted in each draw.
  var atRisk: AtRiskRecord? { AtRiskRecord(states) }

  /// True if a path's model limits claims to the market.
  func isLimited(_ path: String) -> Bool { limited.contains(path) }

  /// The market share that the companies' stories claim together in the last year, per cent: in the
  /// region where that is most, since companies of different regions don't share a market.
  func crowding(on path: String) -> (sum: Quantity, region: String)? {
    let claims = self.claims[path] ?? [:]
    let sums = claims.keys.sorted().map { region -> (sum: Quantity, region: String) in
      (Summary(claims[region] ?? []).quantity(unit: .point, scale: 100), region)
    }
    return sums.max { ($0.sum.estimate?.p50 ?? 0) < ($1.sum.estimate?.p50 ?? 0) }
  }
}

/// How many companies end in which state, counted draw by draw.
struct StateCount: Sendable {
  /// The number of companies with odds.
  private(set) var companies = 0
  fileprivate var brokeEven: [Int32]
  fileprivate var ranOut: [Int32]

  init(draws: Int) {
    brokeEven = Array(repeating: 0, count: draws)
    ranOut = brokeEven
  }

  /// Adds a company's states, one a draw; nothing without odds.
  mutating func add(_ states: [OutcomeState?]) {
    guard !states.isEmpty else { return }
    companies += 1
    for (draw, state) in states.enumerated() {
      switch state {
      case .brokeEven: brokeEven[draw] += 1
      case .cashedOut, .sold: ranOut[draw] += 1
      case .stillLosing, nil: break
      }
    }
  }
}

extension AtRiskRecord {
  /// Counts companies draw by draw; nil below two of them.
  init?(_ count: StateCount) {
    guard count.companies > 1,
      let breakEven = Summary(count.brokeEven.map(Double.init)).estimate(unit: .companies),
      let runOut = Summary(count.ranOut.map(Double.init)).estimate(unit: .companies)
    else { return nil }
    self.init(companies: count.companies, breakEven: breakEven, runOut: runOut)
  }

  /// The same of companies that are there all at once.
  init?(states: [[OutcomeState?]], draws: Int) {
    var count = StateCount(draws: draws)
    for states in states { count.add(states) }
    self.init(count)
  }
}

/// A value to which parts are added in their order, from whichever thread and in whichever order they
/// come.
final class InOrder<Value: Sendable, Part: Sendable>: Sendable {
  private struct State {
    var value: Value
    var next = 0
    /// Parts that came before one that is to be added first.
    var waiting: [Int: Part] = [:]
  }

  private let state: Mutex<State>

  init(_ value: Value) { state = Mutex(State(value: value)) }

  /// The value with all parts that were added.
  var value: Value { state.withLock { $0.value } }

  /// Adds a part of a number; each number comes once.
  func add(_ part: Part, at index: Int, _ body: (inout Value, Part) -> Void) {
    state.withLock { state in
      state.waiting[index] = part
      while let next = state.waiting.removeValue(forKey: state.next) {
        body(&state.value, next)
        state.next += 1
      }
    }
  }
}
