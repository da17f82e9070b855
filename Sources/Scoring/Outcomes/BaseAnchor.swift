internal import Simulation

/// Where the recursion starts: the last reported year, reproduced in every draw
/// (Method 4.1).
package struct BaseAnchor: Sendable {
  /// L_T0: reported revenue less the path revenue already in it, not below 0.
  package var legacyRevenue: [Double]
  /// FC_T0: what shared cost must have been for the model to give the reported operating result.
  package var fixedCost: [Double]
  /// NC_T0: reported cash flow from operations less operating result.
  package var nonCash: [Double]
  /// Capital expenditure in the base year.
  package var capitalExpenditure: [Double]
  /// Total cost of the base year, against which exposure's base is held.
  package var totalCost: [Double]
  /// The share of draws in which shared cost is at its floor.
  package var floorShare: Double
  /// The share of draws in which the paths claim over 110 % of reported revenue.
  package var conflictShare: Double

  /// True if the paths' stories of the base year don't reconcile with the reported result.
  package var isUnreconciled: Bool { floorShare > 0.05 }
  /// True if the paths claim more revenue than the company reports, beyond what ranges explain: in
  /// over half of the draws by more than 10 %.
  package var isRevenueConflict: Bool { conflictShare > 0.5 }

  /// Back-solves shared cost: FC = max(floor × operating cost, LC + Σ (CM - I) - OP).
  ///
  /// Where the reported result is missing, shared cost is the assumption given and nothing is
  /// back-solved. Draws with a value that isn't a number stay so and are flagged later.
  ///
  /// - Precondition: There is an operating result or an assumed shared cost.
  package init(facts: OutcomeFacts, parameters: OutcomeParameters, paths: [OutcomePath]) {
    precondition(facts.operatingResult != nil || facts.fixedCost != nil)
    let draws = facts.revenue.count
    legacyRevenue = facts.revenue
    fixedCost = facts.revenue
    nonCash = facts.revenue
    capitalExpenditure = facts.revenue
    totalCost = facts.revenue
    var floored = 0
    var conflicts = 0
    for draw in 0..<draws {
      var pathRevenue = 0.0
      var pathResult = 0.0
      for path in paths {
        pathRevenue += path.revenue.values[draw]
        pathResult += path.contribution.values[draw] - path.investment.values[draw]
      }
      let revenue = facts.revenue[draw]
      let rest = revenue - pathRevenue
      if rest < -0.1 * revenue { conflicts += 1 }
      let legacy = rest < 0 ? 0 : rest
      let covered = legacy * parameters.contributionMargin[draw] + pathResult
      let cost: Double
      let result: Double
      if let reported = facts.operatingResult?[draw] {
        let floor = parameters.fixedCostFloor[draw] * facts.operatingCost[draw]
        if covered - reported < floor {
          floored += 1
          cost = floor
        } else {
          cost = covered - reported
        }
        result = reported
      } else {
        cost = facts.fixedCost?[draw] ?? .nan
        result = covered - cost
      }
      legacyRevenue[draw] = legacy
      fixedCost[draw] = cost
      nonCash[draw] = CashConversion.baseGap(
        operatingCashFlow: facts.operatingCashFlow?[draw], operatingResult: result,
        operatingCost: facts.operatingCost[draw], nonCashShare: parameters.nonCashShare[draw])
      capitalExpenditure[draw] =
        facts.capitalExpenditure?[draw] ?? parameters.capitalExpenditureShare[draw] * cost
      let spent = revenue - result
      totalCost[draw] = spent > facts.operatingCost[draw] ? spent : facts.operatingCost[draw]
    }
    floorShare = draws == 0 ? 0 : Double(floored) / Double(draws)
    conflictShare = draws == 0 ? 0 : Double(conflicts) / Double(draws)
  }
}
