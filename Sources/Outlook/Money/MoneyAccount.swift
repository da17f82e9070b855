import Nowcast
import Simulation

/// One draw's cash, and how it moves over a year.
struct MoneyAccount {
  /// The values of a year that the account needs.
  struct Year {
    /// The beginning of the year, in months since the year 0.
    var start: Double
    /// The share of a calendar year that it lasts.
    var share: Double
    /// Log growth of revenue.
    var growth: Double
    /// Cash flow before financing, of a whole year, in US dollars.
    var flow: Double
    /// Cost of a whole year, in US dollars.
    var cost: Double
    /// Promised money that comes in, in US dollars.
    var promised: Double
  }

  /// Cash in US dollars.
  var cash: Double
  /// The climate for raising money.
  var climate: Double
  /// The newest round, in months since the year 0.
  var lastRound: Double
  /// The money raised this year, in US dollars.
  var raised = 0.0
  /// The cash that a year burns, in US dollars.
  private var burn = 0.0

  init(cash: Double, climate: Double, lastRound: Double) {
    self.cash = cash
    self.climate = climate
    self.lastRound = lastRound
  }

  /// Lives through a year; true where cash runs out.
  mutating func live(
    _ year: Year, _ random: MoneyDraws.Year, _ draw: Int, _ funding: Funding, worth: Double?,
    _ laws: MoneyLaws
  ) -> Bool {
    burn = max(-year.flow, 0)
    climate =
      laws.climatePersistence * climate + laws.climateDeviation * random.climate[draw]
    raised = year.promised
    if burn > 0, random.raising[draw] < probability(year, funding, laws) {
      raised += amount(year, random.amount[draw], worth: worth, laws)
      lastRound = year.start + 12 * year.share
    }
    let deviation = laws.cashDeviation * year.cost * year.share.squareRoot()
    let before = cash + raised
    cash = before + year.flow * year.share + deviation * random.cash[draw]
    let crossing = CashBridge.crossing(from: before, to: cash, deviation: deviation)
    return cash < 0 || random.bridge[draw] < crossing
  }

  /// Months that cash lasts; very long where nothing is burnt.
  private var runway: Double {
    burn > 0 ? 12 * max(cash, 0) / max(burn, 1) : 600
  }

  /// The thrift of next year, from the runway that this one left.
  func thrift(_ laws: MoneyLaws) -> CourseState.Thrift {
    let share: Double =
      runway < laws.thriftMonths ? 1 : (runway < laws.halfThriftMonths ? 0.5 : 0)
    return CourseState.Thrift(
      cost: share * laws.thriftCost, growth: share * laws.thriftGrowth)
  }

  /// The probability of raising money within the year.
  private func probability(_ year: Year, _ funding: Funding, _ laws: MoneyLaws) -> Double {
    let hasNoRound = !funding.isListed && year.start - lastRound > laws.noRoundMonths
    let odds =
      laws.raisingConstant + laws.raisingRunway * Elementary.log(clip(runway, 1, 300) / 24)
      + laws.raisingGrowth * year.growth + climate
      + (funding.isStateLinked ? laws.raisingStateLinked : 0)
      + (hasNoRound ? laws.raisingNoRound : 0)
    let failing = 1 - Elementary.logistic(odds)
    return 1 - (year.share == 1 ? failing : Elementary.pow(failing, year.share))
  }

  private func amount(
    _ year: Year, _ noise: Double, worth: Double?, _ laws: MoneyLaws
  ) -> Double {
    let share = Elementary.exp(
      laws.amountConstant + laws.amountGrowth * year.growth
        + laws.amountDeviation * clip(noise, -3, 3))
    let wanted = max(year.cost * share, laws.amountLeastBurn * burn)
    return worth.map { min(wanted, laws.amountMostOfWorth * $0) } ?? wanted
  }
}
