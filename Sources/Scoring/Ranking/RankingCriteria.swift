/// The criteria that companies are ranked by, in the order of importance that nobody has to agree
/// with.
package enum RankingCriterion: String, Hashable, Sendable, CaseIterable {
  /// Profit at the horizon.
  case headroom
  /// The cash to get there.
  case cashCover = "cash_cover"
  /// The paths behind it.
  case pathSupport = "path_support"
  /// Not hanging on one of them.
  case diversification
}

/// The four criteria on which companies are compared, each 0...100 on fixed anchors, so that
/// nothing depends on who else is listed (Method 5.1).
package enum RankingCriteria {
  /// Months of runway and what they are worth.
  ///
  /// 18 is where boards start to save, 48 outlast the shake-out.
  package static let cashCoverAnchors = [
    (months: 0.0, points: 0.0), (months: 18, points: 50), (months: 48, points: 100),
  ]

  /// g2: the runway with rounds, 0 at none, 50 at 18 months, 100 from 48 on, linear between.
  ///
  /// Money that lasts to the horizon counts 100, however near that is. NaN in flagged draws.
  package static func cashCover(
    _ outcome: OutcomeDraws,
    anchors: [(months: Double, points: Double)] = cashCoverAnchors
  ) -> [Double] {
    (0..<outcome.draws).map { draw in
      guard outcome.states[draw] != nil else { return .nan }
      guard outcome.cashOutYear[draw] != nil else { return 100 }
      return cashCover(months: outcome.runwayMonths[draw], anchors: anchors)
    }
  }

  /// The scale of cash cover: straight lines between anchors, constant outside.
  ///
  /// - Precondition: There is an anchor, and months rise.
  package static func cashCover(
    months: Double, anchors: [(months: Double, points: Double)] = cashCoverAnchors
  ) -> Double {
    guard let next = anchors.firstIndex(where: { $0.months >= months }) else {
      return anchors[anchors.count - 1].points
    }
    guard next > 0 else { return anchors[0].points }
    let low = anchors[next - 1]
    let high = anchors[next]
    let share = (months - low.months) / (high.months - low.months)
    return low.points + share * (high.points - low.points)
  }

  /// g4 = 100 (1 - HHI) / (1 - 1/5), at most 100; 0 where nothing contributes.
  ///
  /// - Parameters:
  ///   - dependence: The concentration of these flows.
  ///   - flows: What it was made from; tells flagged draws (NaN) from those without contribution.
  ///   - sources: How many equal sources count as full independence.
  /// - Returns: Independence, one value a draw.
  package static func independence(
    _ dependence: Dependence, flows: HorizonFlows, sources: Double = 5
  ) -> [Double] {
    let full = 1 - 1 / sources
    return dependence.concentration.enumerated().map { draw, concentration in
      guard concentration.isNaN else { return min(100, 100 * (1 - concentration) / full) }
      return flows.isFinite(in: draw) ? 0 : .nan
    }
  }
}
