internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Orders the companies whose outcome is known (Method 5).
struct RankingBuilder {
  let run: RunContext

  /// A company to be ranked, or why it isn't.
  struct Candidate {
    var id: String
    /// What it is ranked by; nil without odds.
    var criteria: CriterionDraws?
    /// Why it isn't ranked.
    var reason: Reason?
  }

  func build(_ companies: [EvaluatedCompany]) -> RankingRecord {
    build(
      companies.map { company in
        Candidate(
          id: company.record.id, criteria: company.criteria,
          reason: company.record.outcome.unknown?.reason
            ?? Reason(company.record.hasBrokenEven ? .earningIsNotRanked : .notAssessed))
      })
  }

  func build(_ companies: [Candidate]) -> RankingRecord {
    var unranked: [String: Reason] = [:]
    var ids: [String] = []
    var scores: [[[Double]]] = []
    for company in companies {
      guard let criteria = company.criteria else {
        unranked[company.id] = company.reason ?? Reason(.notAssessed)
        continue
      }
      guard canRank(criteria) else {
        unranked[company.id] = .withheld(unknownDraws(criteria), of: run.draws.count)
        continue
      }
      ids.append(company.id)
      scores.append(run.policy.rankingOrder.map { criteria[$0] })
    }
    let order = run.policy.rankingOrder
    let space = self.space
    let weights = Dictionary(zip(order.map(\.rawValue), space.mean), uniquingKeysWith: { $1 })
    guard !ids.isEmpty else {
      return RankingRecord(
        order: [], prefers: [:], weights: weights, instabilityFromWeights: nil,
        unranked: unranked)
    }
    let ranking = SMAA(scores: scores, space: space, crew: run.crew)
    let places = ranking.order
    let tiers = self.tiers(of: ranking)
    var prefers: [String: [String: Double]] = [:]
    for (row, id) in ids.enumerated() {
      for (column, other) in ids.enumerated() where row != column {
        prefers[id, default: [:]][other] = ranking.prefers[row][column]
      }
    }
    let ranked = places.enumerated().map { place, index in
      company(
        ids[index], ranking.alternatives[index], tier: Tiers.letter(tiers.tiers[place]),
        sign: tiers.signs[place].map(RankSign.init), draws: run.draws.count - ranking.dropped)
    }
    return RankingRecord(
      order: ranked, prefers: prefers, weights: weights,
      instabilityFromWeights: ranking.instabilityFromWeights, unranked: unranked)
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
      order: ranking.order, prefers: ranking.prefers, threshold: signs.tier, likely: signs.likely,
      clear: signs.clear)
  }

  private func company(
    _ id: String, _ result: SMAA.Alternative, tier: String, sign: RankSign?, draws: Int
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
      meanUtility: Summary(result.utility).quantity(unit: .point),
      utilityByCriterion: result.meanParts.allSatisfy(\.isFinite)
        ? Dictionary(
          zip(run.policy.rankingOrder.map(\.rawValue), result.meanParts),
          uniquingKeysWith: { $1 })
        : nil,
      rank: rank, rankShares: draws > 0 ? result.rankShares : [],
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
