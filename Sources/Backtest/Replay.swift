package import Nowcast
package import Outlook
package import Simulation

/// Replays past days: what was forecast with what was known then, against what was seen since.
package struct Replay: Sendable {
  /// A company with everything that was ever reported of it, known or not on the days.
  package struct Subject: Sendable {
    /// The company's id.
    package var id: String
    /// The amounts reported, in one currency.
    package var rows: [ReportedAmount]
    /// True if it is at home in China or Hong Kong.
    package var isInChina: Bool
    /// The facts about how it finds money; nil leaves its cash unscored.
    package var funding: Funding?

    /// Makes one from its parts.
    package init(id: String, rows: [ReportedAmount], isInChina: Bool, funding: Funding?) {
      self.id = id
      self.rows = rows
      self.isInChina = isInChina
      self.funding = funding
    }
  }

  /// The quantity that was forecast.
  package enum Quantity: String, Hashable, Sendable, CaseIterable {
    /// Log of revenue.
    case revenue
    /// Operating result over the cost that was last known, like held against like.
    case operatingIncome = "operating_income"
    /// Cash at the end of a year over that cost.
    case cash
  }

  /// One forecast and what came of it.
  package struct Row: Hashable, Sendable {
    /// The day, in months since the year 0.
    package var asOf: Double
    /// Years from the base to what was forecast.
    package var years: Int
    /// True if the company lost money then.
    package var isLosing: Bool
    /// The quantity that was forecast.
    package var quantity: Quantity
    /// The forecast with its result.
    package var forecast: Forecast
    /// Of a result: the probability told that it isn't below zero, and whether it was.
    package var sign: ProbabilityScore.Forecast?
  }

  private let parameters: NowcastParameters
  private let money: MoneyLaws
  private let streams: DrawStreams
  private let tails: Tails

  /// Makes one from the numbers of the nowcast and the course, those of money, and random numbers.
  ///
  /// - Throws: `DistributionError` for tails that make no distribution.
  package init(
    parameters: NowcastParameters, money: MoneyLaws, streams: DrawStreams
  ) throws(DistributionError) {
    self.parameters = parameters
    self.money = money
    self.streams = streams
    tails = try Tails(parameters.laws, money)
  }

  /// Replays a day for a company; nothing where no outcome was to be told then: no base, no result,
  /// or a base that was too old.
  package func rows(of subject: Subject, asOf: Double) -> [Row] {
    let laws = parameters.laws
    guard
      let nowcast = Nowcast(
        rows: subject.rows, asOf: asOf,
        regionScale: laws.regionScale(inChina: subject.isInChina, isLosing: false),
        parameters: parameters),
      let base = nowcast.base, let result = nowcast.result, let window = nowcast.resultWindow,
      asOf - base.end <= parameters.tooOldAfter
    else { return [] }
    let scale = laws.regionScale(inChina: subject.isInChina, isLosing: nowcast.isLosing)
    let seen = SeenAmounts(subject.rows, parameters)
    let cost = window.amount - result.mean
    let ends = seen.revenueEnds(after: base.end)
    var rows: [Row] = []
    if !ends.isEmpty {
      let starts = ends.map { $0 / 12 - 1 }
      let draws = CourseDraws(
        streams, block: "\(subject.id) course",
        steps: Course.steps(from: nowcast.state.time, to: starts), tails: tails)
      var course = Course(nowcast, draws: draws, regionScale: scale, laws: laws)
      let yardstick = Yardstick(
        company: subject.id, nowcast: nowcast, base: base, result: result, cost: cost, seen: seen)
      for (end, year) in zip(ends, course.years(starts)) {
        rows += ScoredYear(
          nowcast: nowcast, base: base, yardstick: yardstick, end: end, year: year,
          panel: panel(subject, nowcast, base: base, scale: scale, end: end)
        ).rows(seen)
      }
    }
    return rows + cash(subject, nowcast, unit: cost * nowcast.usdRate, seen, scale)
  }

  /// Log revenue by the panel's growth alone, as many years after the base as an end is.
  private func panel(
    _ subject: Subject, _ nowcast: Nowcast, base: Window, scale: Double, end: Double
  ) -> [Double] {
    let years = Int(((end - base.end) / 12).rounded())
    let orders = OrderCache()
    return PanelGrowth(nowcast, scale: scale, parameters).logRevenue(
      from: Elementary.log(base.amount * nowcast.usdRate),
      shocks: (0..<years).map { year in
        tails.growth.quantiles(
          streams.uniforms(block: "\(subject.id) panel", dimension: year, orders: orders))
      })
  }

  /// Forecasts of a loss-maker's cash at the ends of years, by the metric of its newest balance.
  ///
  /// What earning companies pay out isn't modelled.
  private func cash(
    _ subject: Subject, _ nowcast: Nowcast, unit: Double, _ seen: SeenAmounts, _ scale: Double
  ) -> [Row] {
    guard nowcast.isLosing, let funding = subject.funding, let position = nowcast.cash,
      case .balance(let metric, _, _) = position.basis
    else { return [] }
    let first = OutlookRun.firstYear(asOf: nowcast.asOf)
    let balances = (first..<first + 5).compactMap { year in
      seen.balance(metric, endingAt: Double(12 * (year + 1)), after: nowcast.asOf).map {
        (year, $0)
      }
    }
    guard let horizon = balances.last?.0 else { return [] }
    let years = (first...horizon).map(Double.init)
    var run = OutlookRun(
      nowcast, funding: funding, horizon: horizon,
      course: CourseDraws(
        streams, block: "\(subject.id) course",
        steps: Course.steps(from: nowcast.state.time, to: years), tails: tails),
      draws: MoneyDraws(
        streams, block: "\(subject.id) money", common: "all companies", years: years.count,
        commitments: funding.commitments.count, tails: tails),
      regionScale: scale, laws: parameters.laws, money: money)
    let outlook = run.run()
    return balances.map { year, balance in
      // Who runs out has no balance left, and is counted with none.
      let draws = outlook.years[year - first].cash.map { max($0, 0) / unit }
      return Row(
        asOf: nowcast.asOf, years: year - first + 1, isLosing: nowcast.isLosing,
        quantity: .cash,
        forecast: Forecast(
          company: subject.id, draws: draws, seen: balance / unit, last: position.balance / unit))
    }
  }
}

/// One forecast year with what it is scored by.
private struct ScoredYear {
  var nowcast: Nowcast
  var base: Window
  var yardstick: Yardstick
  var end: Double
  var year: Course.Year
  var panel: [Double]

  func rows(_ seen: SeenAmounts) -> [Replay.Row] {
    guard let amount = seen.revenue(endingAt: end) else { return [] }
    let last = Elementary.log(base.amount * nowcast.usdRate)
    var rows = [
      row(
        .revenue,
        Forecast(
          company: yardstick.company, draws: year.logRevenue,
          seen: Elementary.log(amount * nowcast.usdRate), last: last, panel: panel), sign: nil)
    ]
    if let scored = yardstick.result(year.logRevenue.indices.map { year.result($0) }, endingAt: end)
    {
      rows.append(row(.operatingIncome, scored.forecast, sign: scored.sign))
    }
    return rows
  }

  private func row(
    _ quantity: Replay.Quantity, _ forecast: Forecast, sign: ProbabilityScore.Forecast?
  ) -> Replay.Row {
    Replay.Row(
      asOf: nowcast.asOf, years: Int(((end - base.end) / 12).rounded()),
      isLosing: nowcast.isLosing, quantity: quantity, forecast: forecast, sign: sign)
  }
}
