/// The state of a company at the horizon.
package enum OutcomeState: UInt8, Hashable, Sendable, CaseIterable {
  /// Broke even before the money ran out.
  case brokeEven
  /// Neither broke even nor ran out.
  case stillLosing
  /// Sold: taken over, or when the money ran out.
  case sold
  /// Ran out of money, or was stopped by its parent.
  case cashedOut
}

/// The course of a company in every draw, and its state at the end.
package struct OutcomeDraws: Sendable {
  /// The state at the horizon; nil in flagged draws, in which a value isn't a number.
  package var states: [OutcomeState?]
  /// The first of two years running without a loss, or the last year, counted from T0; nil in
  /// draws that don't break even first.
  package var breakEvenYear: [UInt16?]
  /// The year in which the state at the end came about, counted from T0: that of breaking even, of
  /// being sold or of running out; nil in draws that still lose money, and in flagged ones.
  package var settledYear: [UInt16?]
  /// True in draws in which break-even counts on the last year alone.
  package var isProvisional: [Bool]
  /// The year in which the money ran out (or the unit was stopped), counted from T0, whatever
  /// happened before.
  package var cashOutYear: [UInt16?]
  /// Months from the as-of day until then; at most `censoredAt`, which it is where money lasts.
  package var runwayMonths: [Double]
  /// The months from the as-of day to the horizon's end.
  package var censoredAt: Double
  /// The number of years.
  package var years: Int

  /// Makes a course from its parts.
  ///
  /// - Precondition: All have as many draws.
  package init(
    states: [OutcomeState?], breakEvenYear: [UInt16?], settledYear: [UInt16?],
    isProvisional: [Bool],
    cashOutYear: [UInt16?], runwayMonths: [Double], censoredAt: Double, years: Int
  ) {
    precondition(
      [
        breakEvenYear.count, settledYear.count, isProvisional.count, cashOutYear.count,
        runwayMonths.count,
      ].allSatisfy { $0 == states.count })
    self.states = states
    self.breakEvenYear = breakEvenYear
    self.settledYear = settledYear
    self.isProvisional = isProvisional
    self.cashOutYear = cashOutYear
    self.runwayMonths = runwayMonths
    self.censoredAt = censoredAt
    self.years = years
  }

  /// The number of draws.
  package var draws: Int { states.count }
  /// The number of draws in which a value isn't a number.
  package var flagged: Int { states.count { $0 == nil } }

  /// The probability of a state at the end, as the share of the draws that end in it.
  package func probability(of state: OutcomeState) -> EventProbability {
    EventProbability(states.lazy.map { $0.map { $0 == state } })
  }

  /// The state of each draw at the end of a year, counted from T0: that of the horizon once it has come
  /// about, until then still losing money.
  package func states(atEndOf year: Int) -> [OutcomeState?] {
    zip(states, settledYear).map { state, settled in
      state.map { state in settled.map { $0 <= year } == true ? state : .stillLosing }
    }
  }

  /// Break-even first as 1, 0, or NaN where flagged: what sensitivity explains.
  package var brokeEvenIndicator: [Double] {
    states.map { $0.map { $0 == .brokeEven ? 1 : 0 } ?? .nan }
  }

  /// P(break-even counts on the horizon year alone).
  package var provisional: EventProbability {
    EventProbability(zip(states, isProvisional).lazy.map { state, last in state.map { _ in last } })
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
}
