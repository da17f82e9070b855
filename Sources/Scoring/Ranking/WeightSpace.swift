/// Draws of weight vectors: non-negative, summing to 1 (Method 5.4).
package struct WeightSpace: Sendable {
  /// The weights by criterion, then draw.
  package let weights: [[Double]]

  /// Weights that are given, by criterion, then draw.
  package init(weights: [[Double]]) {
    precondition(weights.allSatisfy { $0.count == weights[0].count })
    self.weights = weights
  }

  /// Uniform on the simplex, for those without an opinion: the gaps between sorted uniforms.
  ///
  /// - Parameter uniforms: One column fewer than there are criteria, each value in (0, 1).
  package init(freeBy uniforms: [[Double]]) {
    self.init(criteria: uniforms.count + 1, uniforms: uniforms) { _ in }
  }

  /// Uniform on the weights that follow an order of importance, most important first.
  ///
  /// Sorting the gaps folds the simplex onto its ordered part; the mean is the rank-order
  /// centroid.
  ///
  /// - Parameter uniforms: One column fewer than there are criteria, each value in (0, 1).
  package init(orderedBy uniforms: [[Double]]) {
    self.init(criteria: uniforms.count + 1, uniforms: uniforms) { $0.sort(by: >) }
  }

  private init(
    criteria: Int, uniforms: [[Double]], arrange: (inout [Double]) -> Void
  ) {
    let draws = uniforms.first?.count ?? 0
    var weights = Array(repeating: [Double](repeating: 0, count: draws), count: criteria)
    // Room for one draw, used again for the next.
    var cuts = [Double](repeating: 1, count: uniforms.count)
    var gaps = [Double](repeating: 0, count: criteria)
    for draw in 0..<draws {
      for place in cuts.indices { cuts[place] = uniforms[place][draw] }
      cuts.sort()
      var last = 0.0
      for place in cuts.indices {
        gaps[place] = cuts[place] - last
        last = cuts[place]
      }
      gaps[criteria - 1] = 1 - last
      arrange(&gaps)
      for criterion in gaps.indices { weights[criterion][draw] = gaps[criterion] }
    }
    self.init(weights: weights)
  }

  /// The number of draws.
  package var draws: Int { weights.first?.count ?? 0 }

  /// The mean weights.
  package var mean: [Double] {
    weights.map { $0.reduce(0, +) / Double($0.count) }
  }

  /// u = Σ w_k g_k of scores by criterion in some draws, the first of which is given.
  func utility(of scores: [[Double]], from first: Int) -> [Double] {
    let count = scores.first?.count ?? 0
    var utility = [Double](repeating: 0, count: count)
    for (score, weight) in zip(scores, weights) {
      Self.add(score, weight[first..<first + count], to: &utility)
    }
    return utility
  }

  /// Adds a score weighed draw by draw.
  private static func add(
    _ score: [Double], _ weight: ArraySlice<Double>, to utility: inout [Double]
  ) {
    utility.withUnsafeMutableBufferPointer { utility in
      score.withUnsafeBufferPointer { score in
        weight.withUnsafeBufferPointer { weight in
          for draw in 0..<min(utility.count, score.count) {
            utility[draw] += weight[draw] * score[draw]
          }
        }
      }
    }
  }

  /// The same where the scores are alike in every draw.
  func utility(ofConstant scores: [Double], in range: Range<Int>) -> [Double] {
    var utility = [Double](repeating: 0, count: range.count)
    for (score, weight) in zip(scores, weights) {
      for draw in utility.indices { utility[draw] += score * weight[range.lowerBound + draw] }
    }
    return utility
  }

  /// Σ w_k g_k with weights that are alike in every draw.
  static func utility(of scores: [[Double]], weighing weights: [Double]) -> [Double] {
    var utility = [Double](repeating: 0, count: scores.first?.count ?? 0)
    for (weight, score) in zip(weights, scores) {
      utility.withUnsafeMutableBufferPointer { utility in
        score.withUnsafeBufferPointer { score in
          for draw in 0..<min(utility.count, score.count) { utility[draw] += weight * score[draw] }
        }
      }
    }
    return utility
  }

  /// The rank-order centroid, w_k = Σ_{i=k..n} 1/(i n) (Barron, Barrett 1996).
  package static func rankOrderCentroid(_ count: Int) -> [Double] {
    var weights: [Double] = []
    var sum = 0.0
    for rank in stride(from: count, through: 1, by: -1) {
      sum += 1 / Double(rank)
      weights.append(sum / Double(count))
    }
    return weights.reversed()
  }
}
