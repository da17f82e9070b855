/// The flows that exposure is made of, at the horizon, one value a draw (Method 2.3).
package struct HorizonFlows: Sendable {
  /// CM_H by path.
  package var contributions: [[Double]]
  /// I_H by path.
  package var investments: [[Double]]
  /// OC_H, the contribution of the business outside the paths.
  package var otherContribution: [Double]
  /// FC_H, shared cost.
  package var sharedCost: [Double]

  /// Makes the flows.
  ///
  /// - Precondition: All have as many draws, and there are as many investments as contributions.
  package init(
    contributions: [[Double]], investments: [[Double]], otherContribution: [Double],
    sharedCost: [Double]
  ) {
    let draws = sharedCost.count
    precondition(contributions.count == investments.count)
    precondition((contributions + investments).allSatisfy { $0.count == draws })
    precondition(otherContribution.count == draws)
    self.contributions = contributions
    self.investments = investments
    self.otherContribution = otherContribution
    self.sharedCost = sharedCost
  }

  /// The number of draws.
  package var draws: Int { sharedCost.count }

  /// The contributions that cover cost in a draw: Σ CM⁺ + O.
  package func covered(in draw: Int) -> Double {
    var sum = max(otherContribution[draw], 0)
    for path in contributions.indices { sum += max(contributions[path][draw], 0) }
    return sum
  }

  /// The need in a draw: N = FC + Σ I + Σ CM⁻ + OC⁻.
  package func need(in draw: Int) -> Double {
    var sum = sharedCost[draw] + max(-otherContribution[draw], 0)
    for path in contributions.indices {
      sum += investments[path][draw] + max(-contributions[path][draw], 0)
    }
    return sum
  }

  /// Returns true if every flow of a draw is a number.
  package func isFinite(in draw: Int) -> Bool {
    var sum = otherContribution[draw] + sharedCost[draw]
    for path in contributions.indices { sum += contributions[path][draw] + investments[path][draw] }
    return sum.isFinite
  }
}

/// Which share of the company's cost base each path carries at the horizon (Method 2.3).
///
/// In each draw that counts the shares of the paths, of the existing business and the gap sum to
/// 100; so do their means, but not their quantiles.
package struct Exposure: Sendable {
  /// E_p by path, points; NaN in draws that don't count.
  package var paths: [[Double]]
  /// 100 CM_p⁻ / D by path: a loss beside the sum, not part of it.
  package var drains: [[Double]]
  /// The share that the existing business carries, points.
  package var other: [Double]
  /// The share that nothing carries, points.
  package var gap: [Double]
  /// Draws without a base to speak of: D below 1 % of the base year's cost.
  package var undefined: Int
  /// Draws in which a flow isn't a number.
  package var flagged: Int

  /// E_p = 100 CM_p⁺ / D with D = max(Σ CM⁺ + O, N).
  ///
  /// - Parameters:
  ///   - flows: The company's flows at the horizon.
  ///   - baseYearCost: The base year's total cost, one value a draw.
  ///   - floor: The share of that cost below which D is no base to speak of.
  package init(_ flows: HorizonFlows, baseYearCost: [Double], floor: Double = 0.01) {
    precondition(baseYearCost.count == flows.draws)
    let none = [Double](repeating: .nan, count: flows.draws)
    paths = Array(repeating: none, count: flows.contributions.count)
    drains = paths
    other = none
    gap = none
    undefined = 0
    flagged = 0
    for draw in 0..<flows.draws {
      guard flows.isFinite(in: draw), baseYearCost[draw].isFinite else {
        flagged += 1
        continue
      }
      let covered = flows.covered(in: draw)
      let base = max(covered, flows.need(in: draw))
      guard base > 0, base >= floor * baseYearCost[draw] else {
        undefined += 1
        continue
      }
      for path in paths.indices {
        let contribution = flows.contributions[path][draw]
        paths[path][draw] = 100 * max(contribution, 0) / base
        drains[path][draw] = 100 * max(-contribution, 0) / base
      }
      other[draw] = 100 * max(flows.otherContribution[draw], 0) / base
      gap[draw] = 100 * (base - covered) / base
    }
  }
}
