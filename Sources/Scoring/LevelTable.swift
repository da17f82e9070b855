internal import Simulation

/// A criterion's level as a function of its uniform, tabulated.
///
/// The inverse of the incomplete beta function takes microseconds, too long for every criterion
/// in every draw. As a function of the normal quantile z the logit of the level is so smooth that
/// cubics through values a sixteenth apart are within 1e-5 levels; a test holds that.
struct LevelTable {
  private static let end = 6.5
  private static let cellsPerUnit = 16.0

  private let alpha: Double
  private let beta: Double
  private let logits: [Double]

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    let cells = Int(2 * Self.end * Self.cellsPerUnit)
    logits = (0...cells).map { index in
      let z = Double(index) / Self.cellsPerUnit - Self.end
      // From the nearer end, where the quantile has its digits.
      return z < 0
        ? Elementary.logit(Elementary.betaQuantile(Elementary.normalCDF(z), alpha, beta))
        : -Elementary.logit(Elementary.betaQuantile(Elementary.normalCDF(-z), beta, alpha))
    }
  }

  /// The levels, 0...4, at uniforms in (0, 1).
  func levels(_ uniforms: [Double]) -> [Double] {
    var levels = Elementary.normalQuantiles(uniforms)
    var beyond: [Int] = []
    levels.withUnsafeMutableBufferPointer { levels in
      logits.withUnsafeBufferPointer { logits in
        for (index, z) in levels.enumerated() {
          let position = (z + Self.end) * Self.cellsPerUnit
          var logit = Double.nan
          if position >= 1, position < Double(logits.count - 2) {
            let cell = Int(position)
            logit = Self.cubic(logits, cell, position - Double(cell))
          }
          if !logit.isFinite { beyond.append(index) }
          levels[index] = logit
        }
      }
      Elementary.logistic(levels)
      for index in levels.indices { levels[index] *= 4 }
    }
    for index in beyond { levels[index] = exact(uniforms[index]) }
    return levels
  }

  private func exact(_ uniform: Double) -> Double {
    4 * Elementary.betaQuantile(uniform, alpha, beta)
  }

  /// Lagrange's cubic through the two values before and the two after a place in a cell.
  @inline(__always)
  private static func cubic(
    _ logits: UnsafeBufferPointer<Double>, _ cell: Int, _ t: Double
  ) -> Double {
    let before = -t * (t - 1) * (t - 2) / 6 * logits[cell - 1]
    let here = (t + 1) * (t - 1) * (t - 2) / 2 * logits[cell]
    let next = -(t + 1) * t * (t - 2) / 2 * logits[cell + 1]
    let after = (t + 1) * t * (t - 1) / 6 * logits[cell + 2]
    return before + here + next + after
  }
}
