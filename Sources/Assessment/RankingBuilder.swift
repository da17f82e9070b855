internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Threads

/// Orders the companies whose outcome is known (Method 5).
struct RankingBuilder {
  let run: RunContext
  /// Up to so many companies every two are held against each other, and the shares of all ranks
  /// told; of more only neighbours in the order, and the shares of so many ranks.
  var mostPaired = 100

  /// A company to be ranked, or why it isn't.
  struct Candidate {
    var id: String
    /// What it is ranked by; nil without odds.
    var criteria: CriterionDraws?
    /// Why it isn't ranked.
    var reason: Reason?
  }

  /// The companies of a run as they come, laid out to be ranked: of those that can be, what they are
  /// ranked by.
  struct Field {
    fileprivate let shelf: ScoreShelf
    fileprivate var ids: [String] = []
    fileprivate var unranked: [String: Reason] = [:]
  }

  /// An empty field.
  func field() -> Field { Field(shelf: ScoreShelf(space: space)) }

  /// Adds a company to those that are ranked, or to those that aren't.
  func add(_ company: Candidate, to field: inout Field) {
    guard let criteria = company.criteria else {
      field.unranked[company.id] = company.reason ?? Reason(.notAssessed)
      return
    }
    guard canRank(criteria) else {
      field.unranked[company.id] = .withheld(unknownDraws(criteria), of: run.draws.count)
      return
    }
    field.ids.append(company.id)
    field.shelf.add(run.policy.rankingOrder.map { criteria[$0] })
  }

  func build(_ companies: [Candidate]) -> RankingRecord {
    var field = field()
    for company in companies { add(company, to: &field) }
    return build(field)
  }

  /// Ranks the companies of a field.
  func build(_ field: Field) -> RankingRecord {
    let ids = field.ids
    let weights = Dictionary(
      zip(run.policy.rankingOrder.map(\.rawValue), field.shelf.space.mean),
      uniquingKeysWith: { $1 })
    guard !ids.isEmpty else {
      return RankingRecord(
        order: [], prefers: [:], weights: weights, instabilityFromWeights: nil,
        unranked: field.unranked)
    }
    let ranking = SMAA(field.shelf, crew: run.crew)
    let places = ranking.order
    let tiers = self.tiers(of: ranking)
    let ranked = run.crew.map(places.count) { place in
      company(
        ids[places[place]], ranking.alternatives[places[place]],
        utility: ranking.utility(of: places[place]), tier: Tiers.letter(tiers.tiers[place]),
        sign: tiers.signs[place].map(RankSign.init), draws: run.draws.count - ranking.dropped)
    }
    return RankingRecord(
      order: ranked, prefers: prefers(ids, ranking), weights: weights,
      instabilityFromWeights: ranking.instabilityFromWeights, unranked: field.unranked)
  }

  /// P(A beats B) of all companies, or of neighbours in the order where there are too many.
  private func prefers(_ ids: [String], _ ranking: SMAA) -> [String: [String: Double]] {
    var prefers: [String: [String: Double]] = [:]
    guard ids.count > mostPaired else {
      let all = ranking.prefers(among: Array(ids.indices), by: run.crew)
      for (row, id) in ids.enumerated() {
        for (column, other) in ids.enumerated() where row != column {
          prefers[id, default: [:]][other] = all[row][column]
        }
      }
      return prefers
    }
    let places = ranking.order
    let pairs = run.crew.map(places.count - 1) { place in
      (
        down: ranking.prefers(places[place], over: places[place + 1]),
        up: ranking.prefers(places[place + 1], over: places[place])
      )
    }
    for (place, pair) in pairs.enumerated() {
      let (upper, lower) = (ids[places[place]], ids[places[place + 1]])
      prefers[upper, default: [:]][lower] = pair.down
      prefers[lower, default: [:]][upper] = pair.up
    }
    return prefers
  }

  /// The place and the tier of each company that is ranked, by id.
  func places(
    _ companies: [(id: String, criteria: CriterionDraws)]
  ) -> [String: (rank: Int, tier: String)] {
    guard !companies.isEmpty else { return [:] }
    let ranking = SMAA(
      scores: companies.map { company in
        run.policy.rankingOrder.map { company.criteria[$0] }
      }, space: space, crew: run.crew)
    let tiers = self.tiers(of: ranking)
    return Dictionary(
      ranking.order.enumerated().map { place, index in
        (companies[index].id, (place + 1, Tiers.letter(tiers.tiers[place])))
      }, uniquingKeysWith: { $1 })
  }

  /// True if most draws of a company can be ranked.
  ///
  /// A draw ranks only those known in it: one company without numbers would take the ranks of all
  /// others away.
  func canRank(_ criteria: CriterionDraws) -> Bool {
    2 * unknownDraws(criteria) <= run.draws.count
  }

  private func unknownDraws(_ criteria: CriterionDraws) -> Int {
    let columns = run.policy.rankingOrder.map { criteria[$0] }
    return (0..<run.draws.count).count { draw in columns.contains { !$0[draw].isFinite } }
  }

  /// The weights of each draw: all that respect the order, or those that were given.
  private var space: WeightSpace {
    let order = run.policy.rankingOrder
    if let fixed = run.policy.fixedWeights {
      return WeightSpace(
        weights: order.map { Array(repeating: fixed[$0] ?? 0, count: run.draws.count) })
    }
    return WeightSpace(
      orderedBy: (0..<order.count - 1).map {
        run.draws.uniforms(block: "ranking weights", dimension: $0)
      })
  }

  private func tiers(of ranking: SMAA) -> Tiers {
    let signs = run.policy.judgements.signs
    return Tiers(
      order: ranking.order, threshold: signs.tier, likely: signs.likely, clear: signs.clear,
      prefers: { ranking.prefers($0, over: $1) })
  }

  private func company(
    _ id: String, _ result: SMAA.Alternative, utility: [Double], tier: String, sign: RankSign?,
    draws: Int
  ) -> RankedCompany {
    let rank: Quantity =
      draws > 0
      ? .estimate(
        Estimate(
          value: result.expectedRank, unit: .rank, p5: Double(result.rankInterval.p5),
          p50: Double(result.rankInterval.p50), p95: Double(result.rankInterval.p95),
          standardError: result.rankDeviation / Double(draws).squareRoot()))
      : .unknown(Reason(.noDraw))
    return RankedCompany(
      id: id, tier: tier, sign: sign,
      meanUtility: Summary(utility).quantity(unit: .point),
      utilityByCriterion: result.meanParts.allSatisfy(\.isFinite)
        ? Dictionary(
          zip(run.policy.rankingOrder.map(\.rawValue), result.meanParts),
          uniquingKeysWith: { $1 })
        : nil,
      rank: rank,
      rankShares: draws > 0 ? Array(result.rankShares.prefix(mostPaired)) : [],
      centralWeights: result.centralWeights.map {
        Dictionary(zip(run.policy.rankingOrder.map(\.rawValue), $0), uniquingKeysWith: { $1 })
      }, confidenceFactor: result.confidenceFactor)
  }
}

extension RankSign {
  /// The sign of an order, for the record.
  init(_ sign: OrderSign) {
    switch sign {
    case .clear: self = .clear
    case .likely: self = .likely
    case .open: self = .even
    }
  }
}
