/// When a company breaks even, and how likely that is by a year (Method 4.4).
package enum BreakEven {
  /// F(t) = P(T_BE <= t and T_BE <= T_CO) by year: the plain share of draws.
  ///
  /// 1 - Kaplan-Meier would overstate it, since draws that ran out can't break even any more.
  package static func cumulativeIncidence(_ outcome: OutcomeDraws) -> [EventProbability] {
    let (passed, known) = passed(outcome.breakEvenYear, in: outcome)
    return passed.map { EventProbability(events: $0, draws: known) }
  }

  /// P(still operating at the end of the year) by year.
  package static func operating(_ outcome: OutcomeDraws) -> [EventProbability] {
    let (passed, known) = passed(outcome.cashOutYear, in: outcome)
    return passed.map { EventProbability(events: known - $0, draws: known) }
  }

  /// The number of draws in which an event has come by the end of each year, and of those that are
  /// known.
  private static func passed(
    _ eventYears: [UInt16?], in outcome: OutcomeDraws
  ) -> (byYear: [Int], known: Int) {
    var counts = [Int](repeating: 0, count: outcome.years)
    var known = 0
    for (state, year) in zip(outcome.states, eventYears) where state != nil {
      known += 1
      if let year { counts[Int(year)] += 1 }
    }
    for year in counts.indices.dropFirst() { counts[year] += counts[year - 1] }
    return (counts, known)
  }

  /// The first year, counted from T0, by which half of the draws have broken even; nil where
  /// fewer than half do by the horizon.
  package static func medianYear(_ incidence: [EventProbability]) -> Int? {
    incidence.firstIndex { ($0.value ?? 0) >= 0.5 }
  }
}
