internal import Simulation

/// The values of a draw that don't change over the years, side by side in memory.
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

/// The values of a draw in one year.
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
  /// The market's part in the log odds of raising money.
  var market: Double
  /// The uniform that decides on an attempt to raise money, as of a whole year.
  var financing: Double
  /// Promised money that comes.
  var promised: Double
}

extension OutcomeRow {
  /// The rows of all draws.
  static func rows(_ inputs: OutcomeInputs, _ anchor: BaseAnchor) -> [OutcomeRow] {
    let sale = inputs.streams.sale
    let parent = inputs.parentFreeCashFlow
    var rows: [OutcomeRow] = []
    rows.reserveCapacity(inputs.draws)
    for draw in 0..<inputs.draws {
      rows.append(
        OutcomeRow(
          inputs.parameters, inputs.facts, anchor, sale: sale[draw],
          parentCash: parent?[draw] ?? 0, draw: draw))
    }
    return rows
  }

  /// Borrows: a copy of these structures for every draw would cost more than everything else.
  @inline(never)
  private init(
    _ parameters: borrowing OutcomeParameters, _ facts: borrowing OutcomeFacts,
    _ anchor: borrowing BaseAnchor, sale: Double, parentCash: Double, draw: Int
  ) {
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
    self.sale = sale
    grants = facts.grants[draw]
    grantsKeep = 1 - parameters.grantsDecay[draw]
    stopHazard = parameters.stopHazard[draw]
    lossWeight = parameters.stopHazardLossWeight[draw]
    hazardCap = parameters.stopHazardCap[draw]
    self.parentCash = parentCash
  }
}

extension OutcomeYearRow {
  /// The rows of all draws and years, years of a draw side by side.
  static func rows(_ inputs: OutcomeInputs) -> [OutcomeYearRow] {
    let draws = inputs.draws
    let years = inputs.years
    let left = 1 - inputs.elapsedShare
    var result = [Double](repeating: 0, count: draws * years)
    var revenue = result
    for path in inputs.paths {
      add(path.contribution.values, to: &result, times: 1)
      add(path.investment.values, to: &result, times: -1)
      add(path.revenue.values, to: &revenue, times: 1)
    }
    let market = market(inputs)
    let promised = promised(inputs)
    let growth = Elementary.normalQuantiles(inputs.streams.growth.values)
    let shock = Elementary.normalQuantiles(inputs.streams.shock.values)
    let growthShock = inputs.parameters.legacyGrowthShock
    let bridge = inputs.streams.bridge.values
    let financing = inputs.streams.financing.values
    var rows: [OutcomeYearRow] = []
    rows.reserveCapacity(draws * years)
    for draw in 0..<draws {
      for year in 0..<years {
        let index = year * draws + draw
        rows.append(
          OutcomeYearRow(
            pathResult: result[index], pathRevenue: revenue[index],
            growthShock: growthShock[draw] * growth[index], shock: shock[index],
            bridge: bridge[index], market: market[index],
            financing: Financing.wholeYear(
              uniform: financing[index], share: year == 0 ? left : 1),
            promised: promised.isEmpty ? 0 : promised[index]))
      }
    }
    return rows
  }

  private static func add(_ values: [Double], to sum: inout [Double], times factor: Double) {
    for index in sum.indices { sum[index] += factor * values[index] }
  }

  /// The part of climate and consolidation in the log odds of raising money, by year and draw.
  private static func market(_ inputs: OutcomeInputs) -> [Double] {
    let draws = inputs.draws
    let climate = inputs.parameters.climateWeight
    var market = inputs.climate.values
    for year in 0..<inputs.years {
      for draw in 0..<draws { market[year * draws + draw] *= climate[draw] }
    }
    guard let standing = inputs.standing?.values else { return market }
    let shift = inputs.parameters.consolidationShift
    for year in 0..<inputs.years {
      for draw in 0..<draws {
        market[year * draws + draw] += shift[draw] * standing[year * draws + draw]
      }
    }
    return market
  }

  /// Promised money that comes, by year and draw; empty when nothing is promised.
  private static func promised(_ inputs: OutcomeInputs) -> [Double] {
    guard !inputs.events.isEmpty else { return [] }
    let draws = inputs.draws
    var promised = [Double](repeating: 0, count: draws * inputs.years)
    for event in inputs.events where (0..<inputs.years).contains(event.year) {
      for draw in 0..<draws {
        let holds = event.uniforms[draw] < event.probability[draw]
        promised[event.year * draws + draw] +=
          holds ? event.amount[draw] : event.otherwise[draw]
      }
    }
    return promised
  }
}
