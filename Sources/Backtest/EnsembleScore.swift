/// The scores of a forecast in draws against the figure seen later.
package enum EnsembleScore {
  /// The continuous ranked probability score of draws: E|X - y| - E|X - X'|/2, in the unit of the
  /// draws; of one value the distance.
  ///
  /// T. Gneiting, A. E. Raftery, Strictly proper scoring rules, JASA 102 (2007). The mean distance
  /// of all pairs, each value also with itself, comes from the order: 2/n² Σ (2i - n - 1) x(i),
  /// i from 1. NaN without draws.
  package static func crps(_ draws: [Double], seen: Double) -> Double {
    let count = Double(draws.count)
    let distance = draws.reduce(0) { $0 + abs($1 - seen) } / count
    let spread = draws.sorted().enumerated().reduce(0.0) { sum, next in
      sum + (2 * Double(next.offset) + 1 - count) * next.element
    }
    return distance - spread / (count * count)
  }

  /// The score of a quantile at a level: the share of the distance that it stands for.
  package static func pinball(quantile: Double, level: Double, seen: Double) -> Double {
    seen >= quantile ? level * (seen - quantile) : (1 - level) * (quantile - seen)
  }

  /// The probability integral transform: the share of draws below what was seen, those equal to it
  /// counted half.
  package static func pit(_ draws: [Double], seen: Double) -> Double {
    let below = draws.reduce(0.0) { $0 + ($1 < seen ? 1 : ($1 == seen ? 0.5 : 0)) }
    return below / Double(draws.count)
  }
}
