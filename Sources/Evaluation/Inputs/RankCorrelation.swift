internal import Diagnostics
internal import Simulation

/// Rank correlations between inputs by a Gaussian copula (METHODOLOGY 1).
///
/// A pair's Spearman coefficient r becomes the normal correlation 2 sin(pi r / 6) (Pearson 1907);
/// correlated levels are Phi(L z) with L the Cholesky factor and z the normal scores of the
/// inputs' own levels. The first input of a group keeps its own draws.
package struct RankCorrelation: Sendable {
  /// The correlated inputs in the order in which they are conditioned.
  package let names: [String]
  private let factor: [[Double]]

  /// Builds the copula of some pairs.
  ///
  /// `order` names all inputs of the model, those whose draws must stay as they are first.
  ///
  /// - Throws: `DiagnosticError` naming the pair at which the matrix stops being positive definite.
  package init(_ pairs: [Correlation], order: [String]) throws {
    let involved = Set(pairs.flatMap { [$0.first, $0.second] })
    let names = order.filter(involved.contains)
    var index: [String: Int] = [:]
    for (position, name) in names.enumerated() { index[name] = position }
    var matrix = names.indices.map { row in names.indices.map { $0 == row ? 1.0 : 0.0 } }
    for pair in pairs {
      guard let i = index[pair.first], let j = index[pair.second] else { continue }
      let normal = 2 * Self.sine(Double.pi * pair.spearman / 6)
      matrix[i][j] = normal
      matrix[j][i] = normal
    }
    var factor = matrix.map { $0.map { _ in 0.0 } }
    for i in names.indices {
      for j in 0...i {
        let rest = matrix[i][j] - (0..<j).reduce(0) { $0 + factor[i][$1] * factor[j][$1] }
        if i != j {
          factor[i][j] = rest / factor[j][j]
        } else if rest > 1e-12 {
          factor[i][i] = rest.squareRoot()
        } else {
          let culprit = pairs.last { $0.first == names[i] || $0.second == names[i] }
          throw DiagnosticError(
            Diagnostic(
              "these correlations contradict each other: no numbers have \"\(names[i])\" "
                + "correlated with the others in this way",
              at: culprit?.location,
              help: "bring the coefficients of \"\(names[i])\" nearer to 0"))
        }
      }
    }
    self.names = names
    self.factor = factor
  }

  /// The levels of the correlated inputs, from the levels of their own streams.
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

  /// sin(x) for |x| <= pi/6 by its Taylor series, the same bits on every machine.
  static func sine(_ x: Double) -> Double {
    var term = x
    var sum = x
    for k in 1...12 {
      term *= -x * x / Double((2 * k) * (2 * k + 1))
      sum += term
    }
    return sum
  }
}
