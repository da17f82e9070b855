package import Nowcast
import Simulation

/// Walks through the years of an outlook, all draws of a year at once.
///
/// This is the reference in Swift of the formulas in the company's model file: the two are held
/// against each other draw by draw.
package struct OutlookRun {
  private let nowcast: Nowcast
  private let funding: Funding
  private let laws: CourseLaws
  private let money: MoneyLaws
  private let draws: MoneyDraws
  private let horizon: Int
  private let firstYear: Int
  /// The share of the first year that is over.
  private let over: Double
  private let count: Int

  private var course: Course
  private var accounts: [MoneyAccount]
  private var states: [Outlook.State]
  private var happened: [Int]
  private var wasPositive: [Bool]

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - nowcast: The state today.
  ///   - funding: How the company finds money.
  ///   - horizon: The last calendar year.
  ///   - course: Random numbers of `Course.steps` steps.
  ///   - draws: Random numbers of all years from that of the day to the horizon.
  ///   - regionScale: By what the scale of growth is wider where the company is at home.
  ///   - laws: The laws of growth, cost and gap.
  ///   - money: The laws of money.
  package init(
    _ nowcast: Nowcast, funding: Funding, horizon: Int, course: CourseDraws, draws: MoneyDraws,
    regionScale: Double, laws: CourseLaws, money: MoneyLaws
  ) {
    self.nowcast = nowcast
    self.funding = funding
    self.laws = laws
    self.money = money
    self.draws = draws
    self.horizon = horizon
    count = course.count
    firstYear = Self.firstYear(asOf: nowcast.asOf)
    over = nowcast.asOf / 12 - Double(firstYear)
    self.course = Course(nowcast, draws: course, regionScale: regionScale, laws: laws)
    accounts = []
    states = Array(repeating: .stillLosing, count: course.count)
    happened = Array(repeating: 0, count: course.count)
    wasPositive = Array(repeating: false, count: course.count)
  }

  /// The calendar year that holds a day; the end of a year belongs to it.
  package static func firstYear(asOf: Double) -> Int {
    Int(((asOf - 1e-6) / 12).rounded(.down))
  }

  /// Runs all years.
  package mutating func run() -> Outlook {
    var years: [Outlook.Year] = []
    var cashToday: [Double]?
    for (index, year) in (firstYear...horizon).enumerated() {
      let common = draws.years[index].growth.map { money.commonGrowthDeviation * $0 }
      let thrift = index == 0 ? nil : accounts.map { $0.thrift(money) }
      let columns = course.advance(
        to: Double(year), common: common,
        thrift: thrift.flatMap { $0.isEmpty ? nil : $0 })
      var now = Outlook.Year(
        year: year, course: columns, result: (0..<count).map { columns.result($0) },
        cashFlow: (0..<count).map { columns.cashFlow($0) }, raised: [], cash: [])
      if index == 0, let position = nowcast.cash {
        accounts = open(position, flow: now.cashFlow)
        cashToday = accounts.map(\.cash)
      }
      settle(&now, index: index, before: years.last)
      years.append(now)
    }
    return Outlook(
      years: years, cashToday: cashToday, states: nowcast.cash == nil ? nil : states,
      happened: happened)
  }

  /// The balance, brought from its day to today by the modelled flow and money that came in; less
  /// the part of debt that isn't rolled over.
  private func open(_ position: CashPosition, flow: [Double]) -> [MoneyAccount] {
    let years = (nowcast.asOf - position.at) / 12
    let fixed = position.balance + position.moneySince - position.debtDue
    return (0..<count).map { draw in
      MoneyAccount(
        cash: fixed + position.deviation * draws.balance[draw] + flow[draw] * years,
        climate: money.climateFirstDeviation * draws.climate[draw],
        lastRound: funding.lastRound ?? -.infinity)
    }
  }

  /// Decides what a year brings: money, cash-out, break-even, sale.
  private mutating func settle(
    _ now: inout Outlook.Year, index: Int, before: Outlook.Year?
  ) {
    let share = index == 0 ? 1 - over : 1
    let random = draws.years[index]
    let start = index == 0 ? nowcast.asOf : Double(12 * now.year)
    let isLast = now.year == horizon
    for draw in 0..<count {
      let isPositive = now.result[draw] >= 0
      var isGone = false
      if !accounts.isEmpty {
        let growth =
          before.map { now.course.logRevenue[draw] - $0.course.logRevenue[draw] }
          ?? nowcast.state.trend
        isGone = accounts[draw].live(
          MoneyAccount.Year(
            start: start, share: share, growth: clip(growth, -0.5, 0.5),
            flow: now.cashFlow[draw], cost: now.course.cost[draw],
            promised: promised(draw, from: start, to: Double(12 * (now.year + 1)))),
          random, draw, funding, worth: nowcast.worth, money)
        now.raised.append(accounts[draw].raised)
        now.cash.append(accounts[draw].cash)
      }
      let hasBrokenEven = isPositive && (wasPositive[draw] || isLast)
      wasPositive[draw] = isPositive
      guard happened[draw] == 0 else { continue }
      if let state = outcome(
        draw, isGone: isGone, hasBrokenEven: hasBrokenEven, isPositive: isPositive,
        share: share, takeover: random.takeover[draw])
      {
        states[draw] = state
        happened[draw] = now.year
      }
    }
  }

  private func outcome(
    _ draw: Int, isGone: Bool, hasBrokenEven: Bool, isPositive: Bool, share: Double,
    takeover: Double
  ) -> Outlook.State? {
    if isGone {
      let sold = money.saleLow + (money.saleHigh - money.saleLow) * draws.saleShare[draw]
      return draws.sale[draw] < sold ? .sold : .outOfCash
    }
    if hasBrokenEven { return .brokeEven }
    guard !isPositive, money.takeoverHigh > 0 else { return nil }
    let range = money.takeoverHigh - money.takeoverLow
    let yearly = money.takeoverLow + range * draws.takeoverShare[draw]
    return takeover < 1 - Elementary.pow(1 - yearly, share) ? .sold : nil
  }

  private func promised(_ draw: Int, from start: Double, to end: Double) -> Double {
    zip(funding.commitments, draws.commitments).reduce(0) { sum, next in
      let (commitment, uniforms) = next
      let isDue = commitment.paidBy > start && commitment.paidBy <= end
      return isDue && uniforms[draw] < commitment.probability ? sum + commitment.amount : sum
    }
  }
}
