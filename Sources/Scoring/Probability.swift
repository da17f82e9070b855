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

/// The difference of two probabilities on the same draws.
package struct PairedDifference: Hashable, Sendable {
  /// The share of draws in which only the first event happens.
  package let onlyFirst: Double
  /// The share of draws in which only the second event happens.
  package let onlySecond: Double
  /// Draws in which both are known.
  package let draws: Int

  /// Compares two events draw by draw; draws in which either is nil don't count.
  package init(_ first: [Bool?], _ second: [Bool?]) {
    precondition(first.count == second.count)
    var known = 0
    var onlyFirst = 0
    var onlySecond = 0
    for (first, second) in zip(first, second) {
      guard let first, let second else { continue }
      known += 1
      if first && !second { onlyFirst += 1 }
      if second && !first { onlySecond += 1 }
    }
    draws = known
    self.onlyFirst = known == 0 ? 0 : Double(onlyFirst) / Double(known)
    self.onlySecond = known == 0 ? 0 : Double(onlySecond) / Double(known)
  }

  /// P(first) - P(second).
  package var value: Double { onlyFirst - onlySecond }

  /// The Monte Carlo error, sqrt((q10 + q01 - (q10 - q01)²) / n); zero without draws.
  ///
  /// What both events share cancels.
  package var standardError: Double {
    guard draws > 0 else { return 0 }
    let variance = onlyFirst + onlySecond - value * value
    return (max(variance, 0) / Double(draws)).squareRoot()
  }
}
