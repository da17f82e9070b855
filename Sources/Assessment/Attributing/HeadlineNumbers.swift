internal import Evaluation
internal import Facts
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// The headline numbers of a company, whole and by sixteenths of the draws, from which their errors
/// come.
struct HeadlineNumbers {
  /// The number of parts of the draws.
  static let parts = 16
  /// A headline's numbers: of all draws, then of each part.
  static let stride = parts + 1

  /// The numbers in the order of `Headline`, each followed by those of its parts; NaN where there is
  /// none.
  let values: [Double]
  let standing: StandingRecord

  /// The place of a headline among the values.
  static func place(of headline: Headline) -> Int {
    (Headline.allCases.firstIndex(of: headline) ?? 0) * stride
  }

  /// Plans are evaluated for what becomes of the company alone; `paths` keeps what paths give, so
  /// that one that is the same isn't run again.
  ///
  /// Money is looked at for `months`, as far as all sides that are
  /// held against each other look: two days look to one horizon from different ends.
  init(
    _ planned: PlannedCompany, identity: PlanIdentity?, in run: RunContext, through year: Int,
    months: Double, paths: PathMemory
  ) throws {
    guard let plan = try? planned.outcome.get() else {
      standing = StandingRecord(reason: planned.missingReason)
      values = Self.none
      return
    }
    let course = try plan.plainCourse(
      paths: paths.results(of: planned.plan, identity, over: run.draws), over: run.draws,
      planned.plan.rules)
    let outcome = course.outcome()
    standing = StandingRecord(plan, course, outcome, in: run, through: year)
    values = Self.values(
      standing, outcome, course, place: course.place(of: year), months: months,
      usdRate: plan.usdRate,
      isKnown: run.quantities.withheld(outcome.flagged) == nil)
  }

  private static let none = [Double](
    repeating: .nan, count: Headline.allCases.count * stride)

  private static func values(
    _ standing: StandingRecord, _ outcome: OutcomeDraws, _ course: CompanyCourse, place: Int,
    months: Double, usdRate: Double, isKnown: Bool
  ) -> [Double] {
    guard isKnown else { return none }
    let count = outcome.draws
    let ranges =
      [0..<count]
      + (0..<parts).map { $0 * count / parts..<($0 + 1) * count / parts }
    let hasOdds = standing.states != nil
    func median(_ column: [Double]) -> [Double] {
      ranges.map { Summary(Array(column[$0])).p50 ?? .nan }
    }
    return Headline.allCases.flatMap { headline -> [Double] in
      switch headline {
      case .brokeEven, .cashedOut, .sold, .stillLosing, .runway, .breakEvenYear:
        guard hasOdds else { return Array(repeating: .nan, count: stride) }
        switch headline {
        case .runway: return median(outcome.knownRunwayMonths.map { min($0, months) })
        case .breakEvenYear:
          return ranges.map { outcome.medianBreakEvenYear(of: $0, course.years) }
        default: return ranges.map { outcome.share(of: headline.state, in: $0) }
        }
      case .revenue, .result:
        return median(
          course.column(headline == .revenue ? "revenue" : "result", year: place)
            .map { $0 / usdRate })
      }
    }
  }
}

extension Headline {
  fileprivate var state: OutcomeState? {
    switch self {
    case .brokeEven: .brokeEven
    case .cashedOut: .cashedOut
    case .sold: .sold
    case .stillLosing: .stillLosing
    case .runway, .breakEvenYear, .revenue, .result: nil
    }
  }
}

extension OutcomeDraws {
  /// The share of a state among some of the draws; NaN where none of them is known.
  fileprivate func share(of state: OutcomeState?, in range: Range<Int>) -> Double {
    var (known, found) = (0, 0)
    for case .some(let one) in states[range] {
      known += 1
      if one == state { found += 1 }
    }
    return known > 0 ? Double(found) / Double(known) : .nan
  }

  /// The first year by which half of some draws have broken even; NaN where fewer than half do.
  fileprivate func medianBreakEvenYear(of range: Range<Int>, _ calendar: [Int]) -> Double {
    var counts = [Int](repeating: 0, count: years)
    var known = 0
    for draw in range where states[draw] != nil {
      known += 1
      if let year = breakEvenYear[draw] { counts[Int(year)] += 1 }
    }
    var passed = 0
    for (year, count) in counts.enumerated() {
      passed += count
      if known > 0, 2 * passed >= known { return Double(calendar[year]) }
    }
    return .nan
  }
}

extension CompanyCourse {
  /// Where a calendar year stands among the modelled ones; the last where it isn't there.
  func place(of year: Int) -> Int { years.firstIndex(of: year) ?? years.count - 1 }
}

extension PlannedCompany {
  /// The reason why it has no outcome.
  var missingReason: Reason {
    if case .failure(let missing) = outcome { return missing.reason }
    return Reason(.noDraw)
  }
}

extension StandingRecord {
  /// What becomes of a company by a course of it, told of a year.
  init(
    _ plan: OutcomePlan, _ course: CompanyCourse, _ outcome: OutcomeDraws, in run: RunContext,
    through year: Int
  ) {
    if let withheld = run.quantities.withheld(outcome.flagged) {
      self.init(reason: withheld)
      return
    }
    self.init(
      group: plan.state.isEarning ? .already : .unknown, isEarning: plan.state.isEarning)
    let last = course.place(of: year)
    func median(_ name: String) -> Double? {
      Summary(course.column(name, year: last).map { $0 / plan.usdRate }).p50
    }
    revenue = median("revenue")
    operatingResult = median("result")
    guard !plan.state.isEarning else {
      reason = Reason(.earningHasNoOdds)
      return
    }
    guard course.canSay else {
      reason = Reason(.noCash)
      return
    }
    states = StateProbabilities(outcome)
    group = states.map { CompanyGroup($0, on: run.policy.judgements) } ?? .unknown
    runwayMonths = Summary(outcome.knownRunwayMonths).p50
    runwayCensoredAt = runwayMonths == nil ? nil : outcome.censoredAt
    breakEvenYear = BreakEven.medianYear(BreakEven.cumulativeIncidence(outcome)).map {
      course.years[$0]
    }
  }
}

/// What the paths of one company give, by everything that it depends on.
final class PathMemory {
  private var known: [PlanIdentity.Path: PathResult?] = [:]
  /// Results of so many paths are kept at a time: each is a few megabytes.
  private static let most = 48

  /// The results of a plan's paths.
  func results(
    of plan: CompanyPlan, _ identity: PlanIdentity?, over draws: Draws
  ) throws -> [PathResult] {
    try plan.paths.indices.compactMap { place -> PathResult? in
      var alone = plan
      alone.paths = [plan.paths[place]]
      guard let key = identity?.paths[place] else { return try alone.evaluate(over: draws)[0] }
      if let result = known[key] { return result }
      var result = try alone.evaluate(over: draws)[0]
      result?.run = nil
      if known.count >= Self.most { known.removeAll() }
      known[key] = .some(result)
      return result
    }
  }
}
