internal import Simulation

/// Utilities of one alternative from its own criteria alone, 0...100 (Method 5.2).
///
/// None looks at the other alternatives, so adding one can't reorder two others.
package enum Aggregation: String, Hashable, Sendable, CaseIterable {
  /// Σ w_k g_k.
  case sum
  /// Π g_k^w_k with g_k at least 1.
  case geometric
  /// Closeness to the ideal of 100 on every criterion, away from 0.
  case topsis

  /// The utility of criteria of 0...100 under weights that sum to 1.
  package func utility(_ scores: [Double], weights: [Double]) -> Double {
    precondition(scores.count == weights.count)
    switch self {
    case .sum:
      return zip(scores, weights).reduce(0) { $0 + $1.0 * $1.1 }
    case .geometric:
      guard scores.allSatisfy({ !$0.isNaN }) else { return .nan }
      let logarithm = zip(scores, weights).reduce(0) {
        $0 + $1.1 * Elementary.log(max($1.0, 1) / 100)
      }
      return 100 * Elementary.exp(logarithm)
    case .topsis:
      return 100 * TOPSIS.closeness(scores, weights: weights, best: 100, worst: 0)
    }
  }

  /// The utility in every draw of criteria given by criterion, then draw.
  package func utilities(_ scores: [[Double]], weights: [Double]) -> [Double] {
    (0..<(scores.first?.count ?? 0)).map { draw in
      utility(scores.map { $0[draw] }, weights: weights)
    }
  }
}
