internal import Simulation

/// Rank correlations between inputs by a Gaussian copula (Method 1).
///
/// A pair's Spearman coefficient r becomes the normal correlation 2 sin(pi r / 6) (Pearson 1907);
/// correlated uniforms are Phi(L z) with L the Cholesky factor and z the normal scores of the
/// inputs' own uniforms. The first input of a group keeps its own draws.
package struct RankCorrelation: Hashable, Sendable {
  /// The correlated inputs in the order in which they are conditioned.
  package let names: [String]
  private let factor: [[Double]]

  /// A copula of inputs by name and its Cholesky factor, a row an input.
  package init(names: [String], factor: [[Double]]) {
    precondition(names.count == factor.count)
    self.names = names
    self.factor = factor
  }

  /// The uniforms of the correlated inputs, from the uniforms of their own streams.
  package func correlate(_ own: [[Double]]) -> [[Double]] {
    guard let draws = own.first?.count else { return [] }
    let scores = own.map { $0.map(Elementary.normalQuantile) }
    return names.indices.map { row in
      if row == 0 { return own[0] }
      return (0..<draws).map { draw in
        var score = 0.0
        for column in 0...row { score += factor[row][column] * scores[column][draw] }
        return Elementary.normalCDF(score)
      }
    }
  }
}
