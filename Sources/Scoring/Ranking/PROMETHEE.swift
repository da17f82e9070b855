/// PROMETHEE II: net flows from pairwise preferences (Brans, Vincke 1985).
///
/// Net flows depend on the set: two alternatives can change places when a third comes or goes.
package enum PROMETHEE {
  /// The function by which a difference becomes a preference of 0...1.
  package enum Preference: Sendable {
    /// 1 for any advantage.
    case usual
    /// 0 up to the indifference threshold, 1 from the preference threshold on, linear between.
    case linear(indifference: Double, preference: Double)

    func degree(_ difference: Double) -> Double {
      switch self {
      case .usual: difference > 0 ? 1 : 0
      case .linear(let indifference, let preference):
        difference <= indifference
          ? 0
          : difference >= preference
            ? 1 : (difference - indifference) / (preference - indifference)
      }
    }
  }

  /// Net flows, -1...1, higher is better.
  ///
  /// - Parameters:
  ///   - matrix: By alternative, then criterion; more is better.
  ///   - weights: One a criterion, summing to 1.
  ///   - preference: How a difference counts.
  /// - Returns: One net flow an alternative.
  package static func netFlows(
    matrix: [[Double]], weights: [Double], preference: Preference
  ) -> [Double] {
    guard matrix.count > 1 else { return matrix.map { _ in 0 } }
    return matrix.indices.map { first in
      var flow = 0.0
      for second in matrix.indices where second != first {
        for (criterion, weight) in weights.enumerated() {
          let difference = matrix[first][criterion] - matrix[second][criterion]
          flow += weight * (preference.degree(difference) - preference.degree(-difference))
        }
      }
      return flow / Double(matrix.count - 1)
    }
  }

  /// The number of pairs of the alternatives that stay which change their order when one is left
  /// out, summed over all.
  package static func reversedPairs(
    matrix: [[Double]], weights: [Double], preference: Preference
  ) -> Int {
    let all = netFlows(matrix: matrix, weights: weights, preference: preference)
    var reversed = 0
    for left in matrix.indices {
      let rest = matrix.indices.filter { $0 != left }
      let flows = netFlows(
        matrix: rest.map { matrix[$0] }, weights: weights, preference: preference)
      for a in rest.indices {
        for b in rest.indices where b > a {
          let before = all[rest[a]] - all[rest[b]]
          if before * (flows[a] - flows[b]) < 0 { reversed += 1 }
        }
      }
    }
    return reversed
  }
}
