import Foundation
import Formulas
import Simulation

/// The quantiles of PERT(low, mode, high) as cubic pieces over the normal quantile, for the kernel
/// written by hand.
struct PERTTable {
  static let cellsPerUnit = 8.0

  /// Four coefficients a piece, of the share of the way from low to high.
  let coefficients: [Double]

  /// Makes the pieces from exact values and slopes at their ends.
  init(low: Double, mode: Double, high: Double) throws {
    let alpha = 1 + 4 * (mode - low) / (high - low)
    let beta = 1 + 4 * (high - mode) / (high - low)
    let distribution = try Distribution(.beta(alpha: alpha, beta: beta))
    let logBeta = lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta)
    let nodes = (0...Int(13 * PERTTable.cellsPerUnit)).map { index in
      let z = Double(index) / PERTTable.cellsPerUnit - 6.5
      let level = erfc(-z / 2.0.squareRoot()) / 2
      var x = distribution.quantile(level)
      func density() -> Double {
        exp((alpha - 1) * log(x) + (beta - 1) * log1p(-x) - logBeta)
      }
      // The engine's tables are good to 1e-7: two steps of Newton's make the value exact.
      for _ in 0..<2 { x -= (distribution.cumulative(x) - level) / density() }
      let slope = exp(-z * z / 2) / (2 * Double.pi).squareRoot() / density()
      return (value: x, slope: slope / PERTTable.cellsPerUnit)
    }
    coefficients = zip(nodes, nodes.dropFirst()).flatMap { start, end in
      let rise = end.value - start.value
      return [
        start.value, start.slope, 3 * rise - 2 * start.slope - end.slope,
        start.slope + end.slope - 2 * rise,
      ]
    }
  }

  /// The same value everywhere.
  init(constant share: Double) {
    coefficients = (0..<Int(13 * PERTTable.cellsPerUnit)).flatMap { _ in [share, 0, 0, 0] }
  }
}
