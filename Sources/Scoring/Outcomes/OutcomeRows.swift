internal import Evaluation
internal import Simulation

/// What a draw needs that doesn't change over the years, side by side in memory.
struct OutcomeRow {
  var legacyRevenue, margin, growth, drag: Double
  var fixedCost, fixedCostGrowth, cut, cutTrigger: Double
  var receivablePeriod, capitalExpenditure, interest: Double
  var nonCash, keep: Double
  var shockShare: Double
  var roundSize, classOdds, penalty, bonus: Double
  var cash, resultBefore: Double
  var soldShare, sale: Double
  var grants, grantsKeep: Double
  var stopHazard, lossWeight, hazardCap: Double
  /// 0 for an independent company.
  var parentCash: Double
}

/// What a draw needs in one year.
struct OutcomeYearRow {
  /// Σ (CM - I).
  var pathResult: Double
  /// Σ R.
  var pathRevenue: Double
  /// The shock to the existing business's growth.
  var growthShock: Double
  /// The year's cash shock in standard deviations.
  var shock: Double
  /// The uniform that decides on cash-out, or on being stopped.
  var bridge: Double
  /// What the market adds to the log odds of raising money.
  var market: Double
  /// The log odds at which an attempt succeeds.
  var threshold: Double
  /// Promised money that comes.
  var promised: Double
}

extension OutcomeRow {
  init(_ inputs: OutcomeInputs, _ anchor: BaseAnchor, draw: Int) {
    let parameters = inputs.parameters
    let facts = inputs.facts
    legacyRevenue = anchor.legacyRevenue[draw]
    margin = parameters.contributionMargin[draw]
    growth = parameters.legacyGrowth[draw]
    drag = parameters.growthDrag[draw]
    fixedCost = anchor.fixedCost[draw]
    fixedCostGrowth = parameters.fixedCostGrowth[draw]
    cut = parameters.costCut[draw]
    cutTrigger = parameters.cutTrigger[draw]
    receivablePeriod = parameters.receivablePeriod[draw]
    capitalExpenditure = anchor.capitalExpenditure[draw]
    interest = facts.interest[draw]
    nonCash = anchor.nonCash[draw]
    keep = parameters.cashConversionKeep[draw]
    shockShare = parameters.cashFlowShock[draw]
    roundSize = parameters.roundSize[draw]
    let probability = parameters.successProbability[draw]
    classOdds =
      probability <= 0
      ? -.infinity : probability >= 1 ? .infinity : Elementary.logit(probability)
    penalty = parameters.worseResultPenalty[draw]
    bonus = parameters.profitBonus[draw]
    cash = facts.cash?[draw] ?? .nan
    // OP_T0 has the base year's grants in it; the year before is taken to have had as many.
    resultBefore = (facts.operatingResultBefore?[draw] ?? .nan) + facts.grants[draw]
    soldShare = parameters.soldShare[draw]
    sale = inputs.streams.sale[draw]
    grants = facts.grants[draw]
    grantsKeep = 1 - parameters.grantsDecay[draw]
    stopHazard = parameters.stopHazard[draw]
    lossWeight = parameters.stopHazardLossWeight[draw]
    hazardCap = parameters.stopHazardCap[draw]
    parentCash = inputs.parentFreeCashFlow?[draw] ?? 0
  }
}

extension OutcomeYearRow {
  /// The rows of all draws and years, years of a draw side by side.
  static func rows(_ inputs: OutcomeInputs) -> [OutcomeYearRow] {
    let draws = inputs.draws
    let years = inputs.years
    let left = 1 - inputs.elapsedShare
    let parameters = inputs.parameters
    var rows: [OutcomeYearRow] = []
    rows.reserveCapacity(draws * years)
    for draw in 0..<draws {
      for year in 0..<years {
        let index = year * draws + draw
        var result = 0.0
        var revenue = 0.0
        for path in inputs.paths {
          result += path.contribution.values[index] - path.investment.values[index]
          revenue += path.revenue.values[index]
        }
        var market = parameters.climateWeight[draw] * inputs.climate.values[index]
        if let standing = inputs.standing {
          market += parameters.consolidationShift[draw] * standing.values[index]
        }
        var promised = 0.0
        for event in inputs.events where event.year == year {
          let holds = event.uniforms[draw] < event.probability[draw]
          promised += holds ? event.amount[draw] : event.otherwise[draw]
        }
        rows.append(
          OutcomeYearRow(
            pathResult: result, pathRevenue: revenue,
            growthShock: year == 0
              ? 0
              : parameters.legacyGrowthShock[draw]
                * Elementary.normalQuantile(inputs.streams.growth.values[index]),
            shock: Elementary.normalQuantile(inputs.streams.shock.values[index]),
            bridge: inputs.streams.bridge.values[index], market: market,
            threshold: Financing.threshold(
              uniform: inputs.streams.financing.values[index], share: year == 0 ? left : 1),
            promised: promised))
      }
    }
    return rows
  }
}
