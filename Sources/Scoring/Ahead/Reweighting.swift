internal import Simulation

/// A run's draws weighed by how well they agree with figures that became known.
///
/// Importance weights of a Gaussian kernel: the product over figures of exp(-(x - x_i)²/2h²), where
/// h² is the figure's own variance and, since draws are never exactly the figure, Scott's bandwidth
/// of the draws, (s · n^(-1/(d + 4)))² for d figures together, s being their spread (D. W. Scott,
/// Multivariate density estimation, 1992). The effective number of draws is (Σw)²/Σw² (L. Kish, Survey sampling, 1965).
package struct Reweighting: Sendable {
  /// A figure that became known, beside the draws that foretold it.
  package struct Figure: Sendable {
    /// The draws.
    package let draws: [Double]
    /// What was seen.
    package let seen: Double
    /// The standard deviation of what was seen.
    package let deviation: Double

    /// Makes one.
    package init(draws: [Double], seen: Double, deviation: Double) {
      self.draws = draws
      self.seen = seen
      self.deviation = deviation
    }
  }

  /// The weight of each draw; they sum to 1 unless no draw is near.
  package let weights: [Double]
  /// The number of draws that would say as much if they weighed alike.
  package let effective: Double

  /// Weighs draws by some figures; those in which one isn't a number weigh nothing.
  ///
  /// - Parameters:
  ///   - figures: The figures, of as many draws each; at least one.
  ///   - kernel: A factor on Scott's bandwidth; 0 for the figures' own error alone.
  package init(_ figures: [Figure], kernel: Double = 1) {
    let count = figures.first?.draws.count ?? 0
    precondition(figures.allSatisfy { $0.draws.count == count })
    var distances = [Double](repeating: 0, count: count)
    for figure in figures {
      let bandwidth =
        kernel == 0
        ? 0
        : kernel * Self.spread(figure.draws)
          * Elementary.exp(-Elementary.log(Double(count)) / Double(figures.count + 4))
      let variance = figure.deviation * figure.deviation + bandwidth * bandwidth
      for draw in 0..<count {
        let distance = figure.draws[draw] - figure.seen
        if distance == 0 { continue }
        distances[draw] += variance > 0 ? distance * distance / (2 * variance) : .infinity
      }
    }
    self.init(distances: distances)
  }

  /// The spread of draws by which a bandwidth goes.
  ///
  /// It is the standard deviation, or the quartiles' where tails make that one larger
  /// (B. W. Silverman, Density estimation, 1986).
  private static func spread(_ draws: [Double]) -> Double {
    let sorted = draws.filter(\.isFinite).sorted()
    guard sorted.count > 3, let sd = Summary(sorted).sd else { return 0 }
    let middle = (sorted[3 * sorted.count / 4] - sorted[sorted.count / 4]) / 1.349
    return middle > 0 ? min(sd, middle) : sd
  }

  /// Weighs draws by exp(-distance).
  private init(distances: [Double]) {
    // The nearest draw gets 1, so that far figures still tell near draws from far ones; beyond five
    // standard deviations of the kernel no draw agrees.
    let nearest = distances.lazy.filter(\.isFinite).min().flatMap { $0 > 12.5 ? nil : $0 }
    let raw = distances.map { distance in
      nearest.map { distance.isFinite ? Elementary.exp($0 - distance) : 0 } ?? 0
    }
    self.init(weights: raw)
  }

  /// Takes weights that sum to anything; those of nothing stay nothing.
  package init(weights raw: [Double]) {
    let sum = raw.reduce(0, +)
    let squares = raw.reduce(0) { $0 + $1 * $1 }
    weights = sum > 0 ? raw.map { $0 / sum } : raw
    effective = squares > 0 ? sum * sum / squares : 0
  }

  /// The least effective number of draws from which anything is said.
  package static func leastEffective(of draws: Int) -> Double { max(200, 0.01 * Double(draws)) }

  /// True if enough draws are left to say anything.
  package var isEnough: Bool { effective >= Self.leastEffective(of: weights.count) }

  /// What becomes of the company, over draws with a state; nil where none weighs anything.
  package func shares(_ states: [OutcomeState?]) -> StateShares? {
    var sums = [0.0, 0, 0, 0]
    for (state, weight) in zip(states, weights) {
      if let state { sums[Int(state.rawValue)] += weight }
    }
    return StateShares(weights: sums)
  }

  /// The weighted mean of draws.
  package func mean(_ draws: [Double]) -> Double {
    zip(draws, weights).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.1 : $0 }
  }
}
