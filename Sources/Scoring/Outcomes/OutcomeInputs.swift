package import Simulation

/// What is reported of a company, one value a draw; flows are CNY/year of the base year, which
/// stands for T0 unchanged (Method 4.1).
package struct OutcomeFacts: Sendable {
  /// Revenue, of all business.
  package var revenue: [Double]
  /// The operating result, before grants, interest and tax; nil for a segment without one, which
  /// then needs `fixedCost`.
  package var operatingResult: [Double]?
  /// The operating result of the year before, if known.
  package var operatingResultBefore: [Double]?
  /// Shared cost as an assumption: used only where there is no operating result.
  package var fixedCost: [Double]?
  /// Operating cost.
  package var operatingCost: [Double]
  /// Cash on the as-of day; nil is allowed only for units whose parent pays.
  package var cash: [Double]?
  /// Cash flow from operations, if known.
  package var operatingCashFlow: [Double]?
  /// Capital expenditure, if known.
  package var capitalExpenditure: [Double]?
  /// Grants outside the operating result.
  package var grants: [Double]
  /// Interest paid.
  package var interest: [Double]

  /// Facts with no grants and no interest; set what else is known.
  package init(revenue: [Double], operatingCost: [Double], cash: [Double]?) {
    self.revenue = revenue
    self.operatingCost = operatingCost
    self.cash = cash
    grants = Array(repeating: 0, count: revenue.count)
    interest = grants
  }

  /// Returns true if everything known has this many draws.
  package func have(draws: Int) -> Bool {
    [
      revenue, operatingResult, operatingResultBefore, fixedCost, operatingCost, cash,
      operatingCashFlow, capitalExpenditure, grants, interest,
    ].allSatisfy { $0 == nil || $0?.count == draws }
  }
}

/// The uniforms of a company's own luck, by year (counted from T0) and draw, each in (0, 1).
package struct OutcomeStreams: Sendable {
  /// The existing business's growth; the first year's is not used.
  package var growth: YearlyDraws
  /// The year's cash flow.
  package var shock: YearlyDraws
  /// Cash-out within the year, and when; for a unit with a parent, being stopped.
  package var bridge: YearlyDraws
  /// The attempt to raise money.
  package var financing: YearlyDraws
  /// The uniform that decides if running out of money ends in a sale, one a draw: it happens at
  /// most once.
  package var sale: [Double]

  /// Makes the streams.
  package init(
    growth: YearlyDraws, shock: YearlyDraws, bridge: YearlyDraws, financing: YearlyDraws,
    sale: [Double]
  ) {
    self.growth = growth
    self.shock = shock
    self.bridge = bridge
    self.financing = financing
    self.sale = sale
  }
}

/// A path's flows within the company's, by year and draw.
package struct OutcomePath: Sendable {
  /// Revenue.
  package var revenue: YearlyDraws
  /// CM.
  package var contribution: YearlyDraws
  /// I.
  package var investment: YearlyDraws

  /// Makes a path's flows.
  package init(revenue: YearlyDraws, contribution: YearlyDraws, investment: YearlyDraws) {
    self.revenue = revenue
    self.contribution = contribution
    self.investment = investment
  }
}

/// Money that is promised under a condition: a dated event with a probability.
package struct FinancingEvent: Sendable {
  /// The year in which it would come, counted from T0.
  package var year: Int
  /// The amount that comes if the condition holds.
  package var amount: [Double]
  /// The amount that comes if it doesn't.
  package var otherwise: [Double]
  /// The probability of the condition.
  package var probability: [Double]
  /// The event's own uniforms.
  package var uniforms: [Double]

  /// Makes an event.
  package init(
    year: Int, amount: [Double], otherwise: [Double], probability: [Double], uniforms: [Double]
  ) {
    self.year = year
    self.amount = amount
    self.otherwise = otherwise
    self.probability = probability
    self.uniforms = uniforms
  }
}

/// Everything that a company's outcome is made of, on the run's draws.
package struct OutcomeInputs: Sendable {
  /// The share of T0 that is over on the as-of day, 0..<1.
  package var elapsedShare: Double
  /// The company model's parameters.
  package var parameters: OutcomeParameters
  /// The reported figures.
  package var facts: OutcomeFacts
  /// The assessed paths, in the run's order.
  package var paths: [OutcomePath]
  /// The company's own luck.
  package var streams: OutcomeStreams
  /// The financing climate by year and draw, the same for all companies; see `Climate`.
  package var climate: YearlyDraws
  /// The company's standing in a market that has consolidated: 1 in the head group, -1 outside it,
  /// 0 before consolidation; nil without a chat path.
  package var standing: YearlyDraws?
  /// The parent's free cash flow a year, one a draw; nil for an independent company.
  package var parentFreeCashFlow: [Double]?
  /// Promised money.
  package var events: [FinancingEvent]

  /// Inputs of an independent company without chat path and promised money.
  package init(
    elapsedShare: Double, parameters: OutcomeParameters, facts: OutcomeFacts,
    paths: [OutcomePath], streams: OutcomeStreams, climate: YearlyDraws
  ) {
    self.elapsedShare = elapsedShare
    self.parameters = parameters
    self.facts = facts
    self.paths = paths
    self.streams = streams
    self.climate = climate
    events = []
  }

  /// The number of draws.
  package var draws: Int { climate.draws }
  /// The number of years from T0 to the horizon, both counted.
  package var years: Int { climate.years }
}
