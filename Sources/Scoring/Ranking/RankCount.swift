/// Counts of ranks over draws.
struct RankCount {
  /// Draws in which some alternative is unknown.
  private(set) var dropped = 0
  private var known = 0
  private var shares: [[Double]]
  private var moments: RankMoments
  private var firsts: [Double]
  private var firstWeights: [[Double]]

  init(alternatives: Int, criteria: Int) {
    shares = Array(repeating: Array(repeating: 0, count: alternatives), count: alternatives)
    moments = RankMoments(alternatives: alternatives)
    firsts = Array(repeating: 0, count: alternatives)
    firstWeights = Array(
      repeating: Array(repeating: 0, count: criteria), count: alternatives)
  }

  /// Counts the ranks of some draws; draws with an unknown alternative are left out.
  ///
  /// - Parameters:
  ///   - ranked: The ranks.
  ///   - weights: The weights by criterion, then draw, of all draws.
  ///   - first: The first of the draws.
  mutating func add(_ ranked: RankedDraws, weights: [[Double]], from first: Int) {
    known += ranked.known
    dropped += ranked.isKnown.count - ranked.known
    moments.add(ranked)
    for (index, (above, equal)) in ranked.counts.enumerated() {
      for draw in ranked.isKnown.indices where ranked.isKnown[draw] {
        let (above, equal) = (Int(above[draw]), Int(equal[draw]))
        let part = 1 / Double(equal)
        for rank in above..<above + equal { shares[index][rank] += part }
        guard above == 0 else { continue }
        firsts[index] += part
        for criterion in weights.indices {
          firstWeights[index][criterion] += part * weights[criterion][first + draw]
        }
      }
    }
  }

  func shares(of index: Int) -> [Double] {
    shares[index].map { known == 0 ? 0 : $0 / Double(known) }
  }

  func meanRank(of index: Int) -> Double { moments.mean(of: index) }

  func rankVariance(of index: Int) -> Double { moments.variance(of: index) }

  func centralWeights(of index: Int, least: Double) -> [Double]? {
    guard firsts[index] > 0, firsts[index] >= least else { return nil }
    return firstWeights[index].map { $0 / firsts[index] }
  }
}

/// The ranks of alternatives in some draws.
struct RankedDraws: Sendable {
  /// The number above each alternative and equal to it, by alternative and draw.
  let counts: [(above: [Int32], equal: [Int32])]
  /// True in draws in which all alternatives are known.
  let isKnown: [Bool]
  /// The number of such draws.
  let known: Int

  /// Ranks alternatives by their utilities, by alternative and draw.
  init(_ utilities: [[Double]]) {
    counts = utilities.isEmpty ? [] : Ranks.counts(utilities)
    var isKnown = [Bool](repeating: true, count: utilities.first?.count ?? 0)
    for utility in utilities {
      for (draw, value) in utility.enumerated() where value.isNaN { isKnown[draw] = false }
    }
    self.isKnown = isKnown
    known = isKnown.count { $0 }
  }
}

/// Means and variances of ranks over draws.
///
/// Ranks are halves of whole numbers, so that their sums are exact, in whichever order they are added.
struct RankMoments: Sendable {
  private var known = 0
  private var sums: [Double]
  private var squares: [Double]

  init(alternatives: Int) {
    sums = Array(repeating: 0, count: alternatives)
    squares = sums
  }

  mutating func add(_ ranked: RankedDraws) {
    known += ranked.known
    for (index, (above, equal)) in ranked.counts.enumerated() {
      for draw in ranked.isKnown.indices where ranked.isKnown[draw] {
        let rank = Ranks.middle(above: Int(above[draw]), equal: Int(equal[draw]))
        sums[index] += rank
        squares[index] += rank * rank
      }
    }
  }

  mutating func add(_ other: RankMoments) {
    known += other.known
    for index in sums.indices {
      sums[index] += other.sums[index]
      squares[index] += other.squares[index]
    }
  }

  func mean(of index: Int) -> Double { known == 0 ? .nan : sums[index] / Double(known) }

  func variance(of index: Int) -> Double {
    guard known > 0 else { return 0 }
    let mean = sums[index] / Double(known)
    return max(0, squares[index] / Double(known) - mean * mean)
  }

  /// The mean of the variances.
  var meanVariance: Double {
    sums.indices.reduce(0) { $0 + variance(of: $1) } / Double(sums.count)
  }
}
