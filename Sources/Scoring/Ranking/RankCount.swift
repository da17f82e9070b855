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
    let flat = utilities.flatMap { $0 }
    var values = [Double](repeating: 0, count: utilities.count)
    for draw in 0..<draws {
      var isKnown = true
      for index in values.indices {
        values[index] = flat[index * draws + draw]
        if values[index].isNaN { isKnown = false }
      }
      guard isKnown else {
        dropped += 1
        continue
      }
      known += 1
      for index in values.indices {
        let (above, equal) = Ranks.count(values, at: index)
        let part = 1 / Double(equal)
        for rank in above..<above + equal { shares[index][rank] += part }
        let rank = Ranks.middle(above: above, equal: equal)
        sums[index] += rank
        squares[index] += rank * rank
        guard above == 0 else { continue }
        firsts[index] += part
        for criterion in weights.indices {
          firstWeights[index][criterion] += part * weights[criterion][draw]
        }
      }
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
