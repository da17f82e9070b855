internal import Evaluation

/// When a company breaks even, and how likely that is by a year (METHODOLOGY 4.3).
package enum BreakEven {
  /// T_BE: the first year with a result of 0 or more in it and in the next, before the money has
  /// run out by its end.
  ///
  /// The base year itself may be it: its result is what the last reported year says. The last
  /// year counts on itself alone (`provisional`). A company that runs out in the very year in
  /// which it would break even has not broken even; one that runs out in a later year has, and is
  /// counted as "broke even, then ran dry".
  ///
  /// - Parameters:
  ///   - years: The number of years.
  ///   - cashOut: The year in which the money runs out, or nil.
  ///   - result: The year's result.
  /// - Returns: The year, counted from the base year, or nil.
  @inline(__always)
  package static func year(years: Int, cashOut: Int?, result: (Int) -> Double) -> Int? {
    let end = cashOut ?? years
    for year in 0..<end where result(year) >= 0 {
      if year == years - 1 || result(year + 1) >= 0 { return year }
    }
    return nil
  }

  /// F(t) = P(T_BE <= t and T_BE <= T_CO) by year: the plain share of draws.
  ///
  /// 1 - Kaplan-Meier would overstate it, since draws that ran out can't break even any more.
  package static func cumulativeIncidence(_ outcome: OutcomeDraws) -> [EventProbability] {
    (0..<outcome.operatingResult.years).map { last in
      EventProbability(
        zip(outcome.states, outcome.breakEvenYear).lazy.map { state, year in
          state.map { _ in year.map { $0 <= last } ?? false }
        })
    }
  }

  /// P(still operating at the end of the year) by year.
  package static func operating(_ outcome: OutcomeDraws) -> [EventProbability] {
    (0..<outcome.operatingResult.years).map { last in
      EventProbability(
        zip(outcome.states, outcome.cashOutYear).lazy.map { state, year in
          state.map { _ in year.map { $0 > last } ?? true }
        })
    }
  }

  /// The first year, counted from T0, by which half of the draws have broken even; nil where
  /// fewer than half do by the horizon.
  package static func medianYear(_ incidence: [EventProbability]) -> Int? {
    incidence.firstIndex { ($0.value ?? 0) >= 0.5 }
  }
}
