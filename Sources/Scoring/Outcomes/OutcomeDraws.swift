package import Simulation

/// The state of a company at the horizon.
package enum OutcomeState: UInt8, Hashable, Sendable, CaseIterable {
  /// Broke even before the money ran out.
  case brokeEven
  /// Neither broke even nor ran out.
  case stillLosing
  /// Sold when the money ran out.
  case sold
  /// Ran out of money.
  case cashedOut
}

/// The course of a company in every draw, and its state at the end.
package struct OutcomeDraws: Sendable {
  /// The state at the horizon; nil in flagged draws, in which a value isn't a number.
  package var states: [OutcomeState?]
  /// T_BE counted from T0, whether or not the money ran out afterwards; nil without one.
  package var breakEvenYear: [Int?]
  /// The year in which the money ran out (or the unit was stopped), counted from T0.
  package var cashOutYear: [Int?]
  /// Months from the as-of day until then; at most `censoredAt`, which it is where money lasts.
  package var runwayMonths: [Double]
  /// The months from the as-of day to the horizon's end.
  package var censoredAt: Double
  /// OP by year and draw, CNY/year; past a cash-out as if somebody had paid.
  package var operatingResult: YearlyDraws
  /// Cash at year ends, 0 from cash-out on; NaN where a parent pays.
  package var cash: YearlyDraws
  /// LC at the horizon.
  package var legacyContribution: [Double]
  /// FC at the horizon.
  package var fixedCost: [Double]
  /// Grants at the horizon.
  package var grants: [Double]
  /// The probability of not being stopped by a parent in the years after T0, as if nothing had
  /// stopped the company before; NaN where no parent pays.
  package var keptByParent: [Double]

  /// The number of draws.
  package var draws: Int { states.count }
  /// The number of draws in which a value isn't a number.
  package var flagged: Int { states.count { $0 == nil } }

  /// The probability of a state at the end, as the share of the draws that end in it.
  package func probability(of state: OutcomeState) -> EventProbability {
    EventProbability(states.lazy.map { $0.map { $0 == state } })
  }

  /// Break-even first as 1, 0, or NaN where flagged: what sensitivity explains.
  package var brokeEvenIndicator: [Double] {
    states.map { $0.map { $0 == .brokeEven ? 1 : 0 } ?? .nan }
  }

  /// P(T_BE counts on the horizon year alone).
  package var provisional: EventProbability {
    let horizon = operatingResult.years - 1
    return EventProbability(
      zip(states, breakEvenYear).lazy.map { state, year in state.map { _ in year == horizon } })
  }

  /// P(broke even, then ran dry).
  package var brokeEvenThenRanDry: EventProbability {
    EventProbability(
      zip(states, cashOutYear).lazy.map { state, year in
        state.map { $0 == .brokeEven && year != nil }
      })
  }

  /// The runway where it is known, months; flagged draws are NaN.
  package var knownRunwayMonths: [Double] {
    zip(states, runwayMonths).map { $0 == nil ? .nan : $1 }
  }

  /// The share of draws whose runway reaches beyond the horizon.
  package var censored: EventProbability {
    EventProbability(
      zip(states, cashOutYear).lazy.map { state, year in state.map { _ in year == nil } })
  }

  /// The company's flows at the horizon, with those of the paths in the last year.
  package func horizonFlows(paths: [OutcomePath]) -> HorizonFlows {
    let last = operatingResult.years - 1
    return HorizonFlows(
      contributions: paths.map { Array($0.contribution[year: last]) },
      investments: paths.map { Array($0.investment[year: last]) },
      legacyContribution: legacyContribution, fixedCost: fixedCost, grants: grants)
  }
}
