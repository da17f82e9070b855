import Simulation

/// Cash flow beyond the operating result: (operating cash flow - investment - result)/cost.
package struct CashGap: Hashable, Sendable {
  /// The gap, as a share of cost.
  package var value: Double
  /// The end of the twelve months that it is of, in months since the year 0.
  package var end: Double
  /// The reported periods of the cash flow behind it.
  package var terms: [Window.Term]

  /// Nil where no twelve months have a cash flow.
  ///
  /// Free cash flow and cash burn serve as they are: capital expenditure is in them.
  init?(_ accounts: Accounts, costRatio: Double) {
    let assumed = accounts.parameters.assumedInvestment
    for revenue in accounts.revenueWindows.reversed() {
      func window(_ metric: String) -> Window? {
        accounts.window(metric, endingAt: revenue.end)
      }
      let flow: Double
      if let free = window("free_cash_flow") {
        (flow, terms) = (free.amount, free.terms)
      } else if let operating = window("operating_cash_flow") {
        let investment = window("capital_expenditure")
        flow = operating.amount - (investment?.amount.magnitude ?? assumed * revenue.amount)
        terms = operating.terms + (investment?.terms ?? [])
      } else if let burn = window("cash_burn") {
        (flow, terms) = (-burn.amount, burn.terms)
      } else {
        continue
      }
      let result = accounts.results(endingAt: revenue.end)?.mean
      let cost =
        result.map { revenue.amount - $0 } ?? revenue.amount * Elementary.exp(costRatio)
      value = clip((flow - (revenue.amount - cost)) / cost, -0.5, 0.8)
      end = revenue.end
      return
    }
    return nil
  }
}

/// The newest balance, with what came in since.
package struct CashPosition: Hashable, Sendable {
  /// The origin of the balance.
  package enum Basis: Hashable, Sendable {
    /// A balance with this metric.
    case balance(metric: String, period: String, source: String)
    /// Nobody knows a balance: a part of what was raised in the two years to the newest round.
    case rounds
  }

  /// The balance, in US dollars.
  package var balance: Double
  /// Its standard deviation.
  package var deviation: Double
  /// Its day, in months since the year 0.
  package var at: Double
  /// The origin of the balance.
  package var basis: Basis
  /// Money that came in after the balance's day, in US dollars.
  package var moneySince: Double
  /// Interest-bearing debt, in US dollars.
  package var debt: Double
  /// The day of the debt, in months since the year 0; nil where none is known.
  package var debtAt: Double?
  /// The part of it that isn't rolled over, in US dollars.
  package var debtDue: Double

  /// Nil where neither a balance nor a round is known: then nobody can say.
  ///
  /// A balance too old to say anything by gives way to rounds, where there are any.
  init?(_ accounts: Accounts) {
    let balance = Self.balance(accounts)
    let isOld = balance.map { accounts.asOf - $0.at > accounts.parameters.tooOldAfter } ?? true
    guard let position = isOld ? Self.rounds(accounts) ?? balance : balance else { return nil }
    self = position
  }

  private init(
    balance: Double, deviation: Double, at: Double, basis: Basis, moneySince: Double,
    debt: Double, debtAt: Double?, debtDue: Double
  ) {
    self.balance = balance
    self.deviation = deviation
    self.at = at
    self.basis = basis
    self.moneySince = moneySince
    self.debt = debt
    self.debtAt = debtAt
    self.debtDue = debtDue
  }

  /// The newest balance, whatever the metric; among those of the same month the widest.
  private static func balance(_ accounts: Accounts) -> CashPosition? {
    let balances = Accounts.cashMetrics.flatMap { accounts.rows($0) }
    guard let newest = balances.map(\.end).max() else { return nil }
    let reporting = accounts.parameters.reporting
    let widest = balances.filter { $0.end > newest - 1 }.max { left, right in
      left.inUSD != right.inUSD
        ? left.inUSD < right.inUSD : right.isBetter(than: left, reporting)
    }
    guard let widest else { return nil }
    let since = accounts.rows("funding_round_amount").filter {
      $0.end > widest.end + 0.3 && accounts.isOver($0)
    }
    let owed = accounts.rows("total_debt").newest(reporting)
    let debt = owed?.inUSD ?? 0
    return CashPosition(
      balance: widest.inUSD, deviation: widest.deviation(reporting) * widest.usdRate,
      at: widest.end,
      basis: .balance(metric: widest.metric, period: widest.period, source: widest.source),
      moneySince: since.reduce(0) { $0 + $1.inUSD },
      debt: debt, debtAt: owed?.end, debtDue: accounts.parameters.debtDue * debt)
  }

  private static func rounds(_ accounts: Accounts) -> CashPosition? {
    let rounds = accounts.rows("funding_round_amount").filter {
      $0.end > accounts.asOf - 24 && accounts.isOver($0)
    }
    guard let last = rounds.map(\.end).max() else { return nil }
    let raised = rounds.filter { $0.end > last - 24 }.reduce(0) { $0 + $1.inUSD }
    return CashPosition(
      balance: accounts.parameters.cashOfRounds * raised,
      deviation: accounts.parameters.cashOfRoundsDeviation * raised, at: last, basis: .rounds,
      moneySince: 0, debt: 0, debtAt: nil, debtDue: 0)
  }
}

extension Array where Element == ReportedAmount {
  /// The row that ends last, the best of several.
  func newest(_ reporting: ReportingParameters) -> ReportedAmount? {
    self.max { left, right in
      left.end != right.end ? left.end < right.end : right.isBetter(than: left, reporting)
    }
  }
}
