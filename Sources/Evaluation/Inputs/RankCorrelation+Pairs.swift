internal import Diagnostics
package import Plan

/// An input and another that is jointly normal with it, in logs or as it is.
package struct JointPair: Hashable, Sendable {
  /// The input that keeps its draws.
  package var first: String
  /// The one that depends on it; of others only through it.
  package var second: String
  /// The correlation of their normal scores.
  package var correlation: Double

  /// Makes a pair.
  package init(first: String, second: String, correlation: Double) {
    self.first = first
    self.second = second
    self.correlation = correlation
  }
}

extension RankCorrelation {
  /// Builds the copula of some pairs.
  ///
  /// `order` names all inputs of the model, those whose draws must stay as they are first. The
  /// second of a joint pair depends on other inputs through the first alone.
  ///
  /// - Throws: `DiagnosticError` naming the pair at which the matrix stops being positive definite.
  package init(_ pairs: [Correlation], joint: [JointPair] = [], order: [String]) throws {
    let involved = Set(
      pairs.flatMap { [$0.first, $0.second] } + joint.flatMap { [$0.first, $0.second] })
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
    for pair in joint {
      guard let i = index[pair.first], let j = index[pair.second] else { continue }
      for other in names.indices where other != j {
        matrix[other][j] = pair.correlation * matrix[other][i]
        matrix[j][other] = matrix[other][j]
      }
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
    self.init(names: names, factor: factor)
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
