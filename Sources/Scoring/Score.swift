internal import Simulation

/// How good a path is for a company: recovery and readiness together (Method 2.4).
package struct ScoreWeights: Hashable, Sendable {
  /// The exponent of recovery.
  package let recovery: Double
  /// The exponent of readiness.
  package let readiness: Double

  /// Weights, normalised to a sum of 1.
  ///
  /// The defaults are the rank-order centroid of two criteria.
  ///
  /// - Precondition: Neither is negative and one is positive.
  package init(recovery: Double = 0.75, readiness: Double = 0.25) {
    precondition(recovery >= 0 && readiness >= 0 && recovery + readiness > 0)
    self.recovery = recovery / (recovery + readiness)
    self.readiness = readiness / (recovery + readiness)
  }
}

/// Score, carry and path support.
package enum Score {
  /// 100 (max(W, 1)/100)^0.75 (max(Q, 1)/100)^0.25 in each draw.
  ///
  /// The floor keeps a zero from annihilating everything. A path without criteria has no
  /// readiness: its score is recovery alone. NaN where W or Q is.
  package static func draws(
    recovery: [Double], readiness: [Double]?, weights: ScoreWeights = ScoreWeights(),
    floor: Double = 1
  ) -> [Double] {
    guard let readiness else { return recovery.map { $0.isNaN ? $0 : max($0, floor) } }
    precondition(readiness.count == recovery.count)
    return zip(recovery, readiness).map { recovery, readiness in
      guard !recovery.isNaN, !readiness.isNaN else { return .nan }
      let logarithm =
        weights.recovery * Elementary.log(max(recovery, floor) / 100)
        + weights.readiness * Elementary.log(max(readiness, floor) / 100)
      return 100 * Elementary.exp(logarithm)
    }
  }

  /// carry_p = E_p score_p / 100 in each draw.
  ///
  /// A path that carries nothing has carry 0 even where its score isn't applicable: nothing times
  /// any score is nothing. NaN where exposure is, or where only the score is missing.
  package static func carry(exposure: [Double], score: [Double]) -> [Double] {
    precondition(exposure.count == score.count)
    return zip(exposure, score).map { $0 == 0 ? 0 : $0 * $1 / 100 }
  }

  /// Path support: Σ carry_p + E_other score_other / 100 in each draw; the gap counts 0.
  ///
  /// - Parameters:
  ///   - carries: Each path's carry.
  ///   - other: The share that the existing business carries.
  ///   - otherScore: The existing business's score, 50 unless the company model rates it.
  /// - Returns: Path support, one value a draw, 0...100.
  package static func pathSupport(
    carries: [[Double]], other: [Double], otherScore: Double = 50
  ) -> [Double] {
    other.indices.map { draw in
      carries.reduce(other[draw] * otherScore / 100) { $0 + $1[draw] }
    }
  }
}
