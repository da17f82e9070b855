/// V: the probability that the money comes back by the horizon (Method 2.2).
package enum Viability {
  /// P(W >= 50) over the draws that count; flagged and not applicable draws (NaN) don't.
  package static func probability(recovery: [Double]) -> EventProbability {
    var event = 0
    var known = 0
    for value in recovery where !value.isNaN {
      known += 1
      if value >= 50 { event += 1 }
    }
    return EventProbability(events: event, draws: known)
  }
}
