internal import Nowcast
package import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Synchronization

/// Two companies whose parts can be put together at will: what would become of the first if some of
/// its parts were the second's (Method 9.3).
///
/// Everything is of one stream of chance, that of the company whose id comes first, so that what
/// differs between two mixtures is their parts alone. Money travels in units of revenue: a
/// company of another size has the same cash over revenue. A path's line travels as a share of its
/// company's revenue, year by year: one that grows as its company does adds nothing in any mixture.
package struct CompanyPair: Sendable {
  /// A company of the pair: its plan and the numbers of its paths.
  package struct Member: Sendable {
    /// The plan of its outcome.
    package let plan: OutcomePlan
    /// Its paths with numbers.
    package let paths: [PathResult]

    /// Makes a member.
    package init(plan: OutcomePlan, paths: [PathResult]) {
      self.plan = plan
      self.paths = paths
    }
  }

  /// The most parts that are told apart: each more doubles the work.
  package static let mostParts = 10

  /// The parts in which the two differ.
  package let parts: [CompanyPart]
  private let members: [Member]
  /// The draws of a company with the growth and the settings of one or the other.
  private let drawn: [[CompanyDraws]]
  /// Each company's lines, by path, held against its own accounts.
  private let lines: [[String: PathLine]]
  /// Each company's revenue without its paths, by year, then draw.
  private let revenues: [[[Double]]]
  private let draws: Draws
  private let mixed = RevenueShelf()

  /// Prepares two companies of one run.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from, or a mistake in a formula.
  package init(
    _ first: Member, _ second: Member, over draws: Draws, _ rules: ScoringRules,
    mostParts: Int = mostParts
  ) throws {
    let members = [first, second]
    let chance = min(first.plan.subject.company, second.plan.subject.company)
    let subjects = members.map { $0.plan.subject.taking(company: chance) }
    // By the owner of the settings, then of the growth, whose time sets the years.
    let drawn = try subjects.map { subject in
      try members.map { member in
        try member.plan.model.draw(
          subject, state: member.plan.state, standing: member.plan.standing, draws: draws)
      }
    }
    let outside = try members.indices.map { try members[$0].plan.outside(drawn[$0][$0]) }
    let lines = members.indices.map { index -> [String: PathLine] in
      let plan = members[index].plan
      let growth = plan.growth(to: outside[index])
      let lines = members[index].paths.map {
        PathLine(
          $0, reported: plan.lines[$0.path], growth: growth, plan: plan, rules: rules)
      }
      return Dictionary(lines.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    }
    self.members = members
    self.draws = draws
    self.drawn = drawn
    self.lines = lines
    revenues = outside.map(\.revenues)
    parts = Self.parts(members, lines, most: mostParts)
  }

  /// The course of the first company with some parts of the second: bit `p` of the set stands for
  /// the part at `p`.
  ///
  /// - Throws: `DiagnosticError` for mistakes in formulas.
  package func course(_ set: Int) throws -> CompanyCourse {
    let owners = Owners(set, of: parts)
    let own = draws(owners)
    let state = own.given.state
    let paths = Set(lines.flatMap(\.keys)).sorted()
    var revenue: [[Double]]?
    let flows = try paths.compactMap { path -> CompanyPath? in
      let owner = owners[.path(path)]
      guard let line = lines[owner][path], !line.isWithheld else { return nil }
      let mixed = try revenue ?? self.revenue(set, own)
      revenue = mixed
      return line.flows.moved(
        from: revenues[owner], to: mixed,
        base: Elementary.exp(state.baseLevel - members[owner].plan.state.baseLevel))
    }
    var variables: [String: [String: YearlyDraws]] = [:]
    for path in paths {
      variables[path] =
        members[owners[.path(path)]].paths.first { $0.path == path }?.flows.metrics
    }
    return try members[0].plan.model.run(own, paths: flows, variables: variables)
  }

  /// The draws of a mixture without its paths.
  private func draws(_ owners: Owners) -> CompanyDraws {
    let base = drawn[owners[.settings]][owners[.growth]]
    return CompanyDraws(
      timeline: base.timeline,
      given: GivenColumns(
        state: state(owners), standing: standing(owners), timeline: base.timeline,
        subject: base.given.subject, relativeFile: base.given.relativeFile,
        set: base.given.set),
      drawn: base.drawn, draws: draws)
  }

  /// The revenue of a mixture without its paths, which mixtures of the same parts but for paths share.
  private func revenue(_ set: Int, _ own: CompanyDraws) throws -> [[Double]] {
    let key = set & (1 << parts.count { !$0.isPath } - 1)
    if let known = mixed[key] { return known }
    let made = try members[0].plan.outside(own).revenues
    mixed[key] = made
    return made
  }

  // MARK: Mixing

  /// Who gives each part.
  private struct Owners {
    private let owners: [CompanyPart: Int]

    init(_ set: Int, of parts: [CompanyPart]) {
      var owners: [CompanyPart: Int] = [:]
      for (index, part) in parts.enumerated() {
        let owner = set >> index & 1
        owners[part] = owner
        if case .paths(let paths) = part { for path in paths { owners[.path(path)] = owner } }
      }
      self.owners = owners
    }

    /// 0 or 1; where the two don't differ, the first.
    subscript(part: CompanyPart) -> Int { owners[part] ?? 0 }
  }

  /// By what a member's money is multiplied in a mixture: the size of the mixture over its own.
  private func scale(of member: Int, in owners: Owners) -> Double {
    let size = owners[.size]
    if size == member { return 1 }
    return Elementary.exp(
      members[size].plan.state.today.level - members[member].plan.state.today.level)
  }

  private func state(_ owners: Owners) -> Nowcast {
    let growth = owners[.growth]
    var state = members[growth].plan.state
    let size = members[owners[.size]].plan.state
    if owners[.size] != growth {
      // The size at the time of the state whose growth is taken, along its own trend.
      let level = size.state.level + size.state.trend * (state.state.time - size.state.time)
      let ratio = Elementary.exp(level - state.state.level)
      state.state.level = level
      state.base?.amount *= ratio
      state.base?.deviation *= ratio
    }
    let costs = members[owners[.costs]].plan.state
    state.costRatio = costs.costRatio
    state.isLosing = costs.isLosing
    state.result = costs.result
    state.gap = members[owners[.gap]].plan.state.gap
    let money = members[owners[.money]].plan.state
    let scale = scale(of: owners[.money], in: owners)
    state.cash = money.cash?.scaled(by: scale)
    state.worth = money.worth.map { $0 * scale }
    return state
  }

  private func standing(_ owners: Owners) -> CompanyStanding {
    var standing = members[owners[.money]].plan.standing
    let scale = scale(of: owners[.money], in: owners)
    standing.parentCashFlow = standing.parentCashFlow.map { $0 * scale }
    for index in standing.commitments.indices { standing.commitments[index].amount *= scale }
    standing.isInChina = members[owners[.region]].plan.standing.isInChina
    return standing
  }

  // MARK: Parts

  /// The parts in which the members differ; of too many, the paths that bring least go together.
  private static func parts(
    _ members: [Member], _ lines: [[String: PathLine]], most: Int
  ) -> [CompanyPart] {
    let states = members.map(\.plan.state)
    let standings = members.map(\.plan.standing)
    func differ<Value: Equatable>(_ value: (Int) -> Value) -> Bool { value(0) != value(1) }
    var parts: [CompanyPart] = []
    if differ({ states[$0].today.level }) { parts.append(.size) }
    if differ({ Growth(states[$0]) }) { parts.append(.growth) }
    if differ({ states[$0].costRatio }) || differ({ states[$0].isLosing }) { parts.append(.costs) }
    if differ({ states[$0].gap?.value }) { parts.append(.gap) }
    if differ({ Money(states[$0], standings[$0]) }) { parts.append(.money) }
    if differ({ standings[$0].isInChina }) { parts.append(.region) }
    if differ({ members[$0].plan.subject.ownSettings }) { parts.append(.settings) }
    let paths = Set(lines.flatMap(\.keys)).sorted().sorted { left, right in
      weight(of: left, lines) > weight(of: right, lines)
    }
    let room = max(most - parts.count, 1)
    if paths.count <= room { return parts + paths.map(CompanyPart.path) }
    return parts + paths.prefix(room - 1).map(CompanyPart.path)
      + [.paths(Set(paths.dropFirst(room - 1)))]
  }

  /// What a path brings in the last year, over all its revenue: the larger of the two companies'.
  private static func weight(of path: String, _ lines: [[String: PathLine]]) -> Double {
    lines.compactMap { $0[path]?.flows }.map { flows in
      let last = flows.contribution.years - 1
      let brought = flows.contribution[year: last].reduce(0, +)
      return abs(brought - flows.investment[year: last].reduce(0, +))
    }.max() ?? 0
  }

  /// Growth without size: what a state says of it.
  private struct Growth: Equatable {
    let numbers: [Double]

    init(_ state: Nowcast) {
      let trend = state.state
      numbers = [
        trend.time, trend.trend, trend.levelVariance, trend.covariance, trend.trendVariance,
        state.growth,
      ]
    }
  }

  /// Money over revenue, and who stands behind the company.
  private struct Money: Equatable {
    let numbers: [Double?]
    let standing: CompanyStanding

    init(_ state: Nowcast, _ standing: CompanyStanding) {
      let size = Elementary.exp(-state.today.level)
      var standing = standing
      standing.isInChina = false
      for index in standing.commitments.indices { standing.commitments[index].amount *= size }
      standing.parentCashFlow = standing.parentCashFlow.map { $0 * size }
      self.standing = standing
      let cash = state.cash
      numbers = [
        cash.map { $0.balance * size }, cash.map { $0.deviation * size }, cash?.at,
        cash.map { $0.moneySince * size }, cash.map { $0.debt * size },
        state.worth.map { $0 * size },
      ]
    }
  }
}

extension CashPosition {
  fileprivate func scaled(by factor: Double) -> CashPosition {
    var scaled = self
    scaled.balance *= factor
    scaled.deviation *= factor
    scaled.moneySince *= factor
    scaled.debt *= factor
    scaled.debtDue *= factor
    return scaled
  }
}

extension CompanyPath {
  /// The line as the same share of another company's revenue, year by year and draw by draw; `base`
  /// is the ratio of both companies' revenue in the base window.
  fileprivate func moved(
    from own: [[Double]], to other: [[Double]], base ratio: Double
  ) -> CompanyPath {
    var moved = self
    func move(_ flow: inout ScaledFlow) {
      var values = flow.values
      for year in 0..<values.years {
        let start = year * values.draws
        for draw in 0..<values.draws {
          values.values[start + draw] *= other[year][draw] / own[year][draw]
        }
      }
      flow = ScaledFlow(values)
    }
    move(&moved.revenue)
    move(&moved.contribution)
    move(&moved.investment)
    for draw in moved.base.indices { moved.base[draw] *= ratio }
    return moved
  }
}

extension OutcomePlan {
  /// The course by companies like this one alone.
  fileprivate func outside(_ drawn: CompanyDraws) throws -> CompanyCourse {
    try model.run(drawn, setting: model.formulas.views[.outside] ?? [:])
  }
}

extension CompanyCourse {
  /// Revenue by year, then draw.
  fileprivate var revenues: [[Double]] { years.indices.map { column("revenue", year: $0) } }
}

extension Nowcast {
  /// The log of revenue in the base window, in US dollars.
  fileprivate var baseLevel: Double {
    base.map { Elementary.log($0.amount * usdRate) } ?? state.level
  }
}

extension CompanyPart {
  /// True for lines of paths.
  fileprivate var isPath: Bool {
    switch self {
    case .path, .paths: true
    default: false
    }
  }
}

/// Revenues of mixtures, kept for those who ask again; from any thread.
private final class RevenueShelf: Sendable {
  private let known = Mutex<[Int: [[Double]]]>([:])

  subscript(key: Int) -> [[Double]]? {
    get { known.withLock { $0[key] } }
    set { known.withLock { $0[key] = newValue } }
  }
}

extension Subject {
  /// What was set in the company model for this company alone, by the input's name.
  fileprivate var ownSettings: [String: String] {
    var settings: [String: String] = [:]
    for (name, value) in context.overrides where name.hasPrefix("\(company).") {
      settings[String(name.dropFirst(company.count + 1))] = value.text
    }
    return settings
  }

  /// The subject with another's chance, and its own settings.
  fileprivate func taking(company other: String) -> Subject {
    if other == company { return self }
    var context = context
    context.overrides = context.overrides.filter { !$0.key.hasPrefix("\(other).") }
    for (name, value) in self.context.overrides where name.hasPrefix("\(company).") {
      context.overrides["\(other).\(name.dropFirst(company.count + 1))"] = value
    }
    return Subject(company: facts, id: other, context: context)
  }
}
