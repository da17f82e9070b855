/// A probability counted on draws, with its Monte Carlo error.
package struct EventProbability: Hashable, Sendable {
  /// Draws in which it happens.
  package let events: Int
  /// Draws that count.
  package let draws: Int

  /// Makes a probability from counts.
  package init(events: Int, draws: Int) {
    precondition(events >= 0 && events <= draws)
    self.events = events
    self.draws = draws
  }

  /// Counts the draws in which it happens; nil marks draws that don't count.
  package init(_ happens: some Sequence<Bool?>) {
    var events = 0
    var draws = 0
    for case .some(let happens) in happens {
      draws += 1
      if happens { events += 1 }
    }
    self.init(events: events, draws: draws)
  }

  /// The share of draws, or nil when none counts.
  package var value: Double? { draws == 0 ? nil : Double(events) / Double(draws) }

  /// The Monte Carlo error, sqrt(p (1 - p) / n); nil when no draw counts.
  ///
  /// Conservative in practice for scrambled points.
  package var standardError: Double? {
    value.map { ($0 * (1 - $0) / Double(draws)).squareRoot() }
  }
}
