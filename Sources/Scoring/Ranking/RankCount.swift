/// Counts of ranks over draws.
struct RankCount {
  /// Draws in which some alternative is unknown.
  private(set) var dropped = 0
  private var known = 0
  private var shares: [[Double]]
  private var sums: [Double]
  private var squares: [Double]
  private var firsts: [Double]
  private var firstWeights: [[Double]]

  init(alternatives: Int, criteria: Int) {
    shares = Array(repeating: Array(repeating: 0, count: alternatives), count: alternatives)
    sums = Array(repeating: 0, count: alternatives)
    squares = sums
    firsts = sums
    firstWeights = Array(
      repeating: Array(repeating: 0, count: criteria), count: alternatives)
  }

  /// Ranks the alternatives of every draw; draws with an unknown one are left out.
  mutating func add(_ utilities: [[Double]], weights: [[Double]]) {
    guard let draws = utilities.first?.count else { return }
    var sum = [Double](repeating: 0, count: draws)
    for utility in utilities {
      for draw in 0..<draws { sum[draw] += utility[draw] }
    }
    // A sum that isn't a number has a part that isn't one, or infinities of both signs.
    let isKnown = (0..<draws).map { draw in
      !sum[draw].isNaN || !utilities.contains { $0[draw].isNaN }
    }
    let count = isKnown.count { $0 }
    known += count
    dropped += draws - count
    for index in utilities.indices {
      let (above, equal) = Ranks.counts(utilities, at: index)
      for draw in 0..<draws where isKnown[draw] {
        add(above: above[draw], equal: equal[draw], of: index, weights: weights, draw: draw)
      }
    }
  }

  /// Counts one alternative's rank in one draw.
  @inline(__always)
  private mutating func add(
    above: Int, equal: Int, of index: Int, weights: [[Double]], draw: Int
  ) {
    let part = 1 / Double(equal)
    for rank in above..<above + equal { shares[index][rank] += part }
    let rank = Ranks.middle(above: above, equal: equal)
    sums[index] += rank
    squares[index] += rank * rank
    guard above == 0 else { return }
    firsts[index] += part
    for criterion in weights.indices {
      firstWeights[index][criterion] += part * weights[criterion][draw]
    }
  }

  func shares(of index: Int) -> [Double] {
    shares[index].map { known == 0 ? 0 : $0 / Double(known) }
  }

  func meanRank(of index: Int) -> Double {
    known == 0 ? .nan : sums[index] / Double(known)
  }

  func rankVariance(of index: Int) -> Double {
    guard known > 0 else { return 0 }
    let mean = sums[index] / Double(known)
    return max(0, squares[index] / Double(known) - mean * mean)
  }

  func centralWeights(of index: Int, least: Double) -> [Double]? {
    guard firsts[index] > 0, firsts[index] >= least else { return nil }
    return firstWeights[index].map { $0 / firsts[index] }
  }
}
