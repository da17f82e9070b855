/// The worth of knowing an input before deciding (Method 8.5): how much better the best options do when
/// they are chosen after the input is known.
///
/// The options' payoffs are one column of draws each; the best `picks` of them are taken, and what
/// they bring is added up.
package struct ValueOfInformation: Sendable {
  /// The options that are best by their means, best first.
  package let best: [Int]
  /// What they bring on average.
  package let value: Double
  /// What is gained by knowing everything: the ceiling of what any knowledge is worth, at least 0.
  package let ofEverything: Double
  private let payoffs: [[Double]]
  private let means: [Double]

  /// Lays out a decision.
  ///
  /// - Parameters:
  ///   - payoffs: What each option brings, by option, then draw; numbers all.
  ///   - picks: How many options are taken, from 1 to all of them.
  package init(payoffs: [[Double]], picks: Int) {
    precondition((1...payoffs.count).contains(picks))
    precondition(payoffs.allSatisfy { $0.count == payoffs[0].count && !$0.isEmpty })
    let draws = payoffs[0].count
    self.payoffs = payoffs
    let means = payoffs.map { $0.reduce(0, +) / Double(draws) }
    self.means = means
    best = Self.largest(picks, of: means)
    let value = best.reduce(0) { $0 + means[$1] }
    self.value = value
    var sum = 0.0
    var row = means
    for draw in 0..<draws {
      for option in payoffs.indices { row[option] = payoffs[option][draw] }
      sum += Self.sumOfLargest(picks, of: row)
    }
    ofEverything = max(sum / Double(draws) - value, 0)
  }

  /// The worth of one input, and how often knowing it would change the choice.
  package struct Gain: Hashable, Sendable {
    /// What the best options bring more on average, at least 0.
    package var value: Double
    /// The share of draws in which others are chosen.
    package var flips: Double
  }

  /// The worth of an input, by its bins with two-fold cross-fitting: in each bin the options are
  /// chosen on one half of its draws and valued on the other, both ways.
  ///
  /// So chance within a bin doesn't count as knowledge. What is left of it by chance is below 0 as often
  /// as above, and counts 0.
  ///
  /// - Parameters:
  ///   - bins: The input's draws in bins.
  ///   - moved: The options whose payoff may depend on the input; of the others the mean is known.
  /// - Returns: The gain.
  package func gain(ofKnowing bins: LevelBins, moving moved: [Int]) -> Gain {
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: 2 * bins.count), count: moved.count)
    var counts = [Double](repeating: 0, count: 2 * bins.count)
    for (draw, bin) in bins.bins.enumerated() { counts[2 * Int(bin) + draw & 1] += 1 }
    for (place, option) in moved.enumerated() {
      let payoff = payoffs[option]
      for (draw, bin) in bins.bins.enumerated() {
        sums[place][2 * Int(bin) + draw & 1] += payoff[draw]
      }
    }
    var total = 0.0
    var used = 0.0
    var flipped = 0.0
    let usual = Set(best)
    for bin in 0..<bins.count {
      let halves = [2 * bin, 2 * bin + 1]
      // A half without draws can neither choose nor value.
      guard halves.allSatisfy({ counts[$0] > 0 }) else { continue }
      for (here, there) in [(halves[0], halves[1]), (halves[1], halves[0])] {
        var expected = means
        var valued = means
        for (place, option) in moved.enumerated() {
          expected[option] = sums[place][here] / counts[here]
          valued[option] = sums[place][there] / counts[there]
        }
        let chosen = Self.largest(best.count, of: expected, preferring: usual)
        // Against the usual choice on the same draws, so that their chance cancels.
        let gain =
          chosen.reduce(0) { $0 + valued[$1] } - best.reduce(0) { $0 + valued[$1] }
        total += counts[there] * gain
        used += counts[there]
        if Set(chosen) != usual { flipped += counts[there] }
      }
    }
    guard used > 0 else { return Gain(value: 0, flips: 0) }
    let value = total / used
    return value > 0 ? Gain(value: value, flips: flipped / used) : Gain(value: 0, flips: 0)
  }

  /// The places of the largest values, largest first; of equals the preferred, then the first.
  private static func largest(
    _ count: Int, of values: [Double], preferring preferred: Set<Int> = []
  ) -> [Int] {
    Array(
      values.indices.sorted { left, right in
        if values[left] != values[right] { return values[left] > values[right] }
        let (first, second) = (preferred.contains(left), preferred.contains(right))
        return first == second ? left < right : first
      }.prefix(count))
  }

  private static func sumOfLargest(_ count: Int, of values: [Double]) -> Double {
    if count == 1 { return values.max() ?? 0 }
    return values.sorted(by: >).prefix(count).reduce(0, +)
  }
}
