/// The four criteria on which companies are compared, each 0...100 on fixed anchors, so that
/// nothing depends on who else is listed (METHODOLOGY 5.1).
package enum RankingCriteria {
  /// The criteria in the order of their importance.
  package static let names = ["headroom", "cash_cover", "path_support", "independence"]

  /// g1 = 100 P / (P + C) at the horizon: what covers cost, with grants, over that and the need.
  ///
  /// 50 means an operating result of 0. NaN in flagged draws and where both are 0.
  package static func headroom(_ flows: HorizonFlows) -> [Double] {
    (0..<flows.draws).map { draw in
      guard flows.isFinite(in: draw) else { return .nan }
      let covered = flows.covered(in: draw) + flows.grants[draw]
      let sum = covered + flows.need(in: draw)
      return sum > 0 ? 100 * covered / sum : .nan
    }
  }

  /// g2: the runway with rounds, 0 at none, 50 at 18 months, 100 from 48 on, linear between.
  ///
  /// Money that lasts to the horizon counts 100, however near that is. Where a parent pays, it
  /// is 100 times the probability of not being stopped. NaN in flagged draws.
  package static func cashCover(_ outcome: OutcomeDraws) -> [Double] {
    (0..<outcome.draws).map { draw in
      guard outcome.states[draw] != nil else { return .nan }
      let kept = outcome.keptByParent[draw]
      if !kept.isNaN { return 100 * kept }
      guard outcome.cashOutYear[draw] != nil else { return 100 }
      return cashCover(months: outcome.runwayMonths[draw])
    }
  }

  /// The scale of cash cover.
  package static func cashCover(months: Double) -> Double {
    if months <= 0 { return 0 }
    if months <= 18 { return 50 * months / 18 }
    return min(100, 50 + 50 * (months - 18) / 30)
  }

  /// g4 = 100 (1 - HHI) / (1 - 1/5), at most 100; 0 where nothing contributes.
  package static func independence(_ dependence: Dependence, flows: HorizonFlows) -> [Double] {
    dependence.concentration.enumerated().map { draw, concentration in
      guard concentration.isNaN else { return min(100, 100 * (1 - concentration) / 0.8) }
      return flows.isFinite(in: draw) ? 0 : .nan
    }
  }
}
