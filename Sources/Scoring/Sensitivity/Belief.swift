/// What one input would have to be for a target to hold (Method 8.6).
package struct Belief: Hashable, Sendable {
  /// The side from which the input is restricted.
  package enum Direction: String, Hashable, Sendable {
    /// The input must be at least the value at `level`.
    case atLeast = "at least"
    /// The input must be at most the value at `level`.
    case atMost = "at most"
  }

  /// The side from which the input must be restricted; nil when this input alone doesn't reach the
  /// target.
  package let direction: Direction?
  /// The level 0...1 of the value that is needed in the input's own distribution.
  ///
  /// `at least` 0 says that the target holds as it is.
  package let level: Double?
  /// The best probability that any restriction of this input reaches.
  package let best: Double?

  /// Looks for the smallest restriction, in thousandths of the level.
  ///
  /// It is the largest share of draws, at the top or the bottom of the input, in which the event
  /// has the target probability; of equals, the top.
  ///
  /// - Parameters:
  ///   - event: 1 where it happens, 0 where not, NaN where unknown.
  ///   - levels: The level that the input took in each draw.
  ///   - target: The probability to reach.
  ///   - leastShare: The share of draws that a restriction must at least leave.
  package init(event: [Double], levels: [Double], target: Double, leastShare: Double = 0.02) {
    precondition(event.count == levels.count)
    let slots = 1000
    var counts = [Double](repeating: 0, count: slots)
    var events = counts
    for (value, level) in zip(event, levels) where value.isFinite {
      let slot = max(0, min(slots - 1, Int(level * Double(slots))))
      counts[slot] += 1
      events[slot] += value
    }
    let least = max(1, Int((leastShare * Double(slots)).rounded()))
    var best: Double?
    var found: (direction: Direction, slots: Int)?
    for direction in [Direction.atLeast, .atMost] {
      var count = 0.0
      var sum = 0.0
      for taken in 1...slots {
        let slot = direction == .atLeast ? slots - taken : taken - 1
        count += counts[slot]
        sum += events[slot]
        guard taken >= least, count > 0 else { continue }
        let probability = sum / count
        best = max(best ?? 0, probability)
        if probability >= target, taken > (found?.slots ?? 0) { found = (direction, taken) }
      }
    }
    self.best = best
    self.direction = found?.direction
    level = found.map { found in
      let share = Double(found.slots) / Double(slots)
      return found.direction == .atLeast ? 1 - share : share
    }
  }
}
