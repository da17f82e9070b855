/// The parameters of company outcomes (Method 4), one value a draw.
///
/// Times are in years, the engine's base unit: 18 months are 1.5. Yearly rates are fractions.
package struct OutcomeParameters: Sendable {
  /// m: the existing business's contribution over its revenue.
  package var contributionMargin: [Double]
  /// g: the existing business's yearly growth.
  package var legacyGrowth: [Double]
  /// The standard deviation of the yearly shock to that growth.
  package var legacyGrowthShock: [Double]
  /// The part of a cut in cost that is lost in growth.
  package var growthDrag: [Double]
  /// g_F: the shared cost's yearly growth.
  package var fixedCostGrowth: [Double]
  /// The share of shared cost that a year of thrift cuts.
  package var costCut: [Double]
  /// The runway below which cost is cut, in years.
  package var cutTrigger: [Double]
  /// The time that customers take to pay, in years.
  package var receivablePeriod: [Double]
  /// Capital expenditure over shared cost; used where no fact says what it was.
  package var capitalExpenditureShare: [Double]
  /// The share of the base year's gap between cash flow and operating result that recurs.
  package var cashConversionKeep: [Double]
  /// That gap over operating cost; used where no fact gives the cash flow.
  package var nonCashShare: [Double]
  /// The standard deviation of a year's cash flow over shared cost.
  package var cashFlowShock: [Double]
  /// The size of a round, in years of need.
  package var roundSize: [Double]
  /// The yearly probability that an attempt to raise money succeeds, of the company's class.
  package var successProbability: [Double]
  /// The change in the log odds of success after a result worse than the year before: negative.
  package var worseResultPenalty: [Double]
  /// The rise in the log odds of success by a profit.
  package var profitBonus: [Double]
  /// The change in the log odds of success by a unit of the financing climate.
  package var climateWeight: [Double]
  /// The change in the log odds by consolidation: added in the head group, taken outside it.
  package var consolidationShift: [Double]
  /// The yearly probability that a parent stops the unit, before losses count.
  package var stopHazard: [Double]
  /// The rise of that probability by the unit's loss over the parent's free cash flow.
  package var stopHazardLossWeight: [Double]
  /// The highest yearly probability of being stopped.
  package var stopHazardCap: [Double]
  /// The probability that a company out of money is sold.
  package var soldShare: [Double]
  /// The share by which grants shrink every year.
  package var grantsDecay: [Double]
  /// The least that shared cost is taken to be, over operating cost.
  package var fixedCostFloor: [Double]

  /// Parameters that leave everything as it was in the base year.
  ///
  /// Nothing grows, shrinks, is raised, cut or shaken; set those that matter.
  package init(neutralFor draws: Int) {
    let zero = [Double](repeating: 0, count: draws)
    let one = [Double](repeating: 1, count: draws)
    contributionMargin = one
    legacyGrowth = zero
    legacyGrowthShock = zero
    growthDrag = zero
    fixedCostGrowth = zero
    costCut = zero
    cutTrigger = zero
    receivablePeriod = zero
    capitalExpenditureShare = zero
    cashConversionKeep = one
    nonCashShare = zero
    cashFlowShock = zero
    roundSize = zero
    successProbability = zero
    worseResultPenalty = zero
    profitBonus = zero
    climateWeight = zero
    consolidationShift = zero
    stopHazard = zero
    stopHazardLossWeight = zero
    stopHazardCap = one
    soldShare = zero
    grantsDecay = zero
    fixedCostFloor = zero
  }

  /// Returns true if every parameter has this many draws.
  package func have(draws: Int) -> Bool {
    [
      contributionMargin, legacyGrowth, legacyGrowthShock, growthDrag, fixedCostGrowth, costCut,
      cutTrigger, receivablePeriod, capitalExpenditureShare, cashConversionKeep, nonCashShare,
      cashFlowShock, roundSize, successProbability, worseResultPenalty, profitBonus,
      climateWeight, consolidationShift, stopHazard, stopHazardLossWeight, stopHazardCap,
      soldShare, grantsDecay, fixedCostFloor,
    ].allSatisfy { $0.count == draws }
  }
}
