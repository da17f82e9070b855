/// Closeness to an ideal (Hwang, Yoon 1981).
///
/// With a fixed ideal ranks don't depend on the set; the published variants, whose normalisation
/// does, are here for comparison with the literature.
package enum TOPSIS {
  /// The way in which a published variant makes criteria comparable.
  package enum Normalisation: Sendable {
    /// Over the root of the sum of squares.
    case vector
    /// From the worst (0) to the best (1) of the set; costs are turned round.
    case linear
  }

  /// d⁻ / (d⁺ + d⁻) with weighted Euclidean distances from a fixed best and worst.
  package static func closeness(
    _ scores: [Double], weights: [Double], best: Double, worst: Double
  ) -> Double {
    var toBest = 0.0
    var toWorst = 0.0
    for (score, weight) in zip(scores, weights) {
      let up = weight * (best - score)
      let down = weight * (score - worst)
      toBest += up * up
      toWorst += down * down
    }
    let away = toWorst.squareRoot()
    return away / (toBest.squareRoot() + away)
  }

  /// The closeness of each alternative to the best values of the set.
  ///
  /// - Parameters:
  ///   - matrix: By alternative, then criterion.
  ///   - weights: One a criterion.
  ///   - isBenefit: Whether more is better, one a criterion.
  ///   - normalisation: How criteria are made comparable.
  /// - Returns: One closeness an alternative, 0...1.
  package static func published(
    matrix: [[Double]], weights: [Double], isBenefit: [Bool], normalisation: Normalisation
  ) -> [Double] {
    guard let first = matrix.first else { return [] }
    var normalised = matrix
    for criterion in first.indices {
      let column = matrix.map { $0[criterion] }
      let low = column.min() ?? 0
      let high = column.max() ?? 0
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for alternative in matrix.indices {
        let value = column[alternative]
        switch normalisation {
        case .vector: normalised[alternative][criterion] = length > 0 ? value / length : 0
        case .linear:
          let share = high > low ? (value - low) / (high - low) : 1
          normalised[alternative][criterion] = isBenefit[criterion] ? share : 1 - share
        }
        normalised[alternative][criterion] *= weights[criterion]
      }
    }
    let ideals = first.indices.map { criterion -> (best: Double, worst: Double) in
      let column = normalised.map { $0[criterion] }
      let low = column.min() ?? 0
      let high = column.max() ?? 0
      let moreIsBetter = normalisation == .linear || isBenefit[criterion]
      return moreIsBetter ? (high, low) : (low, high)
    }
    return normalised.map { row in
      func distance(_ to: (Int) -> Double) -> Double {
        row.indices.reduce(0) { $0 + (row[$1] - to($1)) * (row[$1] - to($1)) }.squareRoot()
      }
      let toBest = distance { ideals[$0].best }
      let toWorst = distance { ideals[$0].worst }
      return toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : 0.5
    }
  }
}
