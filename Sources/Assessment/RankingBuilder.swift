internal import Evaluation
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Orders the companies whose outcome is known (Method 5).
struct RankingBuilder {
  let run: RunContext

  func build(_ companies: [EvaluatedCompany]) -> RankingRecord {
    var unranked: [String: Reason] = [:]
    var ids: [String] = []
    var scores: [[[Double]]] = []
    for company in companies {
      guard let criteria = company.criteria else {
        unranked[company.record.id] =
          company.record.outcome.unknown?.reason
          ?? Reason(company.record.hasBrokenEven ? .earningIsNotRanked : .notAssessed)
        continue
      }
      let columns = run.policy.rankingOrder.map { criteria[$0] }
      // A draw ranks only those known in it: one company without numbers would take the ranks of
      // all others away.
      let unknown = (0..<run.draws.count).count { draw in
        columns.contains { !$0[draw].isFinite }
      }
      guard 2 * unknown <= run.draws.count else {
        unranked[company.record.id] = .withheld(unknown, of: run.draws.count)
        continue
      }
      ids.append(company.record.id)
      scores.append(columns)
    }
    let order = run.policy.rankingOrder
    let space = WeightSpace(
      orderedBy: (0..<order.count - 1).map {
        run.draws.uniforms(block: "ranking weights", dimension: $0)
      })
    let weights = Dictionary(zip(order.map(\.rawValue), space.mean), uniquingKeysWith: { $1 })
    guard !ids.isEmpty else {
      return RankingRecord(
        order: [], prefers: [:], weights: weights, instabilityFromWeights: nil,
        unranked: unranked)
    }
    let ranking = SMAA(scores: scores, space: space, crew: run.crew)
    let places = ranking.order
    let tiers = Tiers(
      order: places, prefers: ranking.prefers, threshold: run.policy.judgements.signs.tier,
      likely: run.policy.judgements.signs.likely, clear: run.policy.judgements.signs.clear)
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
