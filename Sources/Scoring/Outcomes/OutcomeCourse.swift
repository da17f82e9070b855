/// One draw's way through the years: the recursion of Method 4.2.
struct OutcomeCourse {
  let row: OutcomeRow
  /// True if a parent pays in this draw.
  let isBacked: Bool
  var legacyRevenue: Double
  /// FC_t / FC_T0.
  var costIndex = 1.0
  var fixedCost: Double
  var grants: Double
  /// Σ R + L of the year before.
  var revenue = 0.0
  var operatingResult: Double
  /// OP of the year before; NaN where unknown.
  var resultBefore: Double
  /// The year's cash flow at a whole year's rate, before its shock.
  var cashFlow = 0.0
  var cash: Double
  /// Years of burn that cash lasts at the end of the year before.
  var runway = Double.infinity
  var kept = 1.0
  var cashOutYear: Int?
  /// Months from the as-of day.
  var cashOutMonths: Double?
  private var monthsBefore = 0.0
  private var sum = 0.0

  init(_ row: OutcomeRow) {
    self.row = row
    isBacked = row.parentCash > 0
    legacyRevenue = row.legacyRevenue
    fixedCost = row.fixedCost
    grants = row.grants
    operatingResult = .nan
    resultBefore = row.resultBefore
    cash = isBacked ? .nan : row.cash
    sum = isBacked ? row.parentCash : row.cash + row.parentCash
  }

  /// True if every value so far is a number.
  var isValid: Bool { sum.isFinite }

  /// Takes the step through one year, of which a share is left.
  @inline(__always)
  mutating func advance(
    year: Int, share: Double, _ input: OutcomeYearRow, _ options: OutcomeOptions
  ) {
    let isBaseYear = year == 0
    let operates = cashOutYear == nil
    if !isBaseYear {
      let cut = FixedCost.cut(
        row.cut, runway: runway, trigger: row.cutTrigger,
        decides: options.cutsCost && operates && !isBacked)
      legacyRevenue = LegacyBusiness.next(
        legacyRevenue, growth: row.growth, shock: input.growthShock, drag: row.drag, cut: cut)
      costIndex = FixedCost.nextIndex(costIndex, growth: row.fixedCostGrowth, cut: cut)
      fixedCost = row.fixedCost * costIndex
      grants *= row.grantsKeep
    }
    let last = operatingResult
    operatingResult = input.pathResult + legacyRevenue * row.margin + grants - fixedCost

    let total = input.pathRevenue + legacyRevenue
    let receivables =
      isBaseYear
      ? 0 : Receivables.tiedUp(revenue: total, before: revenue, period: row.receivablePeriod)
    revenue = total
    cashFlow =
      operatingResult
      + CashConversion.gap(
        base: row.nonCash, costIndex: costIndex, keep: row.keep, isBaseYear: isBaseYear)
      - receivables - row.capitalExpenditure * costIndex - row.interest
    sum += operatingResult + cashFlow

    if isBacked {
      stop(year: year, share: share, uniform: input.bridge, operates: operates)
    } else if operates {
      live(year: year, share: share, input, last: last, options)
    }
    if !isBaseYear { resultBefore = last }
    monthsBefore += 12 * share
  }

  /// Raises money if need be and pays the year; may end in cash-out.
  @inline(__always)
  private mutating func live(
    year: Int, share: Double, _ input: OutcomeYearRow, last: Double, _ options: OutcomeOptions
  ) {
    let yearlyDeviation = row.shockShare * fixedCost
    let burn = cashFlow < 0 ? -cashFlow : 0
    let flow = cashFlow * share
    var start = cash
    if options.raisesMoney {
      start += input.promised
      if Financing.isNeeded(cash: start, flow: flow, burn: burn, deviation: yearlyDeviation) {
        // The base year stands for the last reported one: its result is the last that is known.
        let odds = Financing.logOdds(
          base: row.classOdds, market: input.market,
          last: year == 0 ? operatingResult : last, before: resultBefore,
          penalty: row.penalty, bonus: row.bonus)
        if Financing.succeeds(uniform: input.financing, logOdds: odds) {
          start += row.roundSize * Financing.need(burn: burn, deviation: yearlyDeviation)
        }
      }
    }
    let deviation = options.hasCashShocks ? yearlyDeviation * share.squareRoot() : 0
    let end = start + flow + deviation * input.shock
    sum += end
    if let time = CashBarrier.timeOut(
      from: start, to: end, deviation: deviation, uniform: input.bridge)
    {
      cashOutYear = year
      cashOutMonths = monthsBefore + 12 * share * time
      cash = 0
    } else {
      cash = end
      runway = FixedCost.runway(cash: end, cashFlow: cashFlow)
    }
  }

  /// Lets the parent decide on the unit.
  @inline(__always)
  private mutating func stop(year: Int, share: Double, uniform: Double, operates: Bool) {
    let hazard = ParentBacking.hazard(
      base: row.stopHazard, lossWeight: row.lossWeight, cap: row.hazardCap,
      operatingResult: operatingResult, freeCashFlow: row.parentCash)
    if year > 0 { kept *= 1 - hazard }
    guard operates else { return }
    let uniform = Financing.wholeYear(uniform: uniform, share: share)
    if uniform < hazard {
      cashOutYear = year
      cashOutMonths = monthsBefore + 12 * share * uniform / hazard
    }
  }
}
